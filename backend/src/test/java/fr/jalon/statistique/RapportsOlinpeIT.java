package fr.jalon.statistique;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.reception.Accueil;
import fr.jalon.mesure.Atelier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The report of a month, made once, made late, read by those who may, and the files it sends people to. */
@TestIntegration
class RapportsOlinpeIT {

    /** Measures decided that long ago: their months have no report of any other test. */
    private static final int AVANT = 1500;

    @Autowired
    private Atelier atelier;
    @Autowired
    private Accueil accueil;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private RapportsOlinpe rapports;
    @Autowired
    private RattrapageOlinpe rattrapage;

    private UUID observatoire;

    @BeforeEach
    void venir() {
        observatoire = gens.de(Role.OBSERVATOIRE, null);
    }

    private boolean etablir(YearMonth mois) {
        return IdentiteCourante.en(Identite.systeme("essai"), () -> rapports.etablir(mois));
    }

    private static JsonNode trouver(JsonNode liste, String champ, String valeur) {
        for (JsonNode n : liste) {
            if (n.get(champ).asText().equals(valeur)) {
                return n;
            }
        }
        throw new AssertionError(valeur + " absent de " + liste);
    }

    @Test
    void the_report_of_a_month_is_made_once_told_to_the_officer_and_opens_the_files_to_whoever_sees_them() throws Exception {
        UUID enfant = atelier.enfant(atelier.ilYA(AVANT + 3000));
        UUID mesure = atelier.ouvrir(atelier.ref(), atelier.judiciaire(AVANT, enfant)).get(0);
        String numero = jdbc.sql("select numero from mesure where id = ?").param(mesure).query(String.class).single();
        YearMonth mois = YearMonth.from(atelier.ilYA(AVANT));
        assertThat(etablir(mois)).isTrue();
        long lignes = jdbc.sql("select count(*) from olinpe_rapport_variable").query(Long.class).single();
        assertThat(etablir(mois)).isFalse();
        assertThat(jdbc.sql("select count(*) from olinpe_rapport_variable").query(Long.class).single()).isEqualTo(lignes);

        JsonNode histoire = accueil.lu(observatoire, "/api/statistiques/olinpe/" + mois.getYear() + "/rapports");
        JsonNode rapport = trouver(histoire.get("rapports"), "mois", String.valueOf(mois.getMonthValue()));
        JsonNode sexe = trouver(rapport.get("variables"), "code", "SEXE");
        assertThat(sexe.get("attendues").asLong()).isPositive();
        assertThat(sexe.get("remplies").asLong()).isLessThan(sexe.get("attendues").asLong());
        assertThat(sexe.get("alerte").asText()).isEqualTo("SEUIL");
        assertThat(trouver(rapport.get("variables"), "code", "DECISION").get("sousSeuil").asBoolean()).isFalse();

        JsonNode fiche = accueil.lu(observatoire, "/api/statistiques/olinpe/" + mois.getYear() + "/variables/SEXE");
        assertThat(trouver(fiche.get("unites"), "unite", Atelier.UNITE).get("sousSeuil").asBoolean()).isTrue();
        assertThat(fiche.get("source").asText()).contains("2016-1966");
        assertThat(trouver(fiche.get("modalites"), "code", "1").get("libelle").asText()).isEqualTo("Garçon");

        // Whoever counts learns how many, and opens none; the unit opens its own; another unit sees nothing.
        String manques = "/api/statistiques/olinpe/" + mois.getYear() + "/manques?variable=SEXE";
        JsonNode comptes = accueil.lu(observatoire, manques);
        assertThat(comptes.get("dossiers")).isEmpty();
        assertThat(comptes.get("horsDeVue").asInt()).isPositive();
        JsonNode siens = accueil.lu(atelier.ref(), manques);
        assertThat(trouver(siens.get("dossiers"), "numero", numero).get("enfantId").asText()).isEqualTo(enfant.toString());
        assertThat(trouver(siens.get("dossiers"), "numero", numero).get("ou").asText()).isEqualTo("ENFANT");
        assertThat(siens.get("horsDeVue").isNull()).isTrue();
        assertThat(trouver(siens.get("variables"), "code", "SEXE").get("dossiers").asInt()).isPositive();
        assertThat(accueil.lu(gens.de(Role.REF, "cdas-saint-malo"), manques).get("dossiers").toString()).doesNotContain(numero);
        jdbc.sql("update enfant set sexe = 'FILLE' where id = ?").param(enfant).update();
        assertThat(accueil.lu(atelier.ref(), manques).get("dossiers").toString()).doesNotContain(numero);
    }

    @Test
    void a_file_for_named_people_only_is_not_told_to_others() throws Exception {
        UUID enfant = atelier.enfant(atelier.ilYA(AVANT + 3000));
        UUID mesure = atelier.ouvrir(atelier.ref(), atelier.judiciaire(AVANT, enfant)).get(0);
        jdbc.sql("update enfant set restreint = true where id = ?").param(enfant).update();
        String manques = "/api/statistiques/olinpe/" + atelier.ilYA(AVANT).getYear() + "/manques?variable=SEXE";
        assertThat(accueil.lu(atelier.ref(), manques).get("dossiers").toString()).doesNotContain(mesure.toString());
    }

