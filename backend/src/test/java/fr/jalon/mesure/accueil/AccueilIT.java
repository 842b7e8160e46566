package fr.jalon.mesure.accueil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import fr.jalon.acces.Role;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.dossier.Berceau;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.GenreLien;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Where an entrusted child lives: who may say it, what is refused, what is warned of, and what follows. */
@TestIntegration
@TestPropertySource(properties = "jalon.essai=accueil")
class AccueilIT {

    private static final String ICI = "cdas-redon";
    private static final String SERVICE = "svc-familial";

    @Autowired
    private MockMvc mvc;
    @Autowired
    private Gens gens;
    @Autowired
    private Berceau berceau;
    @Autowired
    private Dossiers dossiers;
    @Autowired
    private ChantierAccueil chantier;
    @Autowired
    private ControleLieux controle;
    @Autowired
    private Horloge horloge;
    @Autowired
    private JdbcClient jdbc;

    private UUID ref;
    private UUID referent;
    private UUID service;
    private UUID enfant;
    private UUID mesure;
    private LocalDate jour;

    @BeforeEach
    void un_enfant_confie_depuis_trois_ans() {
        ref = gens.de(Role.REF, ICI);
        referent = gens.de(Role.REFERENT_PPEF, ICI);
        service = gens.de(Role.SERVICE_HABILITE, SERVICE);
        jour = horloge.aujourdhui();
        enfant = berceau.enfant("Kermarrec", "Soizic", "2016-05-04", ICI);
        mesure = chantier.placementCommence(enfant, ICI, SERVICE, jour.minusYears(3));
    }

    @Test
    void a_place_recorded_by_the_service_is_a_period_an_event_and_a_line_of_the_page() throws Exception {
        String id = poser(service, lieu("PRINCIPAL", "FAMILLE_ACCUEIL", jour.minusYears(3), ""));
        poser(referent, lieu("RELAIS", "FAMILLE_ACCUEIL", jour.minusDays(20), ",\"au\":\"" + jour.minusDays(15) + "\""));
        lire(ref).andExpect(status().isOk()).andExpect(jsonPath("$.lieux", hasSize(2))).andExpect(jsonPath("$.lieux[0].id").value(id))
                .andExpect(jsonPath("$.lieux[0].actuel").value(true)).andExpect(jsonPath("$.lieux[0].depuisDeuxAns").value(true))
                .andExpect(jsonPath("$.lieux[1].actuel").value(false)).andExpect(jsonPath("$.lieux[1].natureLibelle").value("Relais"))
                .andExpect(jsonPath("$.peutDroits").value(true));
        assertThat(periodes()).containsExactly("PRINCIPAL " + jour.minusYears(3) + " null", "RELAIS " + jour.minusDays(20) + " " + jour.minusDays(15));
        assertThat(evenements()).contains("mesure.lieu");
        mvc.perform(get("/api/enfants/" + enfant + "/frise").with(gens.comme(ref))).andExpect(jsonPath("$.voies[*].code", hasItem("ACCUEIL")))
                .andExpect(jsonPath("$.periodes[*].libelle", hasItem("Famille d’accueil, relais")))
                .andExpect(jsonPath("$.faits[*].libelle", hasItem("Lieu d’accueil enregistré (Famille d’accueil)")));
    }

