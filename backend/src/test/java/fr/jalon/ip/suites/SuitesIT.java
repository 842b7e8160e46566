package fr.jalon.ip.suites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Role;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.decision.Affaires;
import fr.jalon.ip.decision.Affaires.Affaire;
import fr.jalon.ip.reception.Accueil;
import fr.jalon.processus.Veille;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

@TestIntegration
class SuitesIT {

    @Autowired
    private Affaires affaires;
    @Autowired
    private Accueil accueil;
    @Autowired
    private Gens gens;
    @Autowired
    private Horloge horloge;
    @Autowired
    private Veille veille;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private JdbcClient jdbc;

    private static String adresse(Affaire a, String suite) {
        return "/api/ip/" + a.ip() + suite;
    }

    // --- telling people

    @Test
    void each_holder_is_owed_the_outcome_minor_by_minor_and_the_professional_without_asking() throws Exception {
        Affaire a = affaires.decidee(affaires.aDecider());
        JsonNode page = accueil.lu(a.assistante(), adresse(a, "/informations"));
        assertThat(page.get("destinataires").findValuesAsText("genre"))
                .containsExactly("TITULAIRE", "TITULAIRE", "TITULAIRE", "TITULAIRE", "TRANSMETTEUR");
        assertThat(page.get("reste").asInt()).isEqualTo(5);
        assertThat(page.get("destinataires").get(4).get("motifs").findValuesAsText("code"))
                .containsExactly("INTERET_ENFANT", "DANGER_ENFANT", "DANGER_TRANSMETTEUR");
    }

    @Test
    void the_full_processing_clock_stops_when_everybody_was_told_and_not_before() throws Exception {
        Affaire a = affaires.decidee(affaires.aDecider());
        Map<String, Object> corps = affaires.information(a, true);
        @SuppressWarnings("unchecked")
        List<Map<String, Object>> lignes = (List<Map<String, Object>>) corps.get("lignes");
        Map<String, Object> derniere = lignes.remove(4);
        accueil.poster(a.assistante(), adresse(a, "/informations"), corps).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("terminer"));
        corps.put("terminer", false);
        accueil.poster(a.assistante(), adresse(a, "/informations"), corps).andExpect(status().isOk()).andExpect(jsonPath("$.reste").value(1))
                .andExpect(jsonPath("$.etat").value("A_INFORMER"));
        // Said twice: it is written once.
        accueil.poster(a.assistante(), adresse(a, "/informations"), corps).andExpect(status().isUnprocessableEntity());
        derniere.put("moyen", null);
        derniere.put("donneeLe", null);
        derniere.put("motifRefus", "DANGER_ENFANT");
        Map<String, Object> fin = new HashMap<>(Map.of("version", affaires.version(a.ip()), "lignes", List.of(derniere), "terminer", true));
        accueil.poster(a.assistante(), adresse(a, "/informations"), fin).andExpect(status().isOk()).andExpect(jsonPath("$.reste").value(0))
                .andExpect(jsonPath("$.etat").value("SUITES_JUDICIAIRES"));

