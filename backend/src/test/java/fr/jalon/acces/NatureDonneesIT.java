package fr.jalon.acces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.commun.Ids;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.reception.Accueil;
import fr.jalon.mesure.Atelier;
import fr.jalon.projet.AtelierProjet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** Health and justice inside a file in sight: one rule for documents, lists, pages and the words of a path. */
@TestIntegration
class NatureDonneesIT {

    private static final byte[] TEXTE = "Une pièce d’essai.".getBytes(StandardCharsets.UTF_8);

    @Autowired
    private MockMvc mvc;
    @Autowired
    private Accueil accueil;
    @Autowired
    private Atelier atelier;
    @Autowired
    private AtelierProjet projets;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;

    private UUID assistante;
    private UUID evaluateur;
    private UUID superviseur;
    private UUID ip;
    private UUID enfant;

    @BeforeEach
    void une_ip() throws Exception {
        assistante = gens.de(Role.ASSISTANTE_IP, Atelier.UNITE);
        evaluateur = gens.de(Role.EVALUATEUR, Atelier.UNITE);
        superviseur = gens.de(Role.SUPERVISEUR, null);
        ip = accueil.qualifier(assistante, accueil.recevoir(assistante));
        enfant = jdbc.sql("select enfant_id from mineur_concerne where ip_id = ?").param(ip).query(UUID.class).single();
    }

    private UUID joindre(String type, UUID sujet, String genre, String nature) throws Exception {
        var demande = multipart("/api/documents").file(new MockMultipartFile("fichier", "Diagnostic " + UUID.randomUUID() + ".txt", "text/plain",
                (new String(TEXTE, StandardCharsets.UTF_8) + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8)))
                .param("sujetType", type).param("sujetId", sujet.toString()).param("genre", genre);
        if (nature != null) {
            demande.param("nature", nature);
        }
        return accueil.id(mvc.perform(demande.with(gens.comme(evaluateur))).andExpect(status().isCreated()), "id");
    }

    private JsonNode vu(UUID qui, String type, UUID sujet, UUID document) throws Exception {
        for (JsonNode d : accueil.lu(qui, "/api/documents?sujetType=" + type + "&sujetId=" + sujet)) {
            if (d.get("id").asText().equals(document.toString())) {
                return d;
            }
        }
        throw new AssertionError("absent");
    }

    @ParameterizedTest
    @CsvSource({"CERTIFICAT, MEDICAL", "DECISION_JUSTICE, JUDICIAIRE", "SIGNALEMENT, JUDICIAIRE", "SOIT_TRANSMIS, JUDICIAIRE", "RAPPORT, FAITS", "AUTRE, FAITS"})
    void a_document_is_of_the_kind_its_genre_says_unless_somebody_says_otherwise(String genre, String nature) throws Exception {
        assertThat(vu(evaluateur, "IP", ip, joindre("IP", ip, genre, null)).get("nature").asText()).isEqualTo(nature);
        assertThat(vu(evaluateur, "IP", ip, joindre("IP", ip, genre, "MEDICAL")).get("nature").asText()).isEqualTo("MEDICAL");
    }

    @Test
    void a_document_of_health_is_listed_without_its_name_and_not_opened_by_whoever_only_watches_delays() throws Exception {
        for (String type : new String[] {"IP", "ENFANT"}) {
            UUID sujet = type.equals("IP") ? ip : enfant;
            UUID document = joindre(type, sujet, "CERTIFICAT", null);
            JsonNode cache = vu(superviseur, type, sujet, document);
            assertThat(cache.get("lisible").asBoolean()).isFalse();
            assertThat(cache.get("nom").asText()).isEqualTo("Document réservé");
            accueil.lire(superviseur, "/api/documents/" + document + "/contenu").andExpect(status().isForbidden());
            assertThat(jdbc.sql("select count(*) from journal_acces where utilisateur_id = ? and genre = 'REFUS' and quoi = 'donnee MEDICAL'").param(superviseur)
                    .query(Long.class).single()).isPositive();
            assertThat(jdbc.sql("select count(*) from journal_acces where utilisateur_id = ? and sujet_id = ? and genre = 'OUVERTURE'").params(superviseur, document)
                    .query(Long.class).single()).isZero();
            for (Role role : new Role[] {Role.EVALUATEUR, Role.REF, Role.REFERENT_PPEF, Role.RESPONSABLE_CDAS}) {
                UUID qui = gens.de(role, Atelier.UNITE);
                assertThat(vu(qui, type, sujet, document).get("nom").asText()).startsWith("Diagnostic");
                accueil.lire(qui, "/api/documents/" + document + "/contenu").andExpect(status().isOk());
            }
        }
    }

    @Test
    void justice_is_read_by_whoever_watches_delays_and_health_is_not() throws Exception {
        accueil.lire(superviseur, "/api/documents/" + joindre("IP", ip, "DECISION_JUSTICE", null) + "/contenu").andExpect(status().isOk());
        accueil.lire(superviseur, "/api/documents/" + joindre("IP", ip, "RAPPORT", "MEDICAL") + "/contenu").andExpect(status().isForbidden());
    }

