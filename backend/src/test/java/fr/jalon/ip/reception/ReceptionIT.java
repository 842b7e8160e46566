package fr.jalon.ip.reception;

import static fr.jalon.ip.reception.Accueil.connu;
import static fr.jalon.ip.reception.Accueil.enfant;
import static fr.jalon.ip.reception.Accueil.famille;
import static fr.jalon.ip.reception.Accueil.transmetteur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.acces.Role;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestIntegration
class ReceptionIT {

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
    void an_intake_opens_file_process_task_due_date_event_and_journal_together() throws Exception {
        UUID id = accueil.recevoir(assistante);

        assertThat(jdbc.sql("select unite_id || ' ' || etat from information_entrante where id = ?").param(id).query(String.class).single())
                .isEqualTo(UNITE + " A_ANALYSER");
        assertThat(jdbc.sql("select etape || ' ' || mission || ' ' || unite_id from tache where sujet_id = ?").param(id).query(String.class).list())
                .containsExactly("premiere-analyse recueil " + UNITE);
        assertThat(jdbc.sql("select date_legale is not null from tache where sujet_id = ?").param(id).query(Boolean.class).single()).isTrue();
        assertThat(jdbc.sql("select count(*) from processus_instance where sujet_id = ? and actif").param(id).query(Long.class).single()).isOne();
        assertThat(jdbc.sql("""
                select dimensions ->> 'nature' || ' ' || (dimensions ->> 'origine') || ' ' || (dimensions ->> 'mode') || ' ' || (dimensions ->> 'urgence')
                from evenement e join evenement_sujet s on s.evenement_id = e.id where s.sujet_id = ? and e.type = 'information.recue'""")
                .param(id).query(String.class).single()).isEqualTo("INFORMATION EDUCATION_NATIONALE TELEPHONE NON");
        assertThat(jdbc.sql("select count(*) from journal_acces where sujet_id = ? and quoi = 'information.recevoir'").param(id)
                .query(Long.class).single()).isOne();
        assertThat(jdbc.sql("select count(*) from information_mineur m join enfant e on e.id = m.enfant_id where m.information_id = ?").param(id)
                .query(Long.class).single()).isOne();
    }

