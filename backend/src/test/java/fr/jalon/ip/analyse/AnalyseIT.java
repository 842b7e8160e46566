package fr.jalon.ip.analyse;

import static fr.jalon.ip.reception.Accueil.connu;
import static fr.jalon.ip.reception.Accueil.enfant;
import static fr.jalon.ip.reception.Accueil.famille;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.acces.Role;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.reception.Accueil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestIntegration
class AnalyseIT {

    private static final String UNITE = "cdas-redon";

    @Autowired
    private Accueil accueil;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Horloge horloge;

    private UUID assistante;

    @BeforeEach
    void arriver() {
        assistante = gens.de(Role.ASSISTANTE_IP, UNITE);
    }

    @Test
    void a_qualified_information_becomes_an_ip_with_its_minors_its_track_and_its_period() throws Exception {
        Map<String, Object> saisie = accueil.saisie();
        saisie.put("famille", famille(enfant("Lemoine", "Zoé", "2016-05-04"), enfant("Lemoine", "Noé", horloge.aujourdhui().minusMonths(8).toString())));
        UUID information = accueil.recevoir(assistante, saisie);
        UUID ip = accueil.qualifier(assistante, information, Map.of("domicile", famille(enfant("Martin", "Léa", "2014-01-01"))));

        assertThat(jdbc.sql("select origine from mineur_concerne where ip_id = ? order by ordre").param(ip).query(String.class).list())
                .containsExactly("INFORMATION", "INFORMATION", "DOMICILE");
        assertThat(jdbc.sql("select etat || ' ' || voie_proposee from information_preoccupante where id = ?").param(ip).query(String.class).single())
                .isEqualTo("A_CONFIER REDUITE");
        assertThat(taches(ip)).containsExactly("confier");
        assertThat(jdbc.sql("select count(*) from tache where sujet_id = ?").param(information).query(Long.class).single()).isZero();
        assertThat(jdbc.sql("select debut::text from periode where sujet_id = ? and genre = 'TRAITEMENT' and connu_au is null").param(ip)
                .query(String.class).single()).isEqualTo(horloge.aujourdhui().toString());
        assertThat(dimensions(ip, "ip.qualifiee")).contains("orientation=IP").contains("voie=REDUITE").contains("mineurs=3").contains("origine=EDUCATION_NATIONALE");
        assertThat(jdbc.sql("select etat from echeance where sujet_id = ?").param(information).query(String.class).list()).containsExactly("SATISFAITE");
    }