    @Test
    void two_main_places_at_once_ask_for_a_reason_that_is_kept_and_a_relay_does_not() throws Exception {
        poser(ref, lieu("PRINCIPAL", "ETABLISSEMENT", jour.minusDays(300), ""));
        String second = lieu("PRINCIPAL", "INTERNAT", jour.minusDays(30), "");
        envoyer(ref, "/lieux", second).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.avertissements[*].code", contains("DEUX_PRINCIPAUX")));
        envoyer(ref, "/lieux", lieu("PRINCIPAL", "INTERNAT", jour.minusDays(30), ",\"motifs\":{\"DEUX_PRINCIPAUX\":\"Internat en semaine\"}")).andExpect(status().isCreated());
        envoyer(ref, "/lieux", lieu("REPLI", "LIEU_DE_VIE", jour.minusDays(5), "")).andExpect(status().isCreated());
        assertThat(jdbc.sql("select avertissements ->> 'DEUX_PRINCIPAUX' from mesure_acte where mesure_id = ? and avertissements <> '{}'").param(mesure)
                .query(String.class).single()).isEqualTo("Internat en semaine");
        assertThat(jdbc.sql("""
                select count(*) from evenement_valide e join evenement_sujet s on s.evenement_id = e.id
                where s.sujet_id = ? and e.dimensions ->> 'avertissements' = 'DEUX_PRINCIPAUX'""").param(mesure).query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void a_move_after_two_years_with_the_same_carer_asks_why_the_judge_was_not_told() throws Exception {
        UUID famille = famille("FA-" + UUID.randomUUID(), 2);
        String premier = poser(ref, lieu("PRINCIPAL", "FAMILLE_ACCUEIL", jour.minusYears(3), ",\"familleId\":\"" + famille + "\""));
        String mouvement = ",\"remplace\":\"" + premier + "\",\"finMotif\":\"CHANGEMENT\"";
        envoyer(ref, "/lieux", lieu("PRINCIPAL", "ETABLISSEMENT", jour, mouvement)).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.avertissements[0].code").value("JUGE_NON_AVISE")).andExpect(jsonPath("$.avertissements[0].message", containsString("L223-3")));
        envoyer(ref, "/lieux", lieu("PRINCIPAL", "ETABLISSEMENT", jour, mouvement + ",\"jugeAviseLe\":\"" + jour.minusMonths(1) + "\"")).andExpect(status().isCreated());
        lire(ref).andExpect(jsonPath("$.lieux[0].au").value(jour.toString())).andExpect(jsonPath("$.lieux[0].finMotif").value("Changement de lieu"))
                .andExpect(jsonPath("$.lieux[1].actuel").value(true)).andExpect(jsonPath("$.lieux[1].depuisDeuxAns").value(false));
        assertThat(periodes()).containsExactly("PRINCIPAL " + jour.minusYears(3) + " " + jour, "PRINCIPAL " + jour + " null");
    }

    @Test
    void a_prepared_change_is_due_a_month_ahead_and_the_judge_told_meets_it() throws Exception {
        poser(ref, lieu("PRINCIPAL", "FAMILLE_ACCUEIL", jour.minusYears(3), ""));
        LocalDate prevu = jour.plusDays(60);
        envoyer(referent, "/changement", "{\"version\":" + version() + ",\"prevuLe\":\"" + jour + "\"}").andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("prevuLe"));
        envoyer(referent, "/changement", "{\"version\":" + version() + ",\"prevuLe\":\"" + prevu + "\"}").andExpect(status().isNoContent());
        assertThat(echeance("JUGE_AVISE")).isEqualTo(prevu.minusMonths(1) + " null");
        envoyer(referent, "/changement", "{\"version\":" + version() + ",\"prevuLe\":\"" + prevu.plusDays(10) + "\"}").andExpect(status().isNoContent());
        assertThat(echeance("JUGE_AVISE")).isEqualTo(prevu.plusDays(10).minusMonths(1) + " null");
        lire(ref).andExpect(jsonPath("$.changement.aviserAvant").value(prevu.plusDays(10).minusMonths(1).toString()));
        envoyer(referent, "/changement/avis", "{\"version\":" + version() + ",\"le\":\"" + jour + "\"}").andExpect(status().isNoContent());
        assertThat(echeance("JUGE_AVISE")).isEqualTo(prevu.plusDays(10).minusMonths(1) + " " + jour);
        envoyer(referent, "/changement/abandon", "{\"version\":" + version() + ",\"motif\":\"La famille d’accueil reste\"}").andExpect(status().isNoContent());
        lire(ref).andExpect(jsonPath("$.changement").doesNotExist());
    }

    @Test
    void the_impossible_is_refused_at_its_field() throws Exception {
        refuser("du", lieu("PRINCIPAL", "ETABLISSEMENT", jour.plusDays(1), ""));
        refuser("du", lieu("PRINCIPAL", "ETABLISSEMENT", jour.minusYears(4), ""));
        refuser("au", lieu("PRINCIPAL", "ETABLISSEMENT", jour.minusDays(3), ",\"au\":\"" + jour.minusDays(4) + "\""));
        refuser("serviceId", lieu("PRINCIPAL", "ETABLISSEMENT", jour, ",\"serviceId\":\"cdas-redon\""));
        refuser("familleId", lieu("PRINCIPAL", "ETABLISSEMENT", jour, ",\"familleId\":\"" + UUID.randomUUID() + "\""));
        refuser("familleId", lieu("PRINCIPAL", "FAMILLE_ACCUEIL", jour, ",\"familleId\":\"" + UUID.randomUUID() + "\""));
        refuser("remplace", lieu("PRINCIPAL", "ETABLISSEMENT", jour, ",\"remplace\":\"" + UUID.randomUUID() + "\""));
        refuser("nature", "{\"version\":" + version() + ",\"type\":\"ETABLISSEMENT\",\"du\":\"" + jour + "\"}");
        envoyer(ref, "/lieux", lieu("AILLEURS", "ETABLISSEMENT", jour, "")).andExpect(status().isBadRequest());
        UUID attente = chantier.placement(berceau.enfant("Kermarrec", "Yann", "2014-05-04", ICI), ICI, SERVICE, jour.minusDays(10));
        mvc.perform(post("/api/mesures/" + attente + "/accueil/lieux").with(gens.comme(ref)).contentType("application/json")
                .content(lieu("PRINCIPAL", "ETABLISSEMENT", jour, ""))).andExpect(status().isConflict());
        assertThat(periodes()).isEmpty();
    }

    @Test
    void a_place_entered_by_mistake_never_was_and_a_move_cancelled_gives_back_the_place_left() throws Exception {
        String premier = poser(ref, lieu("PRINCIPAL", "ETABLISSEMENT", jour.minusDays(200), ""));
        String second = poser(ref, lieu("PRINCIPAL", "INTERNAT", jour.minusDays(10), ",\"remplace\":\"" + premier + "\""));
        envoyer(ref, "/lieux/" + second + "/annulation", "{\"version\":" + version() + ",\"motif\":\" \"}").andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("motif"));
        envoyer(ref, "/lieux/" + second + "/annulation", "{\"version\":" + version() + ",\"motif\":\"Autre enfant\"}").andExpect(status().isNoContent());
        lire(ref).andExpect(jsonPath("$.lieux", hasSize(1))).andExpect(jsonPath("$.lieux[0].actuel").value(true));
        assertThat(periodes()).containsExactly("PRINCIPAL " + jour.minusDays(200) + " null");
        envoyer(service, "/lieux/" + premier + "/fin", "{\"version\":" + version() + ",\"au\":\"" + jour.minusDays(2) + "\",\"motif\":\"RUPTURE\"}").andExpect(status().isNoContent());
        envoyer(service, "/lieux/" + premier + "/fin", "{\"version\":" + version() + ",\"au\":\"" + jour.minusDays(1) + "\",\"motif\":\"RUPTURE\"}").andExpect(status().isConflict());
        envoyer(ref, "/lieux/" + premier + "/annulation", "{\"version\":" + version() + ",\"motif\":\"Jamais accueilli là\"}").andExpect(status().isNoContent());
        assertThat(periodes()).isEmpty();
        assertThat(jdbc.sql("select count(*) from mesure_acte where mesure_id = ? and genre like 'LIEU%' and annule_le is null").param(mesure).query(Long.class).single()).isZero();
    }

