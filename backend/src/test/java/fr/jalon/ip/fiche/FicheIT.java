package fr.jalon.ip.fiche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Role;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EnfantSaisi;
import fr.jalon.dossier.Naissance;
import fr.jalon.dossier.Sexe;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;
import fr.jalon.ip.HorlogeIp;
import fr.jalon.ip.InformationsPreoccupantes;
import fr.jalon.processus.Chantier;
import fr.jalon.processus.Processus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

@TestIntegration
class FicheIT {

    private static final String ICI = "cdas-combourg";
    private static final String AILLEURS = "cdas-semnon";

    @Autowired
    private MockMvc mvc;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Chantier chantier;
    @Autowired
    private Dossiers dossiers;
    @Autowired
    private Evenements evenements;
    @Autowired
    private Processus processus;
    @Autowired
    private HorlogeIp horlogeIp;
    @Autowired
    private InformationsPreoccupantes ips;
    @Autowired
    private Acces acces;
    @Autowired
    private Horloge horloge;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private ObjectMapper json;

    private Sujet ip;
    private RequestPostProcessor evaluateur;

    @BeforeEach
    void ouvrir() {
        IdentiteCourante.poser(Identite.systeme("essai"));
        ip = chantier.enEvaluation(ICI, ICI);
        jdbc.sql("update information_preoccupante set etat = 'EN_EVALUATION' where id = ?").param(ip.id()).update();
        evaluateur = gens.comme(gens.de(Role.EVALUATEUR, ICI));
    }

    @AfterEach
    void partir() {
        IdentiteCourante.poser(null);
    }

    @Test
    void the_page_says_state_children_clocks_and_who_holds_the_step() throws Exception {
        mineur(ip, "Le Goff", "Malo", horloge.aujourdhui().minusYears(7), null);
        mineur(ip, "Le Goff", "Nina", horloge.aujourdhui().minusMonths(14), null);
        suivre(ip);

        mvc.perform(get("/api/ip/" + ip.id()).with(evaluateur)).andExpect(status().isOk())
                .andExpect(jsonPath("$.etatLibelle").value("En évaluation")).andExpect(jsonPath("$.etape").value("evaluer"))
                .andExpect(jsonPath("$.ip.mineurs[*].affiche").value(containsInAnyOrder("Malo Le Goff", "Nina Le Goff")))
                .andExpect(jsonPath("$.ip.mineurs[1].age").value("14\u00a0mois")).andExpect(jsonPath("$.ip.mineurs[1].moinsDeDeuxAns").value(true))
                .andExpect(jsonPath("$.ip.mineurs[0].echeances", hasSize(1)))
                .andExpect(jsonPath("$.ip.horloges[*].code").value(containsInAnyOrder("EVALUATION", "TRAITEMENT")))
                .andExpect(jsonPath("$.ip.etapes[0].etape").value("evaluer")).andExpect(jsonPath("$.ip.etapes[0].possible").value(true))
                .andExpect(jsonPath("$.ip.pilote.nom").value("CDAS Combourg"));
        mvc.perform(get("/api/ip/" + ip.id()).with(gens.comme(gens.de(Role.REF, ICI)))).andExpect(jsonPath("$.ip.etapes[0].possible").value(false));
    }

    @Test
    void a_minor_withdrawn_stays_on_the_page_with_the_reason() throws Exception {
        mineur(ip, "Essai", "Un", LocalDate.of(2015, 1, 1), null);
        mineur(ip, "Essai", "Deux", LocalDate.of(2016, 1, 1), "Homonyme : ce n’est pas l’enfant concerné");
        mvc.perform(get("/api/ip/" + ip.id()).with(evaluateur)).andExpect(jsonPath("$.ip.mineurs", hasSize(2)))
                .andExpect(jsonPath("$.ip.mineurs[1].retireMotif").value("Homonyme : ce n’est pas l’enfant concerné"));
    }

