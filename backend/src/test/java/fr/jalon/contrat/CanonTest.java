package fr.jalon.contrat;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import fr.jalon.contrat.TableauContrat.Origine;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CanonTest {

    private static final Instant LE = Instant.parse("2024-06-03T08:00:00Z");

    @Property(tries = 300)
    void what_is_frozen_is_read_back_whatever_was_typed(@ForAll @StringLength(max = 30) String texte) {
        String dit = texte.replace("\r", "");
        Canon.CelluleGelee c = new Canon.CelluleGelee("35-F06-01", new BigDecimal("12.50"), dit, null, Origine.SAISI);
        Canon.CelluleGelee lue = Canon.lire(Canon.ecrire("35", 2023, LE, "Mme\tA.", null, "fin\nd’année", List.of(c))).get("35-F06-01");
        assertThat(lue.texte()).isEqualTo(dit);
        assertThat(lue.valeur()).isEqualByComparingTo("12.5");
    }

    @Test
    void the_same_cells_have_the_same_fingerprint_and_one_changed_digit_another() {
        String un = Canon.ecrire("35", 2023, LE, "A", "B", null, List.of(new Canon.CelluleGelee("c", new BigDecimal("12.0"), "12", null, Origine.COMPTE)));
        String pareil = Canon.ecrire("35", 2023, LE, "A", "B", null, List.of(new Canon.CelluleGelee("c", new BigDecimal("12"), "12", null, Origine.COMPTE)));
        String autre = Canon.ecrire("35", 2023, LE, "A", "B", null, List.of(new Canon.CelluleGelee("c", new BigDecimal("13"), "13", null, Origine.COMPTE)));
        assertThat(Canon.empreinte(un)).isEqualTo(Canon.empreinte(pareil)).isNotEqualTo(Canon.empreinte(autre));
    }
}
