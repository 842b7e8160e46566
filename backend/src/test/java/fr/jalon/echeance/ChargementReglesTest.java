package fr.jalon.echeance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import fr.jalon.departement.Profil;
import fr.jalon.departement.ProfilsDEssai;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ClassPathResource;

class ChargementReglesTest {

    @ParameterizedTest
    @ValueSource(strings = {"35", "49", "17", "61", "22"})
    void each_profile_gives_a_length_to_every_rule_its_tracks_and_the_decision_table_name(String code) throws IOException {
        Map<String, Regle> regles = regles(ProfilsDEssai.lire(code));
        ProfilsDEssai.lire(code).voies().forEach(v -> assertThat(regles).containsKey(v.regle()));
        assertThat(regles.keySet()).containsAll(reglesDeLaTable());
        regles.values().forEach(r -> {
            assertThat(r.delai()).isNotNull();
            assertThat(r.destinataires()).isSubsetOf(GestionRegles.DESTINATAIRES);
            assertThat(r.du()).isEqualTo("2000-01-01");
        });
    }

    @Test
    void reduced_delays_come_from_the_profile_and_stay_to_be_confirmed() throws IOException {
        Map<String, Regle> regles = regles(ProfilsDEssai.lire("35"));
        assertThat(regles.get("EVALUATION").periode()).isEqualTo("P3M");
        assertThat(regles.get("EVALUATION").aValider()).isFalse();
        assertThat(regles.get("EVALUATION_REDUITE_AGE").periode()).isEqualTo("P2M");
        assertThat(regles.get("EVALUATION_REDUITE_DANGER")).matches(r -> r.periode().equals("P1M")).matches(Regle::aValider);
    }

    @Test
    void a_profile_may_count_in_days_what_the_common_rule_counts_in_months_and_says_what_it_changed() throws IOException {
        Profil p = ProfilsDEssai.lire("35");
        Profil change = new Profil(p.code(), p.nom(), p.source(), p.zone(), p.joursFeries(), p.mots(), p.unites(), p.roles(), p.missions(),
                p.jeuDeVoies(), p.voies(), p.recueil(), p.sectionsRapport(), p.listes(), p.basesLegales(), p.produits(), p.capacites(),
                Map.of("DANGER", new Profil.DelaiReduit("P15D", "Urgence", false)),
                List.of(new Profil.RegleLocale("PREMIERE_ANALYSE", "Analyse sous deux jours", null, "P2D", null, null, false)), p.autonomie(), p.donnees());
        Map<String, Regle> regles = regles(change);
        assertThat(regles.get("EVALUATION_REDUITE_DANGER")).matches(r -> r.calcul() == Calcul.JOURS).matches(r -> r.source().equals("PROFIL"))
                .matches(r -> r.periodeCommune().equals("P1M"));
        assertThat(regles.get("PREMIERE_ANALYSE")).matches(r -> r.periode().equals("P2D")).matches(r -> r.libelle().equals("Analyse sous deux jours"))
                .matches(r -> r.rappels().equals(List.of("P0D", "-P1D")));
    }

    @Test
    void a_profile_that_names_an_unknown_rule_stops_the_start_with_its_name() {
        Profil p = ProfilsDEssai.lire("35");
        Profil faux = new Profil(p.code(), p.nom(), p.source(), p.zone(), p.joursFeries(), p.mots(), p.unites(), p.roles(), p.missions(),
                p.jeuDeVoies(), p.voies(), p.recueil(), p.sectionsRapport(), p.listes(), p.basesLegales(), p.produits(), p.capacites(), p.delaisReduits(),
                List.of(new Profil.RegleLocale("INCONNUE", "x", null, "P2D", null, null, false)), p.autonomie(), p.donnees());
        assertThatThrownBy(() -> regles(faux)).hasMessageContaining("INCONNUE");
    }

    private static Map<String, Regle> regles(Profil profil) throws IOException {
        return ChargementRegles.composer(ChargementRegles.lire(), profil).stream().collect(Collectors.toMap(Regle::code, Function.identity()));
    }

    private static List<String> reglesDeLaTable() throws IOException {
        try (InputStream flux = new ClassPathResource("processes/regle-delai.dmn").getInputStream()) {
            String dmn = new String(flux.readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile("<outputEntry[^>]*><text>\"([A-Z0-9_]+)\"").matcher(dmn).results().map(m -> m.group(1)).distinct().toList();
        }
    }
}
