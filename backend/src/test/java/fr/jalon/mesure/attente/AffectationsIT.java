package fr.jalon.mesure.attente;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.acces.Role;
import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Ids;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.mesure.EvolutionsMesure;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Acts on the waiting list, on the real engine: proposing an order, giving a place, taking it back. */
@TestIntegration
class AffectationsIT {

    private static final String ICI = "cdas-fictif-3";

    @Autowired
    private MockMvc mvc;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Horloge horloge;
    @Autowired
    private ObjectMapper json;
    @Autowired
    private MesuresDEssai mesures;
    @Autowired
    private Affectations affectations;
    @Autowired
    private EvolutionsMesure evolutions;

    @Autowired
    private Departement departement;

    private String service;
    private UUID ref;
    private LocalDate jour;

    @BeforeEach
    void ouvrirUnService() {
        service = "svc-essai-" + UUID.randomUUID();
        jdbc.sql("insert into unite(id, nom, type) values (?, 'Service d’essai', 'SERVICE')").param(service).update();
        departement.oublier();
        ref = gens.de(Role.REF, ICI);
        jour = horloge.aujourdhui();
    }

    @Test
    void a_measure_given_a_place_leaves_those_to_assign_is_seen_by_the_service_and_takes_the_place() throws Exception {
        places(2);
        UUID m = mesures.decidee(ICI, jour.minusDays(30));

        mvc.perform(get("/api/attente/mesures/" + m + "/services").with(gens.comme(ref))).andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.service == '" + service + "')].libres").value(2));
        affecter(ref, m, corps(0, null, Map.of())).andExpect(status().isNoContent());

        assertThat(etape(m)).isEqualTo("demarrer");
        assertThat(jdbc.sql("select count(*) from sujet_unite where sujet_id = ? and unite_id = ? and titre = 'EXERCICE'").params(m, service)
                .query(Long.class).single()).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from evenement e join evenement_sujet s on s.evenement_id = e.id where s.sujet_id = ? and e.type = 'mesure.affectee'")
                .param(m).query(Long.class).single()).isEqualTo(1);
        mvc.perform(get("/api/attente/places").with(gens.comme(ref)))
                .andExpect(jsonPath("$[?(@.service == '" + service + "')].libres").value(1))
                .andExpect(jsonPath("$[?(@.service == '" + service + "')].reservees").value(1));
        affecter(ref, m, corps(1, null, Map.of())).andExpect(status().isConflict());
    }

    @Test
    void taken_back_before_it_starts_the_measure_waits_again_since_the_same_day() throws Exception {
        places(1);
        UUID m = mesures.decidee(ICI, jour.minusDays(30));
        affecter(ref, m, corps(0, null, Map.of())).andExpect(status().isNoContent());

        retirer(m, version(m), "").andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("motif"));
        retirer(m, version(m), "La famille a déménagé loin du service.").andExpect(status().isNoContent());

        assertThat(etape(m)).isEqualTo("affecter");
        assertThat(jdbc.sql("select attente_depuis from mesure where id = ?").param(m).query(LocalDate.class).single()).isEqualTo(jour.minusDays(30));
        assertThat(jdbc.sql("select count(*) from sujet_unite where sujet_id = ? and titre = 'EXERCICE'").param(m).query(Long.class).single()).isZero();
        retirer(m, version(m), "Encore").andExpect(status().isConflict());
    }

    @Test
    void beyond_its_places_or_without_the_product_a_service_is_given_a_measure_with_a_reason_that_is_counted() throws Exception {
        UUID sansPlace = mesures.decidee(ICI, jour.minusDays(3));
        affecter(ref, sansPlace, corps(0, null, Map.of())).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.avertissements[0].code").value("SERVICE_SANS_PRODUIT"));
        places(1);
        UUID m1 = mesures.decidee(ICI, jour.minusDays(3));
        UUID m2 = mesures.decidee(ICI, jour.minusDays(3));
        affecter(ref, m1, corps(0, 1, Map.of())).andExpect(status().isNoContent());

        affecter(ref, m2, corps(0, 0, Map.of())).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.avertissements[0].code").value("SERVICE_COMPLET"))
                .andExpect(jsonPath("$.avertissements[0].message").value(containsString("1 mesures pour 1 places")));
        affecter(ref, m2, corps(0, 0, Map.of("SERVICE_COMPLET", "Ordonnance du juge, le service accepte."))).andExpect(status().isNoContent());

        assertThat(jdbc.sql("""
                select e.dimensions ->> 'avertissements' from evenement e join evenement_sujet s on s.evenement_id = e.id
                where s.sujet_id = ? and e.type = 'mesure.affectee'""").param(m2).query(String.class).single()).isEqualTo("SERVICE_COMPLET");
    }

    @Test
    void of_two_ref_assigning_the_last_place_at_once_one_is_told_by_whom_it_was_taken() throws Exception {
        places(1);
        UUID autreRef = gens.de(Role.REF, ICI);
        UUID m1 = mesures.decidee(ICI, jour.minusDays(20));
        UUID m2 = mesures.decidee(ICI, jour.minusDays(10));
        CountDownLatch depart = new CountDownLatch(1);
        ExecutorService fils = Executors.newFixedThreadPool(2);
        try {
            List<Future<Object>> deux = List.of(fils.submit(tenter(depart, ref, m1)), fils.submit(tenter(depart, autreRef, m2)));
            depart.countDown();
            List<Object> issues = List.of(deux.get(0).get(), deux.get(1).get());

            assertThat(issues).filteredOn("fait"::equals).hasSize(1);
            assertThat(issues).filteredOn(Conflit.class::isInstance).singleElement().satisfies(c -> {
                assertThat(((Conflit) c).par()).isEqualTo("Essai Responsable enfance famille");
                assertThat(((Conflit) c).le()).isNotNull();
                assertThat(((Conflit) c).quoi()).contains("dernière place").contains("vient d’être donnée");
            });
        } finally {
            fils.shutdownNow();
        }
        assertThat(jdbc.sql("select count(*) from mesure where service_id = ?").param(service).query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void of_two_transfers_to_the_last_place_at_once_one_is_asked_why_it_goes_beyond() throws Exception {
        places(1);
        UUID m1 = mesures.decidee(ICI, jour.minusDays(20));
        UUID m2 = mesures.decidee(ICI, jour.minusDays(10));
        assertThat(aDeux(() -> transferer(m1, Map.of()), () -> transferer(m2, Map.of()))).containsExactlyInAnyOrder("fait", "SERVICE_COMPLET");
        assertThat(donnees()).isEqualTo(1);

        UUID restee = jdbc.sql("select id from mesure where id in (?, ?) and service_id is null").params(m1, m2).query(UUID.class).single();
        gens.en(ref, () -> transferer(restee, Map.of("SERVICE_COMPLET", "Le juge a nommé ce service.")));
        assertThat(jdbc.sql("select avertissements ->> 'SERVICE_COMPLET' from mesure_acte where mesure_id = ? and genre = 'TRANSFERT'").param(restee)
                .query(String.class).single()).isEqualTo("Le juge a nommé ce service.");
        assertThat(donnees()).isEqualTo(2);
    }

    @Test
    void an_assignment_and_a_transfer_at_once_share_the_last_place_no_more_than_two_assignments() throws Exception {
        places(1);
        UUID m1 = mesures.decidee(ICI, jour.minusDays(20));
        UUID m2 = mesures.decidee(ICI, jour.minusDays(10));
        List<Object> issues = aDeux(() -> {
            affectations.affecter(m1, new Affectations.Demande(service, null, null, Map.of()), 0);
            return null;
        }, () -> transferer(m2, Map.of()));
        assertThat(issues).containsExactlyInAnyOrder("fait", "SERVICE_COMPLET");
        assertThat(donnees()).isEqualTo(1);
    }

    @Test
    void opening_with_a_service_already_chosen_takes_a_place_a_child() throws Exception {
        places(2);
        List<UUID> trois = List.of(mesures.enfant("Essai", "Un", jour.minusYears(8), ICI), mesures.enfant("Essai", "Deux", jour.minusYears(7), ICI),
                mesures.enfant("Essai", "Trois", jour.minusYears(6), ICI));
        ouvrir(trois, Map.of()).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.avertissements[0].code").value("SERVICE_COMPLET"))
                .andExpect(jsonPath("$.avertissements[0].message").value(containsString("2 places libres")));
        ouvrir(trois.subList(0, 2), Map.of()).andExpect(status().isCreated());
        ouvrir(trois.subList(2, 3), Map.of()).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.avertissements[0].code").value("SERVICE_COMPLET"));
        ouvrir(trois.subList(2, 3), Map.of("SERVICE_COMPLET", "Fratrie suivie ensemble.")).andExpect(status().isCreated());
        assertThat(donnees()).isEqualTo(3);
    }

    private ResultActions ouvrir(List<UUID> enfants, Map<String, String> motifs) throws Exception {
        Map<String, Object> d = new java.util.HashMap<>(Map.of("enfants", enfants, "baseLegale", "AEMO", "produit", "MEP", "uniteId", ICI, "autorite",
                "JUGE_ENFANTS", "decideeLe", jour.minusDays(3), "terme", jour.plusDays(300), "serviceId", service, "motifs", motifs));
        return mvc.perform(post("/api/mesures").with(gens.comme(ref)).contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(d)));
    }

    private Object transferer(UUID mesure, Map<String, String> motifs) {
        evolutions.transferer(mesure, new EvolutionsMesure.DemandeTransfert(null, "SERVICE", jour, service, null, null, null, null, null, motifs));
        return null;
    }

    private long donnees() {
        return jdbc.sql("select count(*) from mesure where service_id = ?").param(service).query(Long.class).single();
    }

    /** Both at once, as two REF: « fait », or the code of the first warning. */
    private List<Object> aDeux(Callable<Object> un, Callable<Object> autre) throws Exception {
        UUID autreRef = gens.de(Role.REF, ICI);
        CountDownLatch depart = new CountDownLatch(1);
        ExecutorService fils = Executors.newFixedThreadPool(2);
        try {
            List<Future<Object>> deux = List.of(fils.submit(essayer(depart, ref, un)), fils.submit(essayer(depart, autreRef, autre)));
            depart.countDown();
            return List.of(deux.get(0).get(), deux.get(1).get());
        } finally {
            fils.shutdownNow();
        }
    }

    private Callable<Object> essayer(CountDownLatch depart, UUID qui, Callable<Object> acte) {
        return () -> {
            depart.await();
            try {
                gens.en(qui, acte);
                return "fait";
            } catch (Avertissements a) {
                return a.avertissements().get(0).code();
            }
        };
    }

    private Callable<Object> tenter(CountDownLatch depart, UUID qui, UUID mesure) {
        return () -> {
            depart.await();
            try {
                gens.en(qui, () -> {
                    affectations.affecter(mesure, new Affectations.Demande(service, null, 1, Map.of()), 0);
                    return null;
                });
                return "fait";
            } catch (Conflit c) {
                return c;
            }
        };
    }

    @Test
    void only_the_ref_of_the_territory_gives_a_place_and_only_the_impossible_is_refused() throws Exception {
        places(3);
        UUID m = mesures.decidee(ICI, jour.minusDays(5));

        affecter(gens.de(Role.REF, "cdas-redon"), m, corps(0, null, Map.of())).andExpect(status().isNotFound());
        affecter(gens.de(Role.REFERENT_PPEF, ICI), m, corps(0, null, Map.of())).andExpect(status().isForbidden());
        affecter(gens.de(Role.SUPERVISEUR, null), m, corps(0, null, Map.of())).andExpect(status().isForbidden());
        affecter(gens.de(Role.SERVICE_HABILITE, service), m, corps(0, null, Map.of())).andExpect(status().isNotFound());
        affecter(ref, m, corps(7, null, Map.of())).andExpect(status().isConflict());
        affecter(ref, m, Map.of("service", "cdas-redon", "version", 0)).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("service"));
        affecter(ref, m, Map.of("service", service, "version", 0, "le", jour.minusDays(6))).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("le"));
        affecter(ref, m, Map.of("service", service, "version", 0, "le", jour.plusDays(1))).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("le"));
    }

    @Test
    void an_order_proposed_with_its_reason_is_seen_by_the_others_and_holds_until_withdrawn() throws Exception {
        jdbc.sql("update mesure set etat = 'ANNULEE' where unite_id = ?").param(ICI).update();
        UUID ancienne = mesures.decidee(mesures.enfant("Essai", "Un", jour.minusYears(8), ICI), Ids.nouveau(), "ADMINISTRATIF", ICI, jour.minusDays(90), jour.plusDays(200));
        UUID milieu = mesures.decidee(mesures.enfant("Essai", "Deux", jour.minusYears(8), ICI), Ids.nouveau(), "ADMINISTRATIF", ICI, jour.minusDays(60), null);
        UUID recente = mesures.decidee(mesures.enfant("Essai", "Trois", jour.minusYears(8), ICI), Ids.nouveau(), "JUDICIAIRE", ICI, jour.minusDays(30), jour.plusDays(300));

        proposer(ref, recente, Map.of("repere", ancienne, "avant", true, "motif", " ")).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("motif"));
        proposer(ref, recente, Map.of("repere", recente, "avant", true, "motif", "x")).andExpect(status().isUnprocessableEntity());
        proposer(gens.de(Role.REF, "cdas-redon"), recente, Map.of("repere", ancienne, "avant", true, "motif", "x")).andExpect(status().isNotFound());
        proposer(ref, recente, Map.of("repere", ancienne, "avant", false, "motif", "Violences, la mère attend une réponse.")).andExpect(status().isNoContent());

        mvc.perform(get("/api/attente").with(gens.comme(gens.de(Role.REFERENT_PPEF, ICI)))).andExpect(status().isOk())
                .andExpect(jsonPath("$.lignes[0].id").value(ancienne.toString())).andExpect(jsonPath("$.lignes[1].id").value(recente.toString()))
                .andExpect(jsonPath("$.lignes[2].id").value(milieu.toString()))
                .andExpect(jsonPath("$.lignes[1].proposition.motif").value(startsWith("Violences")))
                .andExpect(jsonPath("$.lignes[1].proposition.par").value("Essai Responsable enfance famille"))
                .andExpect(jsonPath("$.derriere").value(1)).andExpect(jsonPath("$.depassees").value(1));
        // Somebody who supervises proposes otherwise: the latest stands.
        proposer(gens.de(Role.SUPERVISEUR, null), milieu, Map.of("repere", recente, "avant", true, "motif", "Attend depuis plus longtemps."))
                .andExpect(status().isNoContent());
        mvc.perform(get("/api/attente").with(gens.comme(ref))).andExpect(jsonPath("$.lignes[1].id").value(milieu.toString()))
                .andExpect(jsonPath("$.depassees").value(0));
        mvc.perform(post("/api/attente/mesures/" + recente + "/rang/retrait").with(gens.comme(ref)).contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(Map.of("motif", "La situation s’est apaisée.")))).andExpect(status().isNoContent());
        mvc.perform(get("/api/attente").with(gens.comme(ref))).andExpect(jsonPath("$.lignes[2].id").value(recente.toString()))
                .andExpect(jsonPath("$.lignes[2].proposition").doesNotExist());
        assertThat(jdbc.sql("""
                select count(*) from evenement e join evenement_sujet s on s.evenement_id = e.id
                where s.sujet_id = ? and e.type = 'mesure.rang-propose'""").param(recente).query(Long.class).single()).isEqualTo(2);
    }

    @Test
    void a_proposal_whose_act_is_cancelled_no_longer_stands() throws Exception {
        jdbc.sql("update mesure set etat = 'ANNULEE' where unite_id = ?").param(ICI).update();
        UUID ancienne = mesures.decidee(ICI, jour.minusDays(90));
        UUID recente = mesures.decidee(ICI, jour.minusDays(30));
        proposer(ref, recente, Map.of("repere", ancienne, "avant", true, "motif", "Urgent.")).andExpect(status().isNoContent());
        mvc.perform(get("/api/attente").with(gens.comme(ref))).andExpect(jsonPath("$.lignes[0].id").value(recente.toString()));

        jdbc.sql("update mesure_acte set annule_le = now() where mesure_id = ? and genre = 'RANG'").param(recente).update();

        mvc.perform(get("/api/attente").with(gens.comme(ref))).andExpect(jsonPath("$.lignes[0].id").value(ancienne.toString()))
                .andExpect(jsonPath("$.lignes[1].proposition").doesNotExist());
    }

    private void places(int combien) {
        jdbc.sql("insert into capacite(id, service_id, produit, places, du) values (?, ?, 'MEP', ?, ?)")
                .params(UUID.randomUUID(), service, combien, jour.minusYears(1)).update();
    }

    private Map<String, Object> corps(long version, Integer placesVues, Map<String, String> motifs) {
        Map<String, Object> corps = new java.util.HashMap<>(Map.of("service", service, "version", version, "motifs", motifs));
        corps.put("placesVues", placesVues);
        return corps;
    }

    private ResultActions affecter(UUID qui, UUID mesure, Map<String, Object> corps) throws Exception {
        return envoyer(gens.comme(qui), mesure + "/affectation", corps);
    }

    private ResultActions retirer(UUID mesure, long version, String motif) throws Exception {
        return envoyer(gens.comme(ref), mesure + "/affectation/retrait", Map.of("version", version, "motif", motif));
    }

    private ResultActions proposer(UUID qui, UUID mesure, Map<String, Object> corps) throws Exception {
        return envoyer(gens.comme(qui), mesure + "/rang", corps);
    }

    private ResultActions envoyer(RequestPostProcessor qui, String chemin, Map<String, Object> corps) throws Exception {
        return mvc.perform(post("/api/attente/mesures/" + chemin).with(qui).contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(corps)));
    }

    private String etape(UUID mesure) {
        return jdbc.sql("select etape from tache where sujet_id = ? and cle = 'mesure'").param(mesure).query(String.class).single();
    }

    private long version(UUID mesure) {
        return jdbc.sql("select version from mesure where id = ?").param(mesure).query(Long.class).single();
    }
}
