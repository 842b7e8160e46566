package fr.jalon.indicateur;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

/** Ratios, sums and changes split as their parts are, month by month and unit by unit; by hand. */
@TestIntegration
class DetailComposeIT {

    private static final String AJOUTES = List.of("DC_SOMME, Deux fois les IP, {formule: somme, de: [IP_RECUES, IP_RECUES]}",
            "DC_RATIO, IP sur deux fois les IP, {formule: ratio, numerateur: IP_RECUES, denominateur: DC_SOMME, fois: 100}",
            "DC_VARIATION, Évolution des IP, {formule: variation, de: IP_RECUES, sur: 1}",
            "DC_MANUEL, IP sur une saisie, {formule: ratio, numerateur: IP_RECUES, denominateur: 35-F27-02, fois: 100}",
            "DC_MESURES, Mesures en deux sommes, {formule: somme, de: [MESURES_EXERCEES, ENFANTS_MESURES]}").stream().map(x -> x.split(", ", 3))
            .map(x -> "- code: " + x[0] + "\n  libelle: \"" + x[1] + "\"\n  unite: \"%\"\n  groupe: Ajoutés\n  mesure: " + x[2] + "\n  compte: \"Essai.\"\n  date: \"Essai.\"\n")
            .collect(Collectors.joining());

    @Autowired
    private Comptage comptage;
    @Autowired
    private CatalogueLocal local;
    @Autowired
    private Carnet carnet;
    @Autowired
    private Gens gens;

    @BeforeEach
    void ajouter() {
        enregistrer(AJOUTES);
    }

    @AfterEach
    void retirer() {
        enregistrer("");
    }

    private void enregistrer(String yaml) {
        gens.en(gens.de(Role.OBSERVATOIRE, null), () -> local.enregistrer(yaml, local.enVigueur().version(), null));
    }

    private Map<String, Chiffre> parts(String code, Decoupe decoupe) {
        return comptage.parAxe(code, 1988, decoupe, Connu.maintenant()).stream().collect(Collectors.toMap(Comptage.Part::cle, Comptage.Part::chiffre));
    }

    @Test
    void what_is_made_of_others_is_split_as_they_are() {
        Function<String, LocalDate> le = LocalDate::parse;
        List.of("1987-01-05", "1987-01-06", "1987-03-07", "1988-01-01", "1988-01-31", "1988-01-15").forEach(j -> carnet.recevoir(le.apply(j), "compose-a"));
        carnet.recevoir(LocalDate.of(1988, 1, 15), "compose-b");
        Map<String, Chiffre> mois = parts("DC_VARIATION", Decoupe.MOIS);
        assertThat(mois).hasSize(12);
        assertThat(mois.get("1988-01").valeur()).as("4 after 2").isEqualByComparingTo("100.0");
        assertThat(mois.get("1988-03").valeur()).as("none after 1").isEqualByComparingTo("-100.0");
        assertThat(mois.get("1988-02").valeur()).isNull();
        assertThat(mois.get("1988-02").raison()).contains("zéro en 1987");
        assertThat(parts("DC_SOMME", Decoupe.MOIS).get("1988-01").valeur()).isEqualByComparingTo("8");
        assertThat(parts("DC_RATIO", Decoupe.MOIS).get("1988-01").valeur()).isEqualByComparingTo("50.0");
        assertThat(parts("DC_RATIO", Decoupe.MOIS).get("1988-02").raison()).contains("vaut zéro");

        Map<String, Chiffre> unites = parts("DC_VARIATION", Decoupe.UNITE);
        assertThat(unites.get("compose-a").valeur()).as("3 after 3").isEqualByComparingTo("0");
        assertThat(unites.get("compose-b").valeur()).isNull();
        assertThat(unites.get("compose-b").raison()).contains("zéro en 1987");
        assertThat(parts("DC_RATIO", Decoupe.UNITE)).containsOnlyKeys("compose-a", "compose-b");
        assertThat(parts("DC_SOMME", Decoupe.UNITE).get("compose-b").valeur()).isEqualByComparingTo("2");
        List<Comptage.LigneMois> lignes = comptage.parUniteEtMois("DC_VARIATION", 1988);
        assertThat(lignes.stream().filter(l -> l.cle().equals("compose-a")).findFirst().orElseThrow().mois().get(0).valeur()).as("3 after 2").isEqualByComparingTo("50.0");
    }

    @Test
    void a_part_that_is_not_split_gives_no_figure_and_says_which() {
        carnet.recevoir(LocalDate.of(1988, 5, 1), "compose-a");
        assertThat(comptage.indivisible("DC_MANUEL", Decoupe.MOIS)).contains("35-F27-02").contains("saisi à la main");
        assertThat(parts("DC_MANUEL", Decoupe.MOIS).get("1988-05").raison()).contains("saisi à la main");
        assertThat(parts("DC_MANUEL", Decoupe.UNITE)).isEmpty();
        assertThat(comptage.indivisible("DC_VARIATION", Decoupe.PRODUIT)).contains("ne se détaille pas par produit");
        assertThat(comptage.indivisible("DC_VARIATION", Decoupe.SEXE)).contains("ne se détaille pas par sexe");
        assertThat(comptage.indivisible("IP_RECUES", Decoupe.AGE)).contains("ne se détaille pas par âge");
        assertThat(comptage.indivisible("DC_VARIATION", Decoupe.UNITE)).isNull();
        for (Decoupe d : Decoupe.values()) {
            assertThat(comptage.indivisible("DC_MESURES", d)).as("%s", d).isNull();
        }
        assertThat(parts("IP_RECUES", Decoupe.PRODUIT)).isEmpty();
    }

    @Test
    void exclusions_of_what_is_made_of_others_are_those_of_its_parts() {
        carnet.recevoir(LocalDate.of(1988, 6, 1), "compose-a", false);
        List<Comptage.Exclu> exclus = comptage.exclus("DC_RATIO", 1988, Connu.maintenant());
        assertThat(exclus).anySatisfy(x -> {
            assertThat(x.raison()).endsWith("personnes se déclarant mineures").startsWith("«\u00a0");
            assertThat(x.nombre()).isPositive();
        });
        assertThat(comptage.exclus("IP_RECUES", 1988, Connu.maintenant())).anySatisfy(x -> assertThat(x.raison()).isEqualTo("Personnes se déclarant mineures"))
                .doesNotHaveDuplicates();
        assertThat(comptage.exclus("IP_RECUES", 1960, Connu.maintenant())).allSatisfy(x -> assertThat(x.nombre()).isNull());
    }
}