    @Test
    void an_information_not_qualified_ends_with_where_it_was_oriented() throws Exception {
        UUID information = accueil.recevoir(assistante);
        accueil.analyser(assistante, information, "NON_QUALIFIEE", Map.of()).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("vers"));
        accueil.analyser(assistante, information, "NON_QUALIFIEE", Map.of("vers", "PMI", "motif", "Soutien demandé.")).andExpect(status().isOk());
        assertThat(taches(information)).isEmpty();
        assertThat(jdbc.sql("select count(*) from processus_instance where sujet_id = ? and actif").param(information).query(Long.class).single()).isZero();
        assertThat(dimensions(information, "information.orientee")).contains("orientation=NON_QUALIFIEE").contains("vers=PMI");
        assertThat(accueil.lu(assistante, "/api/informations/" + information).get("orientation").get("vers").asText()).isEqualTo("PMI");
    }

    @Test
    void what_is_sent_to_the_service_in_charge_or_to_the_judge_is_counted_apart_and_its_name_is_no_dimension() throws Exception {
        for (String orientation : List.of("TRANSMISE_SERVICE", "TRANSMISE_JUGE")) {
            UUID information = accueil.recevoir(assistante);
            accueil.analyser(assistante, information, orientation, Map.of()).andExpect(status().isUnprocessableEntity());
            accueil.analyser(assistante, information, orientation, Map.of("vers", "Service de Mme Dupont")).andExpect(status().isOk());
            assertThat(dimensions(information, "information.orientee")).contains("orientation=" + orientation).doesNotContain("Dupont");
        }
    }

    @Test
    void two_analyses_of_one_information_the_second_is_told() throws Exception {
        UUID information = accueil.recevoir(assistante);
        accueil.qualifier(assistante, information);
        accueil.analyser(assistante, information, "IP", Map.of("version", 0)).andExpect(status().isConflict());
        accueil.analyser(assistante, information, "IP", Map.of()).andExpect(status().isConflict());
    }

    @Test
    void an_analysis_before_the_reception_or_in_the_future_is_refused_at_its_field() throws Exception {
        UUID information = accueil.recevoir(assistante);
        for (String le : List.of("2020-01-01T10:00", "2099-01-01T10:00")) {
            accueil.analyser(assistante, information, "IP", Map.of("faiteLe", le)).andExpect(status().isUnprocessableEntity())
                    .andExpect(jsonPath("$.erreurs[0].champ").value("faiteLe"));
        }
    }

    @Test
    void a_night_reception_is_analysed_with_its_true_hours_whatever_the_order_of_entry() throws Exception {
        Map<String, Object> saisie = accueil.saisie();
        String hier = horloge.aujourdhui().minusDays(1).toString();
        saisie.put("recueLe", hier + "T22:10");
        saisie.put("regularisation", true);
        saisie.put("astreinte", "NUIT");
        UUID information = accueil.recevoir(assistante, saisie);
        UUID ip = accueil.qualifier(assistante, information, Map.of("faiteLe", hier + "T22:40"));
        assertThat(jdbc.sql("select to_char(qualifiee_le at time zone 'Europe/Paris', 'HH24:MI') from information_preoccupante where id = ?").param(ip)
                .query(String.class).single()).isEqualTo("22:40");
        accueil.confier(assistante, ip, UNITE, Map.of("faitLe", hier + "T22:20")).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("faitLe"));
        accueil.confier(assistante, ip, UNITE, Map.of("faitLe", hier + "T23:05")).andExpect(status().isNoContent());
        assertThat(jdbc.sql("select jour::text from evenement e join evenement_sujet s on s.evenement_id = e.id where s.sujet_id = ? and type = 'ip.confiee'")
                .param(ip).query(String.class).single()).isEqualTo(hier);
    }

    @Test
    void a_complement_joins_the_evaluation_is_told_at_once_and_moves_no_legal_date() throws Exception {
        UUID premiere = accueil.recevoir(assistante);
        UUID ip = accueil.qualifier(assistante, premiere);
        accueil.confier(assistante, ip, UNITE, Map.of()).andExpect(status().isNoContent());
        List<String> avant = dates(ip);
        UUID lecteur = gens.de(Role.EVALUATEUR, UNITE);
        jdbc.sql("insert into tache_lue(utilisateur_id, tache_id, lue_le) select ?, id, now() from tache where sujet_id = ?").params(lecteur, ip).update();

        Map<String, Object> saisie = accueil.saisie();
        saisie.put("famille", famille(connu(enfantDe(premiere))));
        saisie.put("transmetteur", Accueil.transmetteur("PARTICULIER", "M. Voisin", false));
        UUID seconde = accueil.recevoir(assistante, saisie);
        assertThat(accueil.lu(assistante, "/api/informations/" + seconde).get("proches").get(0).get("joignable").asBoolean()).isTrue();
        accueil.analyser(assistante, seconde, "COMPLEMENT", Map.of()).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("ipId"));
        accueil.analyser(assistante, seconde, "COMPLEMENT", Map.of("ipId", ip, "urgence", true)).andExpect(status().isOk());

        assertThat(dates(ip)).isEqualTo(avant);
        assertThat(jdbc.sql("select urgence from tache where sujet_id = ?").param(ip).query(Boolean.class).single()).isTrue();
        assertThat(jdbc.sql("select count(*) from tache_lue where utilisateur_id = ?").param(lecteur).query(Long.class).single()).isZero();
        assertThat(dimensions(ip, "information.jointe")).contains("orientation=COMPLEMENT").contains("urgence=OUI");
        UUID decideur = gens.de(Role.REF, UNITE);
        for (UUID prevenu : List.of(lecteur, decideur)) {
            assertThat(accueil.lu(prevenu, "/api/informations?vue=COMPLEMENTS").get("lignes").findValuesAsText("id")).contains(seconde.toString());
        }
        accueil.lu(decideur, "/api/informations/" + seconde);
        assertThat(accueil.lu(decideur, "/api/informations?vue=COMPLEMENTS").get("lignes").findValuesAsText("id")).doesNotContain(seconde.toString());
        accueil.lire(lecteur, "/api/informations/" + seconde).andExpect(status().isOk()).andExpect(jsonPath("$.transmetteur.reserve").value(true));
        assertThat(jdbc.sql("select count(*) from information_preoccupante where id = ?").param(ip).query(Long.class).single()).isOne();
    }

    @Test
    void after_the_decision_a_new_information_opens_a_linked_ip_and_cannot_be_joined() throws Exception {
        UUID premiere = accueil.recevoir(assistante);
        UUID ip = accueil.qualifier(assistante, premiere);
        jdbc.sql("update information_preoccupante set etat = 'TRAITEE' where id = ?").param(ip).update();
        Map<String, Object> saisie = accueil.saisie();
        saisie.put("famille", famille(connu(enfantDe(premiere))));
        UUID seconde = accueil.recevoir(assistante, saisie);
        accueil.analyser(assistante, seconde, "COMPLEMENT", Map.of("ipId", ip)).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("ipId"));
        UUID suite = accueil.qualifier(assistante, seconde);
        assertThat(jdbc.sql("select suite_de from ip_liee where ip_id = ?").param(suite).query(UUID.class).list()).containsExactly(ip);
        assertThat(accueil.lu(assistante, "/api/ip/" + suite + "/mandat").get("liees").findValuesAsText("id")).containsExactly(ip.toString());
        assertThat(accueil.lu(assistante, "/api/ip/" + ip + "/mandat").get("liees").findValuesAsText("id")).containsExactly(suite.toString());
    }

    @Test
    void another_ip_beside_an_evaluation_under_way_passes_with_a_reason() throws Exception {
        UUID premiere = accueil.recevoir(assistante);
        accueil.qualifier(assistante, premiere);
        Map<String, Object> saisie = accueil.saisie();
        saisie.put("famille", famille(connu(enfantDe(premiere))));
        UUID seconde = accueil.recevoir(assistante, saisie);
        accueil.analyser(assistante, seconde, "IP", Map.of()).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.avertissements[*].code", hasItem("EVALUATION_EN_COURS")));
        accueil.qualifier(assistante, seconde, Map.of("motifs", Map.of("EVALUATION_EN_COURS", "Faits sans lien.")));
        assertThat(jdbc.sql("select avertissements ->> 'EVALUATION_EN_COURS' from information_entrante where id = ?").param(seconde)
                .query(String.class).single()).isEqualTo("Faits sans lien.");
    }

    @Test
    void joining_an_ip_out_of_sight_is_answered_as_if_it_did_not_exist() throws Exception {
        UUID voisine = gens.de(Role.ASSISTANTE_IP, "cdas-fougeres");
        UUID ailleurs = accueil.qualifier(voisine, accueil.recevoir(voisine));
        UUID information = accueil.recevoir(assistante);
        accueil.analyser(assistante, information, "COMPLEMENT", Map.of("ipId", ailleurs)).andExpect(status().isNotFound());
    }

    @Test
    void a_match_out_of_sight_says_only_which_unit_knows() throws Exception {
        UUID voisine = gens.de(Role.ASSISTANTE_IP, "cdas-fougeres");
        UUID premiere = accueil.recevoir(voisine);
        accueil.qualifier(voisine, premiere);
        // The child is followed here too, by another title than that IP.
        jdbc.sql("insert into sujet_unite(sujet_type, sujet_id, unite_id, titre) values ('ENFANT', ?, ?, 'SUIVI')").params(enfantDe(premiere), UNITE).update();
        Map<String, Object> saisie = accueil.saisie();
        saisie.put("famille", famille(connu(enfantDe(premiere))));
        JsonNode proche = accueil.lu(assistante, "/api/informations/" + accueil.recevoir(assistante, saisie)).get("proches").get(0);
        assertThat(proche.get("uniteNom").asText()).isEqualTo("CDAS Fougères");
        assertThat(proche.get("id").isNull() && proche.get("reference").isNull() && proche.get("etatLibelle").isNull()).isTrue();
    }

    @Test
    void a_signalement_leaves_at_once_and_the_evaluation_begins_beside() throws Exception {
        UUID information = accueil.recevoir(assistante);
        Map<String, Object> signalement = Map.of("id", UUID.randomUUID(), "enfantId", enfantDe(information), "destinataire", "PARQUET");
        accueil.analyser(assistante, information, "IP", Map.of("urgence", true, "signalements", List.of(signalement)))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("signalements[0].critere"));
        Map<String, Object> complet = new java.util.HashMap<>(signalement);
        complet.put("critere", "DANGER_GRAVE_IMMEDIAT");
        UUID ip = accueil.qualifier(assistante, information, Map.of("urgence", true, "signalements", List.of(complet)));
        assertThat(jdbc.sql("select count(*) from signalement where ip_id = ?").param(ip).query(Long.class).single()).isOne();
        assertThat(taches(ip)).containsExactly("confier");
        assertThat(dimensions(ip, "signalement.transmis")).contains("critere=DANGER_GRAVE_IMMEDIAT");
    }

    @Test
    void only_whoever_receives_analyses() throws Exception {
        UUID information = accueil.recevoir(assistante);
        UUID ref = gens.de(Role.REF, UNITE);
        accueil.analyser(ref, information, "IP", Map.of()).andExpect(status().isForbidden());
        assertThat(taches(information)).containsExactly("premiere-analyse");
    }

    @Test
    void a_fiche_navette_asks_reminds_and_keeps_its_answer() throws Exception {
        UUID information = accueil.recevoir(assistante);
        String chemin = "/api/informations/" + information + "/navettes";
        accueil.poster(assistante, chemin, Map.of("service", "INCONNU", "question", " ")).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[*].champ", hasItem("service"))).andExpect(jsonPath("$.erreurs[*].champ", hasItem("question")));
        UUID id = UUID.randomUUID();
        Map<String, Object> question = Map.of("id", id, "service", "PMI", "unite", "cdas-fougeres", "question", "Famille connue ?");
        accueil.poster(assistante, chemin, question).andExpect(status().isCreated());
        accueil.poster(assistante, chemin, question).andExpect(status().isCreated());
        JsonNode posee = accueil.lu(assistante, "/api/informations/" + information).get("navettes");
        assertThat(posee).hasSize(1);
        assertThat(posee.get(0).get("attendueLe").asText()).isEqualTo(horloge.aujourdhui().plusDays(5).toString());

        accueil.poster(assistante, "/api/navettes/" + id + "/relance", Map.of("version", 0)).andExpect(status().isNoContent());
        UUID interrogee = gens.de(Role.EVALUATEUR, "cdas-fougeres");
        accueil.poster(gens.de(Role.EVALUATEUR, "cdas-semnon"), "/api/navettes/" + id + "/reponse", Map.of("version", 1, "reponse", "Non."))
                .andExpect(status().isNotFound());
        accueil.poster(gens.de(Role.EVALUATEUR, UNITE), "/api/navettes/" + id + "/reponse", Map.of("version", 1, "reponse", "Non."))
                .andExpect(status().isForbidden());
        accueil.poster(interrogee, "/api/navettes/" + id + "/reponse", Map.of("version", 1, "reponse", " ")).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("reponse"));
        accueil.poster(interrogee, "/api/navettes/" + id + "/reponse", Map.of("version", 1, "reponse", "Suivie depuis 2024.")).andExpect(status().isNoContent());
        accueil.poster(assistante, "/api/navettes/" + id + "/reponse", Map.of("version", 2, "reponse", "Encore.")).andExpect(status().isConflict());
        // What it saw in order to answer closes with the answer.
        accueil.lire(interrogee, "/api/informations/" + information).andExpect(status().isNotFound());
        accueil.poster(interrogee, "/api/navettes/" + id + "/reponse", Map.of("version", 2, "reponse", "Encore.")).andExpect(status().isNotFound());
        assertThat(jdbc.sql("select etat from echeance where objet_id = ?").param(id).query(String.class).single()).isEqualTo("SATISFAITE");
        assertThat(dimensions(information, "navette.repondue")).contains("service=PMI");
    }

    @Test
    void a_unit_asked_twice_sees_the_information_until_it_has_answered_both_and_a_service_is_never_asked() throws Exception {
        UUID information = accueil.recevoir(assistante);
        String chemin = "/api/informations/" + information + "/navettes";
        UUID premiere = UUID.randomUUID();
        UUID seconde = UUID.randomUUID();
        for (UUID id : java.util.List.of(premiere, seconde)) {
            accueil.poster(assistante, chemin, Map.of("id", id, "service", "PMI", "unite", "cdas-fougeres", "question", "Famille connue ?")).andExpect(status().isCreated());
        }
        UUID interrogee = gens.de(Role.EVALUATEUR, "cdas-fougeres");
        accueil.poster(interrogee, "/api/navettes/" + premiere + "/reponse", Map.of("version", 0, "reponse", "Oui.")).andExpect(status().isNoContent());
        accueil.lire(interrogee, "/api/informations/" + information).andExpect(status().isOk());
        accueil.poster(assistante, "/api/navettes/" + seconde + "/renoncement", Map.of("version", 0, "motif", "Sans objet.")).andExpect(status().isNoContent());
        accueil.lire(interrogee, "/api/informations/" + information).andExpect(status().isNotFound());
        accueil.poster(assistante, chemin, Map.of("service", "ASE", "unite", "svc-apase", "question", "Connue ?")).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("unite"));
    }

    @Test
    void a_question_still_open_follows_the_ip_and_one_answered_stays_answered() throws Exception {
        UUID information = accueil.recevoir(assistante);
        UUID repondue = UUID.randomUUID();
        UUID ouverte = UUID.randomUUID();
        for (UUID id : List.of(repondue, ouverte)) {
            accueil.poster(assistante, "/api/informations/" + information + "/navettes", Map.of("id", id, "service", "ASE", "question", "Connue ?"))
                    .andExpect(status().isCreated());
        }
        accueil.poster(assistante, "/api/navettes/" + repondue + "/reponse", Map.of("version", 0, "reponse", "Oui.")).andExpect(status().isNoContent());
        UUID ip = accueil.qualifier(assistante, information);
        assertThat(vivante(repondue)).isEqualTo(information + " SATISFAITE");
        assertThat(vivante(ouverte)).isEqualTo(ip + " OUVERTE");
        accueil.poster(assistante, "/api/navettes/" + ouverte + "/renoncement", Map.of("version", 0, "motif", "Service fermé.")).andExpect(status().isNoContent());
        assertThat(vivante(ouverte)).isEqualTo(ip + " SATISFAITE");
    }

    @Test
    void other_minors_of_the_home_join_the_evaluation_once() throws Exception {
        UUID ip = accueil.qualifier(assistante, accueil.recevoir(assistante));
        long version = version(ip);
        Map<String, Object> ajout = Map.of("version", version, "origine", "DOMICILE", "famille", famille(enfant("Martin", "Léa", "2014-01-01")));
        accueil.poster(assistante, "/api/ip/" + ip + "/mineurs", ajout).andExpect(status().isCreated());
        accueil.poster(assistante, "/api/ip/" + ip + "/mineurs", ajout).andExpect(status().isConflict());
        assertThat(jdbc.sql("select origine from mineur_concerne where ip_id = ? order by ordre").param(ip).query(String.class).list())
                .containsExactly("INFORMATION", "DOMICILE");
        UUID deja = jdbc.sql("select enfant_id from mineur_concerne where ip_id = ? and origine = 'DOMICILE'").param(ip).query(UUID.class).single();
        accueil.poster(assistante, "/api/ip/" + ip + "/mineurs", Map.of("version", version(ip), "origine", "AJOUT", "famille", famille(connu(deja))))
                .andExpect(status().isUnprocessableEntity());
        accueil.poster(gens.de(Role.REFERENT_PPEF, UNITE), "/api/ip/" + ip + "/mineurs",
                Map.of("version", version(ip), "origine", "AJOUT", "famille", famille(enfant("Martin", "Tom", "2012-01-01")))).andExpect(status().isForbidden());
        assertThat(jdbc.sql("select count(distinct objet_id) from echeance where sujet_id = ? and genre = 'EVALUATION' and etat = 'OUVERTE'").param(ip)
                .query(Long.class).single()).isEqualTo(2);
    }

    private String vivante(UUID navette) {
        return jdbc.sql("select sujet_id || ' ' || etat from echeance where objet_id = ? and etat <> 'ANNULEE'").param(navette).query(String.class).single();
    }

    private long version(UUID ip) {
        return jdbc.sql("select version from information_preoccupante where id = ?").param(ip).query(Long.class).single();
    }

    private UUID enfantDe(UUID information) {
        return jdbc.sql("select enfant_id from information_mineur where information_id = ? order by ordre limit 1").param(information).query(UUID.class).single();
    }

    private List<String> taches(UUID sujet) {
        return jdbc.sql("select etape from tache where sujet_id = ?").param(sujet).query(String.class).list();
    }

    /** Legal dates of the evaluation and of the full processing; a new sender adds a right of their own. */
    private List<String> dates(UUID ip) {
        return jdbc.sql("select genre || objet_id || date_legale from echeance where sujet_id = ? and genre in ('EVALUATION', 'TRAITEMENT') and etat = 'OUVERTE' order by 1")
                .param(ip).query(String.class).list();
    }

    private String dimensions(UUID sujet, String type) {
        return jdbc.sql("""
                select string_agg(d.key || '=' || d.value, ' ') from evenement e join evenement_sujet s on s.evenement_id = e.id,
                    jsonb_each_text(e.dimensions) d where s.sujet_id = ? and e.type = ?""").params(sujet, type).query(String.class).single();
    }
}