    @Test
    void every_address_of_a_file_out_of_sight_answers_as_if_there_were_none() throws Exception {
        RequestPostProcessor autre = gens.comme(gens.de(Role.EVALUATEUR, AILLEURS));
        for (String suite : List.of("", "/frise", "/dessin")) {
            mvc.perform(get("/api/ip/" + ip.id() + suite).with(autre)).andExpect(status().isNotFound());
            mvc.perform(get("/api/ip/" + UUID.randomUUID() + suite).with(gens.comme(gens.de(Role.SUPERVISEUR, null)))).andExpect(status().isNotFound());
            mvc.perform(get("/api/ip/" + ip.id() + suite).with(gens.comme(gens.de(Role.SUPERVISEUR, null)))).andExpect(status().isOk());
            mvc.perform(get("/api/ip/" + ip.id() + suite)).andExpect(status().isUnauthorized());
        }
        mvc.perform(get("/api/dessins/IP/" + ip.id()).with(autre)).andExpect(status().isNotFound());
        mvc.perform(get("/api/dessins/ENFANT/" + ip.id()).with(evaluateur)).andExpect(status().isNotFound());
        mvc.perform(get("/api/ip/pas-un-identifiant").with(evaluateur)).andExpect(status().isBadRequest());
        assertThat(jdbc.sql("select count(*) from journal_acces where sujet_id = ? and genre = 'REFUS'").param(ip.id()).query(Long.class).single())
                .isEqualTo(4);
    }

    @Test
    void page_timeline_and_drawing_are_one_line_of_the_journal_for_each_person() throws Exception {
        for (int i = 0; i < 2; i++) {
            for (String suite : List.of("", "/frise", "/dessin")) {
                mvc.perform(get("/api/ip/" + ip.id() + suite).with(evaluateur)).andExpect(status().isOk());
            }
        }
        mvc.perform(get("/api/ip/" + ip.id() + "/frise").with(gens.comme(gens.de(Role.REF, ICI)))).andExpect(status().isOk());
        assertThat(jdbc.sql("select count(*) from journal_acces where sujet_id = ? and genre = 'OUVERTURE'").param(ip.id()).query(Long.class).single())
                .isEqualTo(2);
    }

    @Test
    void who_transmitted_is_told_to_those_who_received_and_a_professional_also_to_the_evaluators() throws Exception {
        UUID information = jdbc.sql("select information_initiale_id from information_preoccupante where id = ?").param(ip.id()).query(UUID.class).single();
        RequestPostProcessor recueil = gens.comme(gens.de(Role.ASSISTANTE_IP, ICI));
        RequestPostProcessor direction = gens.comme(gens.de(Role.SUPERVISEUR, null));

        transmetteur(information, false, false, false);
        vu(recueil, "Mme Voisine");
        vu(evaluateur, null);
        vu(direction, null);
        transmetteur(information, true, false, false);
        vu(recueil, "Mme Voisine");
        vu(evaluateur, "Mme Voisine");
        vu(direction, null);
        transmetteur(information, true, false, true);
        vu(recueil, "Mme Voisine");
        vu(evaluateur, null);
        transmetteur(information, false, true, false);
        mvc.perform(get("/api/ip/" + ip.id()).with(recueil)).andExpect(jsonPath("$.ip.informations[0].anonyme").value(true))
                .andExpect(jsonPath("$.ip.informations[0].transmetteur").value(nullValue()));
    }

    @Test
    void the_number_of_queries_does_not_follow_what_the_file_holds() throws Exception {
        mineur(ip, "Seul", "Enfant", LocalDate.of(2015, 1, 1), null);
        suivre(ip);
        int un = requetes(() -> mvc.perform(get("/api/ip/" + ip.id()).with(evaluateur)).andExpect(status().isOk()));
        for (int i = 0; i < 8; i++) {
            mineur(ip, "Fratrie", "Enfant " + i, LocalDate.of(2010 + i, 1, 1), null);
        }
        suivre(ip);
        int neuf = requetes(() -> mvc.perform(get("/api/ip/" + ip.id()).with(evaluateur)).andExpect(status().isOk()));
        assertThat(neuf).isLessThanOrEqualTo(un).isLessThan(45);
    }