    @Test
    void months_nobody_reported_are_made_up_for_once_after_the_server_comes_back() {
        LocalDate jour = atelier.ilYA(0);
        rattrapage.rattraper(jour);
        YearMonth dernier = jdbc.sql("select annee, mois from olinpe_rapport order by annee desc, mois desc limit 1")
                .query((l, n) -> YearMonth.of(l.getInt(1), l.getInt(2))).single();
        // Three months without a server, whatever another test's journey through time has already made.
        LocalDate retour = dernier.plusMonths(4).atDay(2);
        assertThat(rattrapage.rattraper(retour)).isEqualTo(3);
        assertThat(rattrapage.rattraper(retour)).isZero();
        List<YearMonth> faits = new ArrayList<>(jdbc.sql("select annee, mois from olinpe_rapport").query((l, n) -> YearMonth.of(l.getInt(1), l.getInt(2))).list());
        assertThat(faits).contains(dernier.plusMonths(1), dernier.plusMonths(2), dernier.plusMonths(3)).doesNotContain(dernier.plusMonths(4));
        // A stop of years is not made up for month by month.
        assertThat(IdentiteCourante.en(Identite.systeme("essai"), () -> rapports.dus(dernier.plusMonths(300)))).hasSize(24);
    }

    @Test
    void a_notice_stays_until_each_officer_has_read_it_and_is_nobody_elses() throws Exception {
        YearMonth mois = YearMonth.from(atelier.ilYA(0)).minusMonths(9);
        UUID id = UUID.randomUUID();
        if (jdbc.sql("insert into olinpe_rapport(id, annee, mois, dictionnaire, evenements, jeunes, etabli_le) values (?, ?, ?, 2026, 1, 1, now()) on conflict do nothing")
                .params(id, mois.getYear(), mois.getMonthValue()).update() == 1) {
            jdbc.sql("insert into olinpe_rapport_variable(rapport_id, variable, attendues, remplies, alerte) values (?, 'LIEUACC', 10, 3, 'CHUTE')").param(id).update();
        }
        String lecture = "/api/statistiques/olinpe/" + mois.getYear() + "/rapports/" + mois.getMonthValue() + "/lecture";
        String attendu = mois + " LIEUACC CHUTE";
        assertThat(avis(observatoire)).contains(attendu);
        assertThat(avis(gens.de(Role.SUPERVISEUR, null))).isEmpty();
        accueil.lire(atelier.ref(), "/api/statistiques/olinpe/avis").andExpect(status().isForbidden());
        accueil.poster(gens.de(Role.SUPERVISEUR, null), lecture, Map.of()).andExpect(status().isForbidden());
        accueil.poster(observatoire, lecture, Map.of()).andExpect(status().isNoContent());
        accueil.poster(observatoire, lecture, Map.of()).andExpect(status().isNoContent());
        assertThat(avis(observatoire)).doesNotContain(attendu);
        assertThat(avis(gens.de(Role.OBSERVATOIRE, null))).contains(attendu);
    }

    private List<String> avis(UUID qui) throws Exception {
        List<String> avis = new ArrayList<>();
        accueil.lu(qui, "/api/statistiques/olinpe/avis").get("avis")
                .forEach(a -> avis.add(YearMonth.of(a.get("annee").asInt(), a.get("mois").asInt()) + " " + a.get("code").asText() + " " + a.get("alerte").asText()));
        return avis;
    }

    @Test
    void reports_are_for_whoever_counts_and_what_does_not_exist_is_said() throws Exception {
        int annee = atelier.ilYA(0).getYear();
        UUID referent = atelier.referent();
        for (String adresse : List.of(annee + "/rapports", annee + "/variables/SEXE")) {
            accueil.lire(atelier.ref(), "/api/statistiques/olinpe/" + adresse).andExpect(status().isForbidden());
        }
        accueil.lire(referent, "/api/statistiques/olinpe/" + annee + "/manques").andExpect(status().isForbidden());
        accueil.lire(observatoire, "/api/statistiques/olinpe/" + (annee + 1) + "/rapports").andExpect(status().isUnprocessableEntity());
        accueil.lire(observatoire, "/api/statistiques/olinpe/" + (annee + 1) + "/manques").andExpect(status().isUnprocessableEntity());
        accueil.lire(observatoire, "/api/statistiques/olinpe/" + annee + "/variables/TAILLE").andExpect(status().isNotFound());
        accueil.lire(observatoire, "/api/statistiques/olinpe/" + annee + "/manques?variable=NIVSCO").andExpect(status().isNotFound());
        accueil.poster(observatoire, "/api/statistiques/olinpe/" + annee + "/rapports/13/lecture", Map.of()).andExpect(status().isNotFound());
        accueil.lire(observatoire, "/api/statistiques/olinpe/" + annee + "/rapports").andExpect(status().isOk());
    }
}