        assertThat(affaires.comptes(a.ip(), "ip.personne-informee")).isEqualTo(5);
        assertThat(affaires.comptes(a.ip(), "ip.personnes-informees")).isOne();
        assertThat(affaires.comptes(a.ip(), "ip.traitee")).isZero();
        assertThat(affaires.periodes(a.ip())).allMatch(p -> !p.endsWith("ouverte"));
        assertThat(affaires.echeances(a.ip())).filteredOn(e -> e.startsWith("TRAITEMENT")).singleElement().asString().endsWith("SATISFAITE");
        assertThat(affaires.taches(a.ip())).containsExactly("suivre-justice " + Affaires.UNITE);
    }

    @Test
    void a_private_person_is_told_on_request_and_named_to_those_who_received_only() throws Exception {
        Map<String, Object> saisie = accueil.saisie();
        saisie.put("transmetteur", Accueil.transmetteur("PARTICULIER", "M. Voisin", true));
        Affaire a = affaires.decidee(affaires.rendue(affaires.designee(affaires.confiee(affaires.qualifiee(affaires.recue(saisie))))));
        JsonNode recoit = accueil.lu(a.assistante(), adresse(a, "/informations"));
        assertThat(recoit.get("reste").asInt()).isEqualTo(4);
        assertThat(recoit.get("destinataires").get(4).get("nom").asText()).isEqualTo("M. Voisin");
        assertThat(accueil.lu(a.ref(), adresse(a, "/informations")).toString()).doesNotContain("Voisin");
    }

    @Test
    void a_hold_of_the_parquet_forbids_to_tell_the_holders_and_their_letters() throws Exception {
        Affaire a = affaires.decidee(affaires.aDecider());
        accueil.poster(a.assistante(), adresse(a, "/consignes"), new HashMap<>(Map.of("version", affaires.version(a.ip()), "du", horloge.aujourdhui().toString(),
                "auteur", "substitut de permanence", "portees", List.of("INFORMATION")))).andExpect(status().is2xxSuccessful());
        accueil.lire(a.assistante(), adresse(a, "/lettre?genre=TITULAIRE&reference=" + a.mere())).andExpect(status().isUnprocessableEntity());
        accueil.lire(a.assistante(), adresse(a, "/lettre?genre=TRANSMETTEUR&reference=" + a.information())).andExpect(status().isOk());
        Map<String, Object> corps = affaires.information(a, true);
        accueil.poster(a.assistante(), adresse(a, "/informations"), corps).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs", hasSize(4))).andExpect(jsonPath("$.erreurs[0].message", containsString("parquet")));
        @SuppressWarnings("unchecked")
        List<Map<String, Object>> lignes = (List<Map<String, Object>>) corps.get("lignes");
        lignes.stream().filter(l -> l.get("genre").equals("TITULAIRE")).forEach(l -> {
            l.put("moyen", null);
            l.put("donneeLe", null);
            l.put("motifRefus", "CONSIGNE_PARQUET");
        });
        corps.put("version", affaires.version(a.ip()));
        accueil.poster(a.assistante(), adresse(a, "/informations"), corps).andExpect(status().isOk());
    }

    @Test
    void who_does_not_inform_cannot_and_who_is_elsewhere_knows_nothing() throws Exception {
        Affaire a = affaires.decidee(affaires.aDecider());
        accueil.poster(a.anne(), adresse(a, "/informations"), affaires.information(a, false)).andExpect(status().isForbidden());
        accueil.lire(a.anne(), adresse(a, "/lettre?genre=TITULAIRE&reference=" + a.mere())).andExpect(status().isForbidden());
        UUID ailleurs = gens.de(Role.ASSISTANTE_IP, "cdas-fougeres");
        accueil.lire(ailleurs, adresse(a, "/informations")).andExpect(status().isNotFound());
        accueil.lire(ailleurs, adresse(a, "/suites-judiciaires")).andExpect(status().isNotFound());
        accueil.lire(ailleurs, adresse(a, "/fin")).andExpect(status().isNotFound());
    }

    @Test
    void nobody_is_told_before_a_decision() throws Exception {
        Affaire a = affaires.aDecider();
        accueil.poster(a.assistante(), adresse(a, "/informations"), Map.of("version", affaires.version(a.ip()), "lignes", List.of(), "terminer", false))
                .andExpect(status().isConflict());
        accueil.lire(a.assistante(), adresse(a, "/lettre?genre=TITULAIRE&reference=" + a.mere())).andExpect(status().isConflict());
    }

    // --- letters

    @Test
    void a_holder_reads_the_decision_their_own_address_when_it_may_be_printed_and_nothing_of_the_evaluation() throws Exception {
        Affaire a = affaires.decidee(affaires.aDecider());
        accueil.lire(a.assistante(), adresse(a, "/lettre?genre=TITULAIRE&reference=" + a.mere())).andExpect(status().isOk())
                .andExpect(jsonPath("$.destinataire", hasItem("1 rue des Essais")))
                .andExpect(jsonPath("$.paragraphes", hasItem(containsString("accompagnement par les services de droit commun"))))
                .andExpect(jsonPath("$.paragraphes", hasItem(containsString("autorité judiciaire est saisie"))))
                .andExpect(content().string(not(containsString("Cachée")))).andExpect(content().string(not(containsString("Soutien accepté"))))
                .andExpect(content().string(not(containsString("Danger"))));
        accueil.lire(a.assistante(), adresse(a, "/lettre?genre=TITULAIRE&reference=" + a.pere())).andExpect(status().isOk())
                .andExpect(jsonPath("$.destinataire", hasItem(Lettres.ADRESSE_PROTEGEE))).andExpect(content().string(not(containsString("Cachée"))))
                .andExpect(content().string(not(containsString("rue des Essais"))));
    }

    @Test
    void the_person_who_transmitted_reads_nothing_of_the_decision_nor_of_the_child() throws Exception {
        Affaire a = affaires.decidee(affaires.aDecider());
        accueil.lire(a.assistante(), adresse(a, "/lettre?genre=TRANSMETTEUR&reference=" + a.information())).andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Lea")))).andExpect(content().string(not(containsString("judiciaire"))))
                .andExpect(content().string(not(containsString("droit commun"))));
        accueil.lire(a.assistante(), adresse(a, "/lettre?genre=TITULAIRE&reference=" + UUID.randomUUID())).andExpect(status().isNotFound());
    }

    // --- justice

    @Test
    void the_path_ends_when_what_justice_did_is_known_for_each_minor_referred() throws Exception {
        Affaire a = affaires.informee(affaires.decidee(affaires.aDecider()));
        affaires.suite(a, a.lea(), "MESURE").andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("mineurId"));
        affaires.suite(a, a.tom(), "ENQUETE").andExpect(status().isOk()).andExpect(jsonPath("$.etat").value("SUITES_JUDICIAIRES"))
                .andExpect(jsonPath("$.mineurs[0].connue").value(false));
        affaires.suite(a, a.tom(), "SANS_REPONSE").andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.avertissements[0].code").value("SANS_REPONSE_TOT"));
        affaires.suite(a, a.tom(), "MESURE").andExpect(status().isOk()).andExpect(jsonPath("$.etat").value("TRAITEE"));
        assertThat(affaires.taches(a.ip())).isEmpty();
        assertThat(affaires.comptes(a.ip(), "ip.traitee")).isOne();
        assertThat(affaires.comptes(a.tom(), "ip.suite-judiciaire")).isEqualTo(2);
        assertThat(affaires.echeances(a.ip())).filteredOn(e -> e.startsWith("REPONSE_PARQUET")).singleElement().asString().endsWith("SATISFAITE");
    }

    @Test
    void a_follow_up_to_come_or_before_the_referral_is_refused() throws Exception {
        Affaire a = affaires.decidee(affaires.aDecider());
        for (String jour : List.of(horloge.aujourdhui().plusDays(1).toString(), horloge.aujourdhui().minusDays(1).toString())) {
            accueil.poster(a.ref(), adresse(a, "/suites-judiciaires"), Map.of("version", affaires.version(a.ip()), "mineurId", a.tom(), "suite",
                    "ENQUETE", "survenueLe", jour)).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("survenueLe"));
        }
        accueil.poster(a.anne(), adresse(a, "/suites-judiciaires"), Map.of("version", affaires.version(a.ip()), "mineurId", a.tom(), "suite",
                "ENQUETE", "survenueLe", horloge.aujourdhui().toString())).andExpect(status().isForbidden());
    }

    // --- endings

    private ResultActions clore(Affaire a, UUID qui, Map<String, Object> fin) throws Exception {
        Map<String, Object> corps = new LinkedHashMap<>(fin);
        corps.put("version", affaires.version(a.ip()));
        corps.putIfAbsent("le", horloge.aujourdhui().toString());
        return accueil.poster(qui, adresse(a, "/fin"), corps);
    }

    @Test
    void a_transfer_keeps_the_origin_date_lists_what_was_sent_and_awaits_its_receipt() throws Exception {
        Affaire a = affaires.confiee(affaires.qualifiee(affaires.recue()));
        clore(a, a.assistante(), Map.of("motif", "TRANSFEREE")).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[*].champ", hasItem("departement"))).andExpect(jsonPath("$.erreurs[*].champ", hasItem("pieces")));
        clore(a, a.assistante(), Map.of("motif", "TRANSFEREE", "departement", "Loire-Atlantique", "parentsInformesLe", horloge.aujourdhui().toString(),
                "pieces", List.of("Information reçue"), "envoyeeLe", horloge.aujourdhui().toString())).andExpect(status().isOk())
                .andExpect(jsonPath("$.accuseAttendu").value(true)).andExpect(jsonPath("$.fin.recueLe").value(horloge.aujourdhui().minusDays(20).toString()));
        assertThat(affaires.etat(a.ip())).isEqualTo("CLOSE_SANS_DECISION");
        assertThat(affaires.taches(a.ip())).isEmpty();
        assertThat(affaires.periodes(a.ip())).allMatch(p -> !p.endsWith("ouverte"));
        // Nothing waits any more but the receipt and the answer owed to the professional who transmitted.
        assertThat(ouvertes(a)).containsExactly("ACCUSE_TRANSFERT " + horloge.aujourdhui().plusDays(15) + " OUVERTE",
                "RETOUR_TRANSMETTEUR " + horloge.aujourdhui().minusDays(20).plusMonths(3) + " OUVERTE");
        assertThat(affaires.comptes(a.ip(), "ip.close")).isOne();
        accueil.poster(a.assistante(), adresse(a, "/fin/accuse-reception"), Map.of("le", horloge.aujourdhui().plusDays(1).toString()))
                .andExpect(status().isUnprocessableEntity());
        accueil.poster(a.assistante(), adresse(a, "/fin/accuse-reception"), Map.of("le", horloge.aujourdhui().toString())).andExpect(status().isOk())
                .andExpect(jsonPath("$.accuseAttendu").value(false));
        assertThat(affaires.echeances(a.ip())).contains("ACCUSE_TRANSFERT " + horloge.aujourdhui().plusDays(15) + " SATISFAITE");
        accueil.poster(a.assistante(), adresse(a, "/fin/accuse-reception"), Map.of("le", horloge.aujourdhui().toString())).andExpect(status().isConflict());
    }

    private List<String> ouvertes(Affaire a) {
        return affaires.echeances(a.ip()).stream().filter(e -> e.endsWith("OUVERTE")).toList();
    }

    @Test
    void a_receipt_that_does_not_come_is_reminded_on_the_closed_file() throws Exception {
        Affaire a = affaires.confiee(affaires.qualifiee(affaires.recue()));
        String envoi = horloge.aujourdhui().minusDays(16).toString();
        clore(a, a.assistante(), Map.of("motif", "TRANSFEREE", "departement", "Loire-Atlantique", "parentsInformesLe", envoi, "pieces",
                List.of("Information reçue"), "envoyeeLe", envoi, "le", envoi)).andExpect(status().isOk());
        transaction.executeWithoutResult(s -> IdentiteCourante.en(Identite.systeme("horloge"), () -> {
            veille.rappeler(Sujet.ip(a.ip()));
            return null;
        }));
        assertThat(jdbc.sql("select r.unite_id from rappel r join echeance e on e.id = r.echeance_id where r.sujet_id = ? and r.dit "
                + "and e.genre = 'ACCUSE_TRANSFERT'").param(a.ip()).query(String.class).list()).containsExactly(Affaires.UNITE);
    }

    @Test
    void a_professional_is_told_of_a_file_ended_without_decision_and_nobody_else_is() throws Exception {
        Affaire a = affaires.confiee(affaires.qualifiee(affaires.recue()));
        clore(a, a.assistante(), Map.of("motif", "DECEDE")).andExpect(status().isOk());
        assertThat(ouvertes(a)).singleElement().asString().startsWith("RETOUR_TRANSMETTEUR ");
        JsonNode page = accueil.lu(a.assistante(), adresse(a, "/informations"));
        assertThat(page.get("destinataires").findValuesAsText("genre")).containsExactly("TRANSMETTEUR");
        assertThat(page.get("peutInformer").asBoolean()).isTrue();
        accueil.lire(a.assistante(), adresse(a, "/lettre?genre=TRANSMETTEUR&reference=" + a.information())).andExpect(status().isOk())
                .andExpect(content().string(not(containsString("évaluée"))));
        accueil.lire(a.assistante(), adresse(a, "/lettre?genre=TITULAIRE&reference=" + a.mere())).andExpect(status().isNotFound());
        Map<String, Object> corps = affaires.information(a, false);
        accueil.poster(a.anne(), adresse(a, "/informations"), corps).andExpect(status().isForbidden());
        @SuppressWarnings("unchecked")
        Map<String, Object> ligne = ((List<Map<String, Object>>) corps.get("lignes")).get(0);
        ligne.put("donneeLe", horloge.aujourdhui().minusDays(21).toString());
        accueil.poster(a.assistante(), adresse(a, "/informations"), corps).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("lignes[0].donneeLe"));
        ligne.put("donneeLe", horloge.aujourdhui().toString());
        accueil.poster(a.assistante(), adresse(a, "/informations"), corps).andExpect(status().isOk()).andExpect(jsonPath("$.reste").value(0));
        assertThat(ouvertes(a)).isEmpty();
        assertThat(affaires.echeances(a.ip())).anyMatch(e -> e.startsWith("RETOUR_TRANSMETTEUR ") && e.endsWith("SATISFAITE"));
        assertThat(affaires.etat(a.ip())).isEqualTo("CLOSE_SANS_DECISION");
        // Undone in one click, it is owed again.
        accueil.poster(a.assistante(), adresse(a, "/annuler-dernier-acte"), Map.of("version", affaires.version(a.ip()))).andExpect(status().isNoContent());
        assertThat(ouvertes(a)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"INFORMATION, PARTICULIER, TRANSMETTEUR, RETOUR_TRANSMETTEUR", "SNATED_119, PROFESSIONNEL, SNATED, RETOUR_119",
        "AUTRE_DEPARTEMENT, PROFESSIONNEL, AUTRE_DEPARTEMENT, RETOUR_TRANSMETTEUR"})
    void whoever_transmitted_stays_owed_an_answer_when_the_file_ends_without_decision(String nature, String cadre, String genre, String echeance)
            throws Exception {
        Map<String, Object> saisie = accueil.saisie();
        saisie.put("nature", nature);
        Map<String, Object> transmetteur = Accueil.transmetteur(cadre, "Mme Essai", false);
        transmetteur.put("retourDemande", cadre.equals("PARTICULIER"));
        saisie.put("transmetteur", transmetteur);
        Affaire a = affaires.confiee(affaires.qualifiee(affaires.recue(saisie)));
        clore(a, a.assistante(), Map.of("motif", "DECEDE")).andExpect(status().isOk());
        String due = echeance + " " + horloge.aujourdhui().minusDays(20).plusMonths(3);
        assertThat(ouvertes(a)).containsExactly(due + " OUVERTE");
        assertThat(accueil.lu(a.assistante(), adresse(a, "/informations")).get("destinataires").findValuesAsText("genre")).containsExactly(genre);
        accueil.poster(a.assistante(), adresse(a, "/informations"), affaires.information(a, false)).andExpect(status().isOk())
                .andExpect(jsonPath("$.reste").value(0));
        assertThat(ouvertes(a)).isEmpty();
        assertThat(affaires.echeances(a.ip())).contains(due + " SATISFAITE");
    }

    @Test
    void a_duplicate_names_the_file_that_stays_and_a_closed_file_does_not_close_again() throws Exception {
        Affaire a = affaires.qualifiee(affaires.recue());
        Affaire reste = affaires.qualifiee(affaires.recue());
        clore(a, a.assistante(), Map.of("motif", "DOUBLON", "doublonDe", a.ip())).andExpect(status().isUnprocessableEntity());
        clore(a, a.assistante(), Map.of("motif", "DOUBLON", "doublonDe", UUID.randomUUID())).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("doublonDe"));
        clore(a, a.assistante(), Map.of("motif", "DOUBLON", "doublonDe", reste.ip())).andExpect(status().isOk())
                .andExpect(jsonPath("$.fin.doublonNumero").isNotEmpty());
        clore(a, a.assistante(), Map.of("motif", "DECEDE")).andExpect(status().isConflict());
        clore(reste, reste.assistante(), Map.of("motif", "DOUBLON", "doublonDe", a.ip())).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void an_ending_is_refused_to_minors_too_young_and_to_who_is_elsewhere_and_after_a_decision() throws Exception {
        Affaire a = affaires.aDecider();
        clore(a, a.ref(), Map.of("motif", "DEVENU_MAJEUR")).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("le"));
        clore(a, gens.de(Role.REF, "cdas-fougeres"), Map.of("motif", "DECEDE")).andExpect(status().isNotFound());
        clore(a, gens.de(Role.SUPERVISEUR, Affaires.UNITE), Map.of("motif", "DECEDE")).andExpect(status().isForbidden());
        affaires.decidee(a);
        clore(a, a.ref(), Map.of("motif", "DECEDE")).andExpect(status().isConflict());
    }

    @Test
    void a_family_not_found_says_whom_was_asked_and_when() throws Exception {
        Affaire a = affaires.qualifiee(affaires.recue());
        clore(a, a.assistante(), Map.of("motif", "INTROUVABLE")).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("cafInterrogeeLe"));
        Map<String, Object> fin = new HashMap<>(Map.of("motif", "INTROUVABLE", "cafInterrogeeLe", horloge.aujourdhui().minusDays(12).toString()));
        clore(a, a.assistante(), fin).andExpect(jsonPath("$.avertissements[0].code").value("UN_SEUL_ORGANISME"));
        fin.put("motifs", Map.of("UN_SEUL_ORGANISME", "Non allocataire."));
        clore(a, a.assistante(), fin).andExpect(status().isOk()).andExpect(jsonPath("$.fin.cafInterrogeeLe").isNotEmpty());
    }

    @Test
    void one_minor_leaves_and_the_file_goes_on_for_the_other() throws Exception {
        Affaire a = affaires.aDecider();
        Map<String, Object> sortie = new HashMap<>(Map.of("version", affaires.version(a.ip()), "mineurId", a.tom(), "motif", "DOUBLON", "le",
                horloge.aujourdhui().toString()));
        accueil.poster(a.ref(), adresse(a, "/sortie-mineur"), sortie).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("motif"));
        sortie.put("motif", "DECEDE");
        accueil.poster(a.ref(), adresse(a, "/sortie-mineur"), sortie).andExpect(status().isOk()).andExpect(jsonPath("$.mineurs", hasSize(1)));
        assertThat(affaires.etat(a.ip())).isEqualTo("A_DECIDER");
        assertThat(affaires.comptes(a.tom(), "ip.mineur-sorti")).isOne();
        sortie.put("version", affaires.version(a.ip()));
        sortie.put("mineurId", a.lea());
        accueil.poster(a.ref(), adresse(a, "/sortie-mineur"), sortie).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("mineurId"));
    }
}