    @Test
    void the_timeline_tells_in_words_strikes_what_was_cancelled_and_keeps_words_from_those_who_only_see() throws Exception {
        UUID annule = evenement("ip.confiee", Instant.now().minus(5, ChronoUnit.DAYS), "confier", "Confiée par erreur à cette équipe");
        transaction.executeWithoutResult(s -> evenements.annuler(annule, "ip.unite-changee", "Mauvaise équipe"));
        evenement("consigne.posee", Instant.now(), "evaluer", null);

        JsonNode faits = lire("/api/ip/" + ip.id() + "/frise", evaluateur);
        JsonNode confiee = faits.get(0);
        assertThat(confiee.get("libelle").asText()).isEqualTo("Évaluation confiée");
        assertThat(confiee.get("retire").asBoolean()).isTrue();
        assertThat(confiee.get("tardif").asBoolean()).isTrue();
        assertThat(confiee.get("texte").asText()).contains("par erreur");
        assertThat(confiee.get("etape").asText()).isEqualTo("Choisir la voie et confier l’évaluation");
        assertThat(faits).anySatisfy(f -> assertThat(f.get("annule").asText()).isEqualTo(annule.toString()));
        JsonNode sansMots = lire("/api/ip/" + ip.id() + "/frise", gens.comme(gens.de(Role.REFERENT_PPEF, ICI)));
        assertThat(sansMots).hasSameSizeAs(faits).allSatisfy(f -> assertThat(f.get("texte").isNull()).isTrue());
    }

    @Test
    void whoever_counts_or_administers_opens_no_file_even_with_the_whole_departement() throws Exception {
        for (Role role : List.of(Role.OBSERVATOIRE, Role.ADMINISTRATEUR)) {
            for (String unite : new String[] {ICI, null}) {
                mvc.perform(get("/api/ip/" + ip.id()).with(gens.comme(gens.de(role, unite)))).andExpect(status().isNotFound());
                mvc.perform(get("/api/ip/" + ip.id() + "/frise").with(gens.comme(gens.de(role, unite)))).andExpect(status().isNotFound());
            }
        }
    }

    @Test
    void the_drawing_says_where_the_file_stands_where_it_passed_when_and_by_whom() throws Exception {
        UUID assistante = gens.de(Role.ASSISTANTE_IP, ICI);
        gens.en(assistante, () -> evenement("ip.confiee", Instant.now().minus(2, ChronoUnit.DAYS), "confier", null));
        evenement("ip.evaluateurs-designes", Instant.now().minus(1, ChronoUnit.DAYS), "designer", null);
        evenement("signalement.transmis", Instant.now(), "evaluer", null);

        JsonNode dessin = lire("/api/ip/" + ip.id() + "/dessin", evaluateur);
        assertThat(dessin.get("xml").asText()).contains("id=\"information-preoccupante\"").contains("versionTag=\"1.0\"");
        assertThat(dessin.get("version").asText()).isEqualTo("1.0");
        assertThat(dessin.get("actif").asBoolean()).isTrue();
        assertThat(dessin.get("enCours")).hasSize(1);
        assertThat(dessin.get("enCours").get(0).get("libelle").asText()).isEqualTo("Évaluer et rendre le rapport");
        assertThat(dessin.get("passes")).extracting(p -> p.get("element").asText()).containsExactly("confier", "designer");
        assertThat(dessin.get("passes").get(0).get("par").asText()).isNotBlank();

        transaction.executeWithoutResult(s -> processus.ramener(ip, "confier"));
        assertThat(lire("/api/ip/" + ip.id() + "/dessin", evaluateur).get("enCours").get(0).get("element").asText()).isEqualTo("confier");

        transaction.executeWithoutResult(s -> processus.message(ip, "fin-sans-decision", Map.of()));
        jdbc.sql("update information_preoccupante set etat = 'CLOSE_SANS_DECISION', motif_cloture = 'DOUBLON' where id = ?").param(ip.id()).update();
        JsonNode fini = lire("/api/ip/" + ip.id() + "/dessin", evaluateur);
        assertThat(fini.get("actif").asBoolean()).isFalse();
        assertThat(fini.get("enCours")).isEmpty();
        assertThat(fini.get("passes")).extracting(p -> p.get("element").asText()).contains("close-sans-decision");
    }