    @Test
    void a_reception_in_the_future_is_refused_at_its_field_and_nothing_remains() throws Exception {
        long avant = jdbc.sql("select count(*) from enfant").query(Long.class).single();
        Map<String, Object> saisie = accueil.saisie();
        saisie.put("recueLe", LocalDateTime.ofInstant(horloge.maintenant().plus(2, ChronoUnit.HOURS), horloge.zone()).toString());
        accueil.poster(assistante, "/api/informations", saisie).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("recueLe"));
        assertThat(jdbc.sql("select count(*) from enfant").query(Long.class).single()).isEqualTo(avant);
    }

    @Test
    void what_is_missing_or_unknown_is_told_field_by_field() throws Exception {
        Map<String, Object> saisie = accueil.saisie();
        saisie.put("faits", " ");
        saisie.put("nature", "");
        accueil.poster(assistante, "/api/informations", saisie).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[*].champ", hasItem("faits"))).andExpect(jsonPath("$.erreurs[*].champ", hasItem("nature")));

        saisie = accueil.saisie();
        saisie.put("origine", "INCONNUE");
        saisie.put("transmetteur", transmetteur("ANONYME", "M. Essai", false));
        accueil.poster(assistante, "/api/informations", saisie).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[*].champ", hasItem("origine"))).andExpect(jsonPath("$.erreurs[*].champ", hasItem("transmetteur.nom")));

        saisie = accueil.saisie();
        saisie.put("famille", famille(connu(UUID.randomUUID())));
        accueil.poster(assistante, "/api/informations", saisie).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("famille.enfants[0].enfantId"));

        saisie = accueil.saisie();
        saisie.put("famille", famille(enfant("", "", "2016-05-04")));
        accueil.poster(assistante, "/api/informations", saisie).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("famille.enfants[0].nouveau.nom"));
    }

    @Test
    void an_old_reception_passes_with_a_reason_that_is_kept_and_counted() throws Exception {
        Map<String, Object> saisie = accueil.saisie();
        saisie.put("recueLe", "2024-02-03T22:15");
        saisie.put("regularisation", true);
        accueil.poster(assistante, "/api/informations", saisie).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.avertissements[*].code", hasItem("RECEPTION_ANCIENNE")))
                .andExpect(jsonPath("$.avertissements[*].code", hasItem("ASTREINTE_NON_PRECISEE")));

        saisie.put("astreinte", "NUIT");
        saisie.put("motifs", Map.of("RECEPTION_ANCIENNE", "Courrier retrouvé."));
        UUID id = accueil.recevoir(assistante, saisie);

        assertThat(jdbc.sql("select recue_le at time zone 'Europe/Paris' from information_entrante where id = ?").param(id)
                .query(LocalDateTime.class).single()).isEqualTo("2024-02-03T22:15");
        assertThat(jdbc.sql("select numero from information_entrante where id = ?").param(id).query(String.class).single()).startsWith("INF-2024-");
        assertThat(jdbc.sql("select avertissements ->> 'RECEPTION_ANCIENNE' from information_entrante where id = ?").param(id)
                .query(String.class).single()).isEqualTo("Courrier retrouvé.");
        assertThat(jdbc.sql("""
                select e.dimensions ->> 'motifs' from evenement e join evenement_sujet s on s.evenement_id = e.id
                where s.sujet_id = ? and e.type = 'information.motif-donne'""").param(id).query(String.class).single()).isEqualTo("RECEPTION_ANCIENNE");
        assertThat(jdbc.sql("""
                select e.jour::text from evenement e join evenement_sujet s on s.evenement_id = e.id
                where s.sujet_id = ? and e.type = 'information.recue'""").param(id).query(String.class).single()).isEqualTo("2024-02-03");
    }

    @Test
    void the_same_form_sent_twice_is_one_information_even_at_the_same_instant() throws Exception {
        Map<String, Object> saisie = accueil.saisie();
        saisie.put("reference", "DOUBLE-" + UUID.randomUUID());
        UUID cle = UUID.randomUUID();
        CountDownLatch ensemble = new CountDownLatch(2);
        Callable<UUID> envoi = () -> {
            ensemble.countDown();
            ensemble.await();
            return accueil.id(accueil.poster(assistante, "/api/informations", saisie, cle).andExpect(status().isCreated()), "id");
        };
        ExecutorService fils = Executors.newFixedThreadPool(2);
        try {
            List<Future<UUID>> envois = fils.invokeAll(List.of(envoi, envoi));
            assertThat(envois.get(0).get()).isEqualTo(envois.get(1).get());
            assertThat(envoi(saisie, cle)).isEqualTo(envois.get(0).get());
        } finally {
            fils.shutdown();
        }
        assertThat(jdbc.sql("select count(*) from information_entrante where reference_externe = ?").param(saisie.get("reference"))
                .query(Long.class).single()).isOne();
    }

    private UUID envoi(Map<String, Object> saisie, UUID cle) throws Exception {
        return accueil.id(accueil.poster(assistante, "/api/informations", saisie, cle).andExpect(status().isCreated()), "id");
    }

    @Test
    void a_key_in_the_body_is_no_longer_part_of_the_form() throws Exception {
        Map<String, Object> saisie = accueil.saisie();
        saisie.put("cle", UUID.randomUUID());
        accueil.poster(assistante, "/api/informations", saisie).andExpect(status().isBadRequest());
    }

    @Test
    void somebody_who_does_not_receive_is_refused_and_the_refusal_is_journaled() throws Exception {
        UUID evaluateur = gens.de(Role.EVALUATEUR, UNITE);
        accueil.poster(evaluateur, "/api/informations", accueil.saisie()).andExpect(status().isForbidden());
        assertThat(jdbc.sql("select count(*) from journal_acces where utilisateur_id = ? and genre = 'REFUS'").param(evaluateur)
                .query(Long.class).single()).isOne();
    }

    @Test
    void another_unit_neither_receives_for_this_one_nor_reads_what_it_received() throws Exception {
        UUID voisine = gens.de(Role.ASSISTANTE_IP, "cdas-fougeres");
        Map<String, Object> saisie = accueil.saisie();
        saisie.put("unite", UNITE);
        accueil.poster(voisine, "/api/informations", saisie).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("unite"));

        UUID id = accueil.recevoir(assistante);
        accueil.lire(voisine, "/api/informations/" + id).andExpect(status().isNotFound());
        accueil.lire(voisine, "/api/informations/" + id + "/analyse").andExpect(status().isNotFound());
        accueil.poster(voisine, "/api/informations/" + id + "/analyse", Map.of("version", 0, "orientation", "NON_QUALIFIEE", "vers", "PMI"))
                .andExpect(status().isNotFound());
        accueil.poster(voisine, "/api/informations/" + id + "/navettes", Map.of("service", "PMI", "question", "Connue ?")).andExpect(status().isNotFound());
        accueil.poster(voisine, "/api/informations/" + id + "/retour", Map.of("version", 0, "le", "2026-01-01")).andExpect(status().isNotFound());
        assertThat(accueil.lu(voisine, "/api/informations").get("lignes").findValuesAsText("id")).doesNotContain(id.toString());
    }

    @Test
    void a_private_or_confidential_sender_is_known_to_those_who_received_only() throws Exception {
        UUID evaluateur = gens.de(Role.EVALUATEUR, UNITE);
        UUID direction = gens.de(Role.SUPERVISEUR, null);
        Map<String, Object> saisie = accueil.saisie();
        saisie.put("transmetteur", transmetteur("PARTICULIER", "M. Voisin", false));
        UUID prive = accueil.recevoir(assistante, saisie);

        assertThat(transmetteurVu(assistante, prive).get("nom").asText()).isEqualTo("M. Voisin");
        for (UUID autre : List.of(evaluateur, direction)) {
            JsonNode vu = transmetteurVu(autre, prive);
            assertThat(vu.get("reserve").asBoolean()).isTrue();
            assertThat(vu.get("nom").isNull() && vu.get("contact").isNull() && vu.get("qualite").isNull()).isTrue();
        }
    }

    @Test
    void a_professional_sender_is_known_to_the_evaluators_once_entrusted() throws Exception {
        UUID evaluateur = gens.de(Role.EVALUATEUR, UNITE);
        UUID pro = accueil.recevoir(assistante);
        assertThat(transmetteurVu(evaluateur, pro).get("reserve").asBoolean()).isTrue();
        UUID ip = accueil.qualifier(assistante, pro);
        accueil.confier(assistante, ip, UNITE, Map.of()).andExpect(status().isNoContent());
        assertThat(transmetteurVu(evaluateur, pro).get("nom").asText()).isEqualTo("Mme Essai");
    }

    @Test
    void the_queue_shows_urgent_first_and_its_counters_count_its_lists() throws Exception {
        String unite = "cdas-combourg";
        UUID agent = gens.de(Role.ASSISTANTE_IP, unite);
        UUID calme = accueil.recevoir(agent);
        Map<String, Object> urgente = accueil.saisie();
        urgente.put("urgence", true);
        urgente.put("nature", "SOIT_TRANSMIS");
        UUID premiere = accueil.recevoir(agent, urgente);
        UUID enfant = jdbc.sql("select enfant_id from information_mineur where information_id = ?").param(calme).query(UUID.class).single();
        Map<String, Object> memeEnfant = accueil.saisie();
        memeEnfant.put("famille", famille(connu(enfant)));
        accueil.recevoir(agent, memeEnfant);

        JsonNode file = accueil.lu(agent, "/api/informations");
        assertThat(file.get("lignes").get(0).get("id").asText()).isEqualTo(premiere.toString());
        assertThat(file.get("lignes").get(0).get("parquet").asBoolean()).isTrue();
        JsonNode compteurs = accueil.lu(agent, "/api/informations/compteurs");
        for (String vue : List.of("A_ANALYSER", "URGENTES", "PARQUET", "DOUBLONS", "NAVETTES")) {
            assertThat(accueil.lu(agent, "/api/informations?vue=" + vue).get("lignes").size()).as(vue).isEqualTo(compteurs.get(vue).asInt());
        }
        assertThat(compteurs.get("DOUBLONS").asInt()).isEqualTo(2);
    }

    @Test
    void the_queue_goes_on_from_its_last_line_without_losing_or_doubling_one() throws Exception {
        UUID agent = gens.de(Role.ASSISTANTE_IP, "cdas-semnon");
        for (int i = 0; i < 53; i++) {
            Map<String, Object> saisie = accueil.saisie();
            saisie.put("urgence", i % 2 == 0);
            accueil.recevoir(agent, saisie);
        }
        JsonNode premiere = accueil.lu(agent, "/api/informations");
        JsonNode seconde = accueil.lu(agent, "/api/informations?apres=" + premiere.get("suite").asText());
        List<String> tous = new java.util.ArrayList<>(ids(premiere));
        tous.addAll(ids(seconde));
        assertThat(ids(premiere)).hasSize(50);
        assertThat(tous).hasSize(53).doesNotHaveDuplicates();
        assertThat(seconde.get("suite").isNull()).isTrue();
        accueil.lire(agent, "/api/informations?apres=nimporte").andExpect(status().isUnprocessableEntity());
    }

    @Test
    void opening_an_information_is_a_line_of_the_journal_and_a_list_is_none() throws Exception {
        UUID id = accueil.recevoir(assistante);
        long avant = lignes();
        accueil.lu(assistante, "/api/informations");
        assertThat(lignes()).isEqualTo(avant);
        accueil.lu(assistante, "/api/informations/" + id);
        assertThat(lignes()).isEqualTo(avant + 1);
    }

    @Test
    void a_request_for_feedback_counts_from_its_own_day_and_only_once() throws Exception {
        Map<String, Object> saisie = accueil.saisie();
        saisie.put("transmetteur", transmetteur("PARTICULIER", "M. Voisin", false));
        UUID id = accueil.recevoir(assistante, saisie);
        String aujourdhui = horloge.aujourdhui().toString();
        String chemin = "/api/informations/" + id + "/retour";
        accueil.poster(assistante, chemin, Map.of("version", 0, "le", horloge.aujourdhui().minusDays(3).toString()))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("le"));
        accueil.poster(assistante, chemin, Map.of("version", 0, "le", aujourdhui)).andExpect(status().isNoContent());
        accueil.poster(assistante, chemin, Map.of("version", 0, "le", aujourdhui)).andExpect(status().isConflict());
        accueil.poster(assistante, chemin, Map.of("version", 1, "le", aujourdhui)).andExpect(status().isUnprocessableEntity());
        assertThat(accueil.lu(assistante, "/api/informations/" + id).get("retourDemandeLe").asText()).isEqualTo(aujourdhui);
    }

    @Test
    void an_unborn_child_and_a_child_not_named_yet_can_be_received() throws Exception {
        Map<String, Object> saisie = accueil.saisie();
        saisie.put("famille", famille(
                Map.of("nouveau", Map.of("nom", "Lemoine", "naissance", Map.of("precision", "A_NAITRE", "termePrevu", "2027-03-01"))),
                Map.of("nouveau", Map.of("nonNomme", true, "naissance", Map.of("precision", "INCONNUE")))));
        UUID id = accueil.recevoir(assistante, saisie);
        JsonNode enfants = accueil.lu(assistante, "/api/informations/" + id).get("enfants");
        assertThat(enfants).hasSize(2);
        assertThat(enfants.get(0).get("aNaitre").asBoolean()).isTrue();
    }

    @Test
    void a_person_who_only_declares_being_a_minor_is_outside_the_counts() throws Exception {
        Map<String, Object> saisie = accueil.saisie();
        saisie.put("famille", famille(Map.of("nouveau", Map.of("nom", "Essai", "prenoms", "Sans", "personneSeDeclarantMineure", true))));
        UUID id = accueil.recevoir(assistante, saisie);
        assertThat(accueil.lu(assistante, "/api/informations/" + id).get("comptee").asBoolean()).isFalse();
        assertThat(jdbc.sql("""
                select e.dimensions ->> 'comptee' from evenement e join evenement_sujet s on s.evenement_id = e.id
                where s.sujet_id = ? and e.type = 'information.recue'""").param(id).query(String.class).single()).isEqualTo("NON");
    }

    private JsonNode transmetteurVu(UUID qui, UUID information) throws Exception {
        return accueil.lu(qui, "/api/informations/" + information).get("transmetteur");
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new java.util.ArrayList<>();
        page.get("lignes").forEach(l -> ids.add(l.get("id").asText()));
        return ids;
    }

    private long lignes() {
        return jdbc.sql("select count(*) from journal_acces where utilisateur_id = ?").param(assistante).query(Long.class).single();
    }
}