    @Test
    void a_mission_held_elsewhere_opens_nothing_here() throws Exception {
        UUID document = joindre("IP", ip, "CERTIFICAT", null);
        // Supervises here, decides in another territory.
        jdbc.sql("insert into utilisateur_role(utilisateur_id, role, unite_id) values (?, 'REF', 'cdas-fougeres')").param(superviseur).update();
        accueil.lire(superviseur, "/api/documents/" + document + "/contenu").andExpect(status().isForbidden());
    }

    @Test
    void an_exceptional_opening_shows_justice_and_not_health() throws Exception {
        UUID medical = joindre("ENFANT", enfant, "CERTIFICAT", null);
        UUID judiciaire = joindre("ENFANT", enfant, "DECISION_JUSTICE", null);
        UUID loin = gens.de(Role.EVALUATEUR, "cdas-fougeres");
        jdbc.sql("insert into acces_exceptionnel(id, enfant_id, utilisateur_id, motif, unites, du, au) values (gen_random_uuid(), ?, ?, 'La fratrie arrive ce soir.', 'x',"
                + " now(), now() + interval '23 hours')").params(enfant, loin).update();
        accueil.lire(loin, "/api/documents/" + judiciaire + "/contenu").andExpect(status().isOk());
        accueil.lire(loin, "/api/documents/" + medical + "/contenu").andExpect(status().isForbidden());
    }

    @Test
    void a_kind_is_changed_by_whoever_writes_and_reads_it_and_not_to_open_what_was_kept_from_one() throws Exception {
        UUID document = joindre("IP", ip, "AUTRE", null);
        accueil.poster(evaluateur, "/api/documents/" + document + "/nature", Map.of("nature", "MEDICAL")).andExpect(status().isNoContent());
        assertThat(vu(superviseur, "IP", ip, document).get("lisible").asBoolean()).isFalse();
        accueil.poster(superviseur, "/api/documents/" + document + "/nature", Map.of("nature", "FAITS")).andExpect(status().isForbidden());
        accueil.poster(evaluateur, "/api/documents/" + document + "/nature", Map.of()).andExpect(status().isUnprocessableEntity());
        accueil.poster(gens.de(Role.EVALUATEUR, "cdas-fougeres"), "/api/documents/" + document + "/nature", Map.of("nature", "FAITS")).andExpect(status().isNotFound());
    }

    @Test
    void the_opinion_of_a_doctor_is_read_by_evaluators_and_told_as_kept_to_whoever_watches_delays() throws Exception {
        for (String partenaire : new String[] {"MEDECIN", "PMI", "ECOLE"}) {
            jdbc.sql("""
                    insert into avis_demande(id, ip_id, partenaire, destinataire, question, demande_le, moyen, saisie_le, recu_le, reponse)
                    values (?, ?, ?, 'Une personne', 'Question à ' || ?, ?, 'COURRIER', now(), ?, 'Réponse de ' || ?)""")
                    .params(Ids.nouveau(), ip, partenaire, partenaire, LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 6), partenaire).update();
        }
        String complete = accueil.lu(evaluateur, "/api/ip/" + ip + "/evaluation").get("avis").toString();
        assertThat(complete).contains("Réponse de MEDECIN", "Réponse de PMI", "Réponse de ECOLE");
        JsonNode reduite = accueil.lu(superviseur, "/api/ip/" + ip + "/evaluation").get("avis");
        assertThat(reduite.toString()).contains("Réponse de ECOLE", "Question à ECOLE").doesNotContain("Réponse de MEDECIN", "Réponse de PMI", "Question à PMI");
        assertThat(reduite.findValuesAsText("reserve")).containsExactlyInAnyOrder("true", "true", "false");
    }

    @Test
    void what_a_young_person_says_of_their_health_is_left_out_for_whoever_only_watches_delays() throws Exception {
        UUID jeune = atelier.enfant(atelier.ilYA(5860));
        projets.mesure(atelier.placement(40, jeune), 30);
        UUID autonomie = jdbc.sql("select id from autonomie where enfant_id = ?").param(jeune).query(UUID.class).single();
        UUID acte = jdbc.sql("select id from autonomie_acte where autonomie_id = ? limit 1").param(autonomie).query(UUID.class).single();
        jdbc.sql("insert into autonomie_mot(acte_id, code, rang, texte) values (?, 'section.SANTE', 0, 'Soins en cours secrets'), (?, 'section.LOGEMENT', 0, 'Un studio')")
                .params(acte, acte).update();
        UUID referent = gens.de(Role.REFERENT_PPEF, Atelier.UNITE);
        assertThat(accueil.lu(referent, "/api/autonomies/" + autonomie).toString()).contains("Soins en cours secrets", "Un studio");
        assertThat(accueil.lu(superviseur, "/api/autonomies/" + autonomie).toString()).contains("Un studio").doesNotContain("Soins en cours secrets");
    }
}