    @Test
    void an_information_that_waits_has_its_drawing_too() throws Exception {
        Sujet information = chantier.information(ICI);
        JsonNode dessin = lire("/api/dessins/INFORMATION/" + information.id(), gens.comme(gens.de(Role.ASSISTANTE_IP, ICI)));
        assertThat(dessin.get("enCours").get(0).get("element").asText()).isEqualTo("premiere-analyse");
    }

    @Test
    void other_ips_of_the_children_are_shown_and_those_out_of_sight_say_only_whom_to_contact() throws Exception {
        UUID enfant = mineur(ip, "Commun", "Enfant", LocalDate.of(2014, 5, 5), null);
        Sujet visible = chantier.enEvaluation(ICI, ICI);
        concerner(visible, enfant, null);
        Sujet loin = chantier.enEvaluation(AILLEURS, AILLEURS);
        concerner(loin, enfant, null);
        JsonNode voisines = lire("/api/ip/" + ip.id(), evaluateur).get("ip").get("voisines");
        assertThat(voisines).hasSize(2);
        assertThat(voisines).anySatisfy(v -> assertThat(v.get("id").asText()).isEqualTo(visible.id().toString()));
        assertThat(voisines).anySatisfy(v -> {
            assertThat(v.get("visible").asBoolean()).isFalse();
            assertThat(v.get("id").isNull()).isTrue();
            assertThat(v.get("numero").isNull()).isTrue();
            assertThat(v.get("unite").asText()).isEqualTo("CDAS Semnon");
        });
        jdbc.sql("update enfant set restreint = true where id = ?").param(enfant).update();
        assertThat(lire("/api/ip/" + ip.id(), evaluateur).get("ip").get("voisines")).as("a match on a restricted file is silent").hasSize(1);
    }

    @Test
    void the_list_is_what_each_filter_says_page_after_page() throws Exception {
        List<String> etats = List.of("A_CONFIER", "EN_EVALUATION", "A_DECIDER", "TRAITEE");
        for (int i = 0; i < 12; i++) {
            Sujet autre = chantier.enEvaluation(ICI, i % 3 == 0 ? AILLEURS : ICI);
            jdbc.sql("update information_preoccupante set etat = ?, recue_le = ? where id = ?")
                    .params(etats.get(i % 4), Timestamp.from(Instant.now().minus(i % 5, ChronoUnit.DAYS)), autre.id()).update();
            jdbc.sql("update tache set date_legale = ?, en_consigne = ? where sujet_id = ?")
                    .params(horloge.aujourdhui().plusDays(i - 6L), i % 4 == 0, autre.id()).update();
        }
        for (RequestPostProcessor qui : List.of(evaluateur, gens.comme(gens.de(Role.SUPERVISEUR, null)))) {
            for (String etat : List.of("", "&etat=A_CONFIER", "&etat=TRAITEE")) {
                for (String retard : List.of("", "&retard=true")) {
                    for (String suite : List.of("", "&ouvertes=true", "&unite=" + ICI, "&unite=" + AILLEURS + "&ouvertes=true")) {
                        verifierListe("taille=7" + etat + retard + suite, qui);
                    }
                }
            }
        }
        String numero = jdbc.sql("select numero from information_preoccupante where id = ?").param(ip.id()).query(String.class).single();
        assertThat(lire("/api/ip?numero=" + numero.toLowerCase(), evaluateur).get("lignes")).hasSize(1);
        mvc.perform(get("/api/ip?apres=nimporte").with(evaluateur)).andExpect(status().isUnprocessableEntity());
        mvc.perform(get("/api/ip?etat=INCONNU").with(evaluateur)).andExpect(status().isBadRequest());
        mvc.perform(get("/api/ip/filtres").with(evaluateur)).andExpect(jsonPath("$.unites", hasSize(1)))
                .andExpect(jsonPath("$.etats[*].libelle", hasItem("En évaluation")));
    }