    @Test
    void the_end_of_the_measure_is_the_end_of_its_places() throws Exception {
        poser(ref, lieu("PRINCIPAL", "ETABLISSEMENT", jour.minusDays(200), ""));
        chantier.finir(mesure, jour.minusDays(5));
        assertThat(periodes()).containsExactly("PRINCIPAL " + jour.minusDays(200) + " " + jour.minusDays(5));
        refuser("au", lieu("RELAIS", "ETABLISSEMENT", jour.minusDays(60), ""));
        envoyer(ref, "/lieux", lieu("RELAIS", "ETABLISSEMENT", jour.minusDays(60), ",\"au\":\"" + jour.minusDays(50) + "\"")).andExpect(status().isCreated());
    }

    @Test
    void a_family_beyond_its_places_asks_for_a_reason() throws Exception {
        UUID famille = famille("FA-" + UUID.randomUUID(), 1);
        poser(ref, lieu("PRINCIPAL", "FAMILLE_ACCUEIL", jour.minusDays(200), ",\"familleId\":\"" + famille + "\""));
        UUID frere = berceau.enfant("Kermarrec", "Alan", "2013-05-04", ICI);
        UUID autre = chantier.placementCommence(frere, ICI, SERVICE, jour.minusDays(100));
        mvc.perform(post("/api/mesures/" + autre + "/accueil/lieux").with(gens.comme(ref)).contentType("application/json").content(
                "{\"version\":" + version(autre) + ",\"nature\":\"PRINCIPAL\",\"type\":\"FAMILLE_ACCUEIL\",\"familleId\":\"" + famille + "\",\"du\":\"" + jour.minusDays(50) + "\"}"))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.avertissements[0].code").value("AGREMENT_DEPASSE"));
        mvc.perform(get("/api/familles-accueil").param("q", "FA-").with(gens.comme(service))).andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.id=='" + famille + "')].presents", contains(1)));
        mvc.perform(get("/api/familles-accueil").with(gens.comme(gens.de(Role.AGENT_CRIP, null)))).andExpect(status().isForbidden());
        mvc.perform(post("/api/familles-accueil").with(gens.comme(service)).contentType("application/json")
                .content("{\"reference\":\"FA-X\",\"uniteId\":\"cdas-redon\",\"agrement\":3,\"du\":\"2020-01-01\"}")).andExpect(status().isForbidden());
        mvc.perform(put("/api/familles-accueil/" + famille).with(gens.comme(ref)).contentType("application/json").content("{\"agrement\":12}"))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("agrement"));
    }

    @Test
    void rights_are_kept_as_ordered_each_order_ends_the_last_and_the_service_only_reads_them() throws Exception {
        String adulte = adulte();
        String droit = "{\"version\":%d,\"adulteId\":\"" + adulte + "\",\"genre\":\"VISITE\",\"modalite\":\"%s\",\"ordonneLe\":\"%s\",\"du\":\"%s\"}";
        envoyer(service, "/droits", droit.formatted(version(), "LIBRE", jour.minusDays(100), jour.minusDays(100))).andExpect(status().isForbidden());
        envoyer(ref, "/droits", droit.formatted(version(), "EN_PRESENCE_D_UN_TIERS", jour.minusDays(100), jour.minusDays(90))).andExpect(status().isCreated());
        String second = JsonPath.read(envoyer(ref, "/droits", droit.formatted(version(), "SUSPENDU", jour.minusDays(12), jour.minusDays(10))).andExpect(status().isCreated())
                .andReturn().getResponse().getContentAsString(), "$.id");
        lire(service).andExpect(jsonPath("$.peutDroits").value(false)).andExpect(jsonPath("$.peutLieux").value(true)).andExpect(jsonPath("$.droits", hasSize(2)))
                .andExpect(jsonPath("$.droits[0].au").value(jour.minusDays(10).toString())).andExpect(jsonPath("$.droits[1].modaliteLibelle").value("Suspendu"))
                .andExpect(jsonPath("$.listes.adultes", hasSize(0)));
        envoyer(ref, "/droits", droit.formatted(version(), "LIBRE", jour.minusDays(1), jour.minusDays(2))).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("du"));
        envoyer(ref, "/droits", droit.replace(adulte, UUID.randomUUID().toString()).formatted(version(), "LIBRE", jour, jour)).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("adulteId"));
        envoyer(ref, "/droits/" + second + "/annulation", "{\"version\":" + version() + ",\"motif\":\"Erreur de date\"}").andExpect(status().isNoContent());
        lire(ref).andExpect(jsonPath("$.droits", hasSize(1))).andExpect(jsonPath("$.droits[0].actuel").value(true));
    }

    @Test
    void brothers_and_sisters_apart_have_a_reason_and_a_notice_to_the_judge() throws Exception {
        UUID frere = berceau.enfant("Kermarrec", "Malo", "2018-05-04", ICI);
        String forme = "{\"version\":%d,\"frereId\":\"" + frere + "\",\"ensemble\":%s,\"du\":\"" + jour.minusDays(9) + "\"%s}";
        envoyer(ref, "/fratrie", forme.formatted(version(), "true", "")).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("frereId"));
        chantier.faire(() -> {
            dossiers.lier(enfant, frere, GenreLien.FRATRIE);
            return null;
        });
        envoyer(ref, "/fratrie", forme.formatted(version(), "false", "")).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("motif"));
        envoyer(ref, "/fratrie", forme.formatted(version(), "false", ",\"motif\":\"Âges éloignés\"")).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.avertissements[0].code").value("FRATRIE_SANS_AVIS"));
        envoyer(ref, "/fratrie", forme.formatted(version(), "false", ",\"motif\":\"Âges éloignés\",\"jugeAviseLe\":\"" + jour.minusDays(8) + "\"")).andExpect(status().isCreated());
        assertThat(evenements()).contains("mesure.fratrie", "mesure.juge-avise");
        lire(ref).andExpect(jsonPath("$.fratrie[0].ensemble").value(false)).andExpect(jsonPath("$.fratrie[0].qui", containsString("Kermarrec")))
                .andExpect(jsonPath("$.listes.freres", hasSize(1)));
        // The service exercises for one child: of the other it hears the first name the measure needs, no more.
        lire(service).andExpect(jsonPath("$.fratrie[0].qui").value("Malo")).andExpect(jsonPath("$.fratrie[0].ouvrable").value(false))
                .andExpect(jsonPath("$.listes.freres", hasSize(0)));
    }

    @Test
    void the_status_is_due_two_years_after_the_child_came_then_a_year_after_each_examination() throws Exception {
        assertThat(echeance("EXAMEN_STATUT")).isEqualTo(jour.minusYears(3).plusMonths(24) + " null");
        String id = JsonPath.read(envoyer(referent, "/revues", "{\"version\":" + version() + ",\"genre\":\"STATUT\",\"prevueLe\":\"" + jour.plusDays(10) + "\"}")
                .andExpect(status().isCreated()).andReturn().getResponse().getContentAsString(), "$.id");
        envoyer(referent, "/revues/" + id + "/tenue", "{\"version\":" + version() + ",\"tenueLe\":\"" + jour.plusDays(1) + "\"}").andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("tenueLe"));
        envoyer(referent, "/revues/" + id + "/tenue", "{\"version\":" + version() + ",\"tenueLe\":\"" + jour.minusDays(3) + "\",\"avis\":\"DELEGATION\"}").andExpect(status().isNoContent());
        assertThat(echeance("EXAMEN_STATUT")).isEqualTo(jour.minusDays(3).plusMonths(12) + " null");
        lire(ref).andExpect(jsonPath("$.revues[0].avis").value("Délégation de l’autorité parentale"));
        envoyer(referent, "/revues", "{\"version\":" + version() + ",\"genre\":\"CESSEC\"}").andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("prevueLe"));
        UUID bebe = berceau.enfant("Kermarrec", "Lena", jour.minusMonths(8).toString(), ICI);
        mesure = chantier.placementCommence(bebe, ICI, SERVICE, jour.minusMonths(2));
        assertThat(echeance("CESSEC")).isEqualTo(jour.minusMonths(2).plusMonths(6) + " null");
        assertThat(echeance("EXAMEN_STATUT")).isEqualTo(jour.minusMonths(2).plusMonths(12) + " null");
    }

    @Test
    void out_of_sight_it_does_not_exist_and_whoever_has_no_duty_on_it_does_not_act() throws Exception {
        UUID autreService = gens.de(Role.SERVICE_HABILITE, "svc-apase");
        UUID ailleurs = gens.de(Role.REF, "cdas-combourg");
        for (UUID qui : List.of(autreService, ailleurs)) {
            lire(qui).andExpect(status().isNotFound());
            envoyer(qui, "/lieux", lieu("PRINCIPAL", "ETABLISSEMENT", jour, "")).andExpect(status().isNotFound());
            envoyer(qui, "/revues", "{\"version\":" + version() + ",\"genre\":\"STATUT\",\"prevueLe\":\"" + jour + "\"}").andExpect(status().isNotFound());
        }
        UUID evaluateur = gens.de(Role.EVALUATEUR, ICI);
        lire(evaluateur).andExpect(status().isOk()).andExpect(jsonPath("$.peutLieux").value(false));
        envoyer(evaluateur, "/lieux", lieu("PRINCIPAL", "ETABLISSEMENT", jour, "")).andExpect(status().isForbidden());
        assertThat(jdbc.sql("select distinct quoi from journal_acces where sujet_id = ? and genre = 'REFUS'").param(mesure).query(String.class).list())
                .containsExactlyInAnyOrder("vue", "mission mesure");
    }

    @Test
    void a_second_person_on_the_same_page_is_told_that_somebody_acted() throws Exception {
        String avant = lieu("PRINCIPAL", "ETABLISSEMENT", jour.minusDays(9), "");
        poser(ref, lieu("RELAIS", "ETABLISSEMENT", jour.minusDays(9), ""));
        envoyer(referent, "/lieux", avant).andExpect(status().isConflict()).andExpect(jsonPath("$.conflit").exists());
        assertThat(periodes()).hasSize(1);
    }

    private String lieu(String nature, String type, LocalDate du, String reste) {
        return "{\"version\":" + version() + ",\"nature\":\"" + nature + "\",\"type\":\"" + type + "\",\"du\":\"" + du + "\"" + reste + "}";
    }

    private String poser(UUID qui, String corps) throws Exception {
        return JsonPath.read(envoyer(qui, "/lieux", corps).andExpect(status().isCreated()).andReturn().getResponse().getContentAsString(), "$.id");
    }

    private void refuser(String champ, String corps) throws Exception {
        envoyer(ref, "/lieux", corps).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[*].champ", containsInAnyOrder(champ)));
    }

    @Test
    void the_child_s_page_names_the_place_of_today_to_whoever_sees_the_measure() throws Exception {
        poser(ref, lieu("PRINCIPAL", "FAMILLE_ACCUEIL", jour.minusDays(200), ",\"au\":\"" + jour.minusDays(50) + "\""));
        poser(ref, lieu("RELAIS", "LIEU_DE_VIE", jour.minusDays(8), ""));
        poser(ref, lieu("PRINCIPAL", "ETABLISSEMENT", jour.minusDays(50), ",\"libelle\":\"Chez Mme Secret\""));
        String page = mvc.perform(get("/api/enfants/" + enfant).with(gens.comme(ref))).andExpect(status().isOk())
                .andExpect(jsonPath("$.accueils[*].type", contains("Établissement", "Lieu de vie et d’accueil")))
                .andExpect(jsonPath("$.accueils[0].nature").value("Lieu principal")).andExpect(jsonPath("$.accueils[0].depuis").value(jour.minusDays(50).toString()))
                .andExpect(jsonPath("$.accueils[0].lien").value("/mesures/" + mesure + "?onglet=accueil")).andReturn().getResponse().getContentAsString();
        assertThat(page).doesNotContain("Secret");
        // The child is followed elsewhere too; there the measure is out of sight, and so is its place.
        jdbc.sql("insert into sujet_unite(sujet_type, sujet_id, unite_id, titre) values ('ENFANT', ?, 'cdas-combourg', 'SUIVI')").param(enfant).update();
        mvc.perform(get("/api/enfants/" + enfant).with(gens.comme(gens.de(Role.REF, "cdas-combourg")))).andExpect(status().isOk())
                .andExpect(jsonPath("$.accueils", hasSize(0)));
        chantier.finir(mesure, jour);
        mvc.perform(get("/api/enfants/" + enfant).with(gens.comme(ref))).andExpect(jsonPath("$.accueils", hasSize(0)));
    }

    @Test
    void the_nightly_check_finds_a_period_that_is_not_its_place_and_the_rebuild_makes_it_so() throws Exception {
        poser(ref, lieu("PRINCIPAL", "FAMILLE_ACCUEIL", jour.minusDays(200), ""));
        poser(ref, lieu("RELAIS", "LIEU_DE_VIE", jour.minusDays(200), ",\"au\":\"" + jour.minusDays(180) + "\""));
        assertThat(ecarts()).isEmpty();
        List<String> justes = periodes();
        jdbc.sql("update periode set debut = debut - 3 where sujet_id = ? and genre = 'LIEU_ACCUEIL' and dimensions ->> 'nature' = 'PRINCIPAL' and connu_au is null")
                .param(mesure).update();
        assertThat(ecarts()).singleElement().satisfies(e -> assertThat(e.quoi()).startsWith("LIEU_ACCUEIL").doesNotContain("Kermarrec"));
        assertThat(chantier.faire(() -> controle.reconstruire())).isPositive();
        assertThat(periodes()).isEqualTo(justes);
        assertThat(ecarts()).isEmpty();
        assertThat(chantier.faire(() -> controle.reconstruire())).as("what is right keeps its version").isZero();
    }

    private List<fr.jalon.commun.controle.TableDerivee.Ecart> ecarts() {
        return chantier.faire(() -> controle.ecarts()).stream().filter(e -> e.cle().endsWith(mesure.toString())).toList();
    }

    private ResultActions envoyer(UUID qui, String suite, String corps) throws Exception {
        return mvc.perform(post("/api/mesures/" + mesure + "/accueil" + suite).with(gens.comme(qui)).contentType("application/json").content(corps));
    }

    private ResultActions lire(UUID qui) throws Exception {
        return mvc.perform(get("/api/mesures/" + mesure + "/accueil").with(gens.comme(qui)));
    }

    private long version() {
        return version(mesure);
    }

    private long version(UUID id) {
        return jdbc.sql("select version from mesure where id = ?").param(id).query(Long.class).single();
    }

    private List<String> periodes() {
        return jdbc.sql("""
                select dimensions ->> 'nature' || ' ' || debut || ' ' || coalesce(fin::text, 'null') from periode
                where sujet_id = ? and genre = 'LIEU_ACCUEIL' and connu_au is null order by debut, dimensions ->> 'nature'""").param(mesure).query(String.class).list();
    }

    private List<String> evenements() {
        return jdbc.sql("select e.type from evenement_valide e join evenement_sujet s on s.evenement_id = e.id where s.sujet_id = ?").param(mesure)
                .query(String.class).list();
    }

    private String echeance(String genre) {
        return jdbc.sql("""
                select date_legale || ' ' || coalesce(cast(satisfaite_le at time zone 'Europe/Paris' as date)::text, 'null') from echeance
                where sujet_id = ? and genre = ? and annulee_le is null""").params(mesure, genre).query(String.class).single();
    }

    private UUID famille(String reference, int places) throws Exception {
        String cree = mvc.perform(post("/api/familles-accueil").with(gens.comme(ref)).contentType("application/json")
                .content("{\"reference\":\"" + reference + "\",\"uniteId\":\"" + ICI + "\",\"agrement\":" + places + ",\"du\":\"2020-01-01\"}"))
                .andExpect(status().isCreated()).andReturn().getResponse().getContentAsString();
        return UUID.fromString(JsonPath.read(cree, "$.id"));
    }

    private String adulte() throws Exception {
        mvc.perform(post("/api/enfants/" + enfant + "/titulaires").with(gens.comme(ref)).contentType("application/json").content(
                "{\"adulte\":{\"nom\":\"Kermarrec\",\"prenoms\":\"Anne\",\"civilite\":\"MADAME\"},\"qualite\":\"MERE\",\"exercice\":\"CONJOINT\"}"));
        return jdbc.sql("select id from adulte where nom = 'Kermarrec' order by id desc limit 1").query(UUID.class).single().toString();
    }
}