    /** Walks every page; the total, the order and each line's state are what was asked. */
    private void verifierListe(String criteres, RequestPostProcessor qui) throws Exception {
        List<String> vues = new ArrayList<>();
        String apres = "";
        Instant precedente = Instant.MAX;
        long total;
        do {
            JsonNode page = lire("/api/ip?" + criteres + "&apres=" + apres, qui);
            total = page.get("total").asLong();
            for (JsonNode l : page.get("lignes")) {
                Instant recue = Instant.parse(l.get("recueLe").asText());
                assertThat(recue).isBeforeOrEqualTo(precedente);
                precedente = recue;
                vues.add(l.get("id").asText());
                if (criteres.contains("retard")) {
                    assertThat(l.get("jours").asInt()).isNegative();
                    assertThat(l.get("enConsigne").asBoolean()).isFalse();
                }
                if (criteres.contains("ouvertes")) {
                    assertThat(l.get("etat").asText()).isNotIn("TRAITEE", "CLOSE_SANS_DECISION");
                }
            }
            apres = page.get("suivante").isNull() ? null : page.get("suivante").asText();
        } while (apres != null);
        assertThat(vues).as(criteres).doesNotHaveDuplicates().hasSize((int) total);
    }

    private void transmetteur(UUID information, boolean professionnel, boolean anonyme, boolean confidentiel) {
        jdbc.sql("""
                update information_entrante set transmetteur_nom = 'Mme Voisine', transmetteur_professionnel = ?, transmetteur_anonyme = ?,
                transmetteur_confidentiel = ?, ip_id = ? where id = ?""").params(professionnel, anonyme, confidentiel, ip.id(), information).update();
    }

    private void vu(RequestPostProcessor qui, String nom) throws Exception {
        mvc.perform(get("/api/ip/" + ip.id()).with(qui)).andExpect(jsonPath("$.ip.informations", hasSize(1)))
                .andExpect(jsonPath("$.ip.informations[0].transmetteur").value(nom == null ? nullValue() : org.hamcrest.Matchers.is(nom)))
                .andExpect(jsonPath("$.ip.informations[0].transmetteurReserve").value(nom == null));
    }

    private UUID mineur(Sujet de, String nom, String prenoms, LocalDate naissance, String retireMotif) {
        UUID enfant = transaction.execute(s -> dossiers.creerEnfant(EnfantSaisi.de(nom, prenoms, Naissance.exacte(naissance),
                Sexe.INCONNU), ICI));
        concerner(de, enfant, retireMotif);
        return enfant;
    }

    private void concerner(Sujet de, UUID enfant, String retireMotif) {
        jdbc.sql("""
                insert into mineur_concerne(id, ip_id, enfant_id, origine, ordre, retire_le, retire_motif)
                values (?, ?, ?, 'INFORMATION', (select count(*) from mineur_concerne where ip_id = ?), ?, ?)""")
                .params(UUID.randomUUID(), de.id(), enfant, de.id(), retireMotif == null ? null : Timestamp.from(Instant.now()), retireMotif).update();
    }

    private void suivre(Sujet de) {
        transaction.executeWithoutResult(s -> horlogeIp.suivre(ips.findById(de.id()).orElseThrow()));
    }

    private UUID evenement(String type, Instant le, String element, String texte) {
        return transaction.execute(s -> evenements.ajouter(NouvelEvenement.de(type).survenu(le).unite(ICI).element(element).sujet(ip).texte(texte)));
    }

    private JsonNode lire(String adresse, RequestPostProcessor qui) throws Exception {
        return json.readTree(mvc.perform(get(adresse).with(qui)).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private interface Travail {
        void faire() throws Exception;
    }

    /** Statements sent to the database, as the two ways of sending them log them. */
    private static int requetes(Travail travail) throws Exception {
        List<Logger> journaux = List.of((Logger) LoggerFactory.getLogger("org.hibernate.SQL"),
                (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate"));
        ListAppender<ILoggingEvent> recueil = new ListAppender<>();
        recueil.start();
        journaux.forEach(j -> {
            j.setLevel(Level.DEBUG);
            j.setAdditive(false);
            j.addAppender(recueil);
        });
        try {
            travail.faire();
            return (int) recueil.list.stream().filter(e -> e.getLoggerName().endsWith("SQL") || e.getFormattedMessage().contains("Executing prepared SQL statement")).count();
        } finally {
            journaux.forEach(j -> {
                j.detachAppender(recueil);
                j.setLevel(null);
                j.setAdditive(true);
            });
        }
    }
}
