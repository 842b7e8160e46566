package fr.jalon.ip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Role;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.echeance.RattrapageRappels;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.processus.Veille;
import fr.jalon.processus.VoyageMoteur;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** The watch of files on the real engine; the only test that travels in time, and it comes back. */
@TestIntegration
@TestPropertySource(properties = "jalon.essai=horloge")
class VeilleIT {

    private static final LocalDate HUIT_ANS = LocalDate.of(2018, 1, 1);

    @Autowired
    private ChantierHorloge chantier;
    @Autowired
    private Veille veille;
    @Autowired
    private RattrapageRappels rattrapage;
    @Autowired
    private VoyageMoteur voyage;
    @Autowired
    private ManagementService gestion;
    @Autowired
    private Horloge horloge;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private MockMvc mvc;
    @Autowired
    private Gens gens;
    private String unite;

    @BeforeEach
    void agir() {
        IdentiteCourante.poser(Identite.systeme("essai"));
        unite = jdbc.sql("select id from unite where type = 'CDAS' order by id limit 1").query(String.class).single();
    }

    @AfterEach
    void revenir() throws InterruptedException {
        IdentiteCourante.poser(null);
        if (horloge.decalage() != 0) {
            jdbc.sql("update horloge set jours = 0").update();
            // The offset is read again within a second.
            Thread.sleep(1100);
        }
        ClockUtil.reset();
    }

    @Test
    void the_timer_stands_on_the_first_reminder_and_moves_with_the_date() {
        UUID ip = chantier.enEvaluation(unite, horloge.maintenant(), false, HUIT_ANS);
        LocalDate legale = horloge.aujourdhui().plusMonths(3);
        assertThat(minuterie(ip)).isEqualTo(sept(legale.minusDays(30)));
        chantier.acte(ip, i -> i.corrigerReception(i.recueLe().minusSeconds(86_400L * 10)), null);
        assertThat(minuterie(ip)).isEqualTo(sept(horloge.aujourdhui().minusDays(10).plusMonths(3).minusDays(30)));
    }

    @Test
    void an_ip_entered_four_months_late_yields_one_reminder_and_notes_the_others() {
        UUID ip = chantier.enEvaluation(unite, horloge.maintenant().minusSeconds(86_400L * 125), false, HUIT_ANS);
        tirer(ip);
        assertThat(dits(ip)).isEqualTo(1);
        assertThat(notes(ip)).isGreaterThan(4);
        assertThat(jdbc.sql("select depasse from rappel where sujet_id = ? and dit").param(ip).query(Boolean.class).single()).isTrue();
        assertThat(evenements(ip)).isEqualTo(1);
        assertThat(minuterie(ip)).isAfter(horloge.maintenant());
    }

    @Test
    void woken_again_with_nothing_due_it_tells_nothing() {
        UUID ip = chantier.enEvaluation(unite, horloge.maintenant().minusSeconds(86_400L * 80), false, HUIT_ANS);
        rappeler(ip);
        long avant = notes(ip);
        rappeler(ip);
        assertThat(notes(ip)).isEqualTo(avant);
        assertThat(dits(ip)).isEqualTo(1);
    }

    @Test
    void two_nodes_waking_the_same_file_at_once_tell_it_once() throws Exception {
        for (int essai = 0; essai < 5; essai++) {
            UUID ip = chantier.enEvaluation(unite, horloge.maintenant().minusSeconds(86_400L * 125), false, HUIT_ANS);
            CountDownLatch ensemble = new CountDownLatch(2);
            ExecutorService noeuds = Executors.newFixedThreadPool(2);
            try {
                List<Future<Object>> issues = noeuds.invokeAll(List.of(() -> ensemble(ip, ensemble), () -> ensemble(ip, ensemble)));
                for (Future<Object> issue : issues) {
                    issue.get();
                }
            } finally {
                noeuds.shutdown();
            }
            assertThat(dits(ip)).isEqualTo(1);
            assertThat(evenements(ip)).isEqualTo(1);
        }
    }

    @Test
    void a_week_of_downtime_yields_one_reminder_and_not_four() {
        // Due in five days: J-30, J-15 and J-7 were told. The house is down for a week: the day itself and the day after come at once.
        UUID ip = chantier.enEvaluation(unite, horloge.maintenant().minusSeconds(86_400L * 86), false, HUIT_ANS);
        rappeler(ip);
        assertThat(dits(ip)).isEqualTo(1);
        jdbc.sql("update horloge set jours = jours + 10").update();
        attendre();
        rappeler(ip);
        assertThat(dits(ip)).isEqualTo(2);
        assertThat(jdbc.sql("select code from rappel where sujet_id = ? and dit order by emis_le desc limit 1").param(ip).query(String.class).single())
                .isEqualTo("-P1D");
    }

    @Test
    void day_after_day_each_reminder_comes_on_its_day() {
        UUID ip = chantier.enEvaluation(unite, horloge.maintenant(), false, HUIT_ANS);
        LocalDate legale = horloge.aujourdhui().plusMonths(3);
        // Alerts come at seven: whoever travels by whole days from an earlier hour meets them at that hour of the next day.
        LocalDate dit = horloge.maintenant().atZone(horloge.zone()).getHour() < 7 ? legale.plusDays(1) : legale;
        int jours = (int) java.time.temporal.ChronoUnit.DAYS.between(horloge.aujourdhui(), legale) + 2;
        VoyageMoteur.Voyage fait = voyage.avancer(jours);
        assertThat(fait.joursAvances()).isEqualTo(jours);
        assertThat(fait.echecs()).isZero();
        assertThat(horloge.aujourdhui()).isEqualTo(legale.plusDays(2));
        assertThat(jdbc.sql("""
                select r.code || ' ' || (r.emis_le at time zone 'Europe/Paris')::date from rappel r join echeance e on e.id = r.echeance_id
                where r.sujet_id = ? and r.dit and e.genre = 'EVALUATION' order by r.emis_le""").param(ip).query(String.class).list())
                .containsExactly("P30D " + dit.minusDays(30), "P15D " + dit.minusDays(15), "P7D " + dit.minusDays(7), "P0D " + dit,
                        "-P1D " + dit.plusDays(1));
    }

    @Test
    void a_reminder_is_a_line_for_its_person_and_its_team_until_seen_and_for_nobody_else() throws Exception {
        UUID ip = chantier.enEvaluation(unite, horloge.maintenant().minusSeconds(86_400L * 125), false, HUIT_ANS);
        UUID evaluatrice = gens.de(Role.EVALUATEUR, unite);
        UUID collegue = gens.de(Role.EVALUATEUR, unite);
        UUID ailleurs = gens.de(Role.EVALUATEUR, jdbc.sql("select id from unite where type = 'CDAS' order by id desc limit 1").query(String.class).single());
        UUID superviseur = gens.de(Role.SUPERVISEUR, null);
        String tache = jdbc.sql("select id from tache where sujet_id = ?").param(ip).query(String.class).single();
        jdbc.sql("insert into tache_suivi(tache_id, titulaire_id, depuis) values (?, ?, now())").params(tache, evaluatrice).update();
        tirer(ip);
        IdentiteCourante.poser(null);

        String id = jdbc.sql("select id from rappel where sujet_id = ? and dit").param(ip).query(UUID.class).single().toString();
        mvc.perform(get("/api/rappels").with(gens.comme(evaluatrice))).andExpect(status().isOk())
                .andExpect(jsonPath("$.rappels[?(@.id == '" + id + "')].etape").value("evaluer"))
                .andExpect(jsonPath("$.nonVus").value(1));
        mvc.perform(get("/api/rappels").with(gens.comme(collegue))).andExpect(jsonPath("$.rappels", hasSize(0)));
        mvc.perform(get("/api/rappels?portee=EQUIPE").with(gens.comme(collegue))).andExpect(jsonPath("$.rappels[?(@.id == '" + id + "')]", hasSize(1)));
        mvc.perform(get("/api/rappels?portee=EQUIPE").with(gens.comme(ailleurs))).andExpect(jsonPath("$.rappels[?(@.id == '" + id + "')]", hasSize(0)));
        mvc.perform(get("/api/rappels?portee=SUPERVISION").with(gens.comme(superviseur)))
                .andExpect(jsonPath("$.rappels[?(@.id == '" + id + "')]", hasSize(1)));
        mvc.perform(get("/api/rappels?portee=SUPERVISION").with(gens.comme(collegue))).andExpect(jsonPath("$.rappels", hasSize(0)));

        mvc.perform(post("/api/rappels/" + id + "/vu").with(gens.comme(ailleurs))).andExpect(status().isNotFound());
        mvc.perform(post("/api/rappels/" + id + "/vu").with(gens.comme(evaluatrice))).andExpect(status().isNoContent());
        mvc.perform(get("/api/rappels").with(gens.comme(evaluatrice))).andExpect(jsonPath("$.nonVus").value(0));

        IdentiteCourante.poser(Identite.systeme("essai"));
        chantier.acte(ip, i -> i.rendreRapport(horloge.maintenant()), "evaluer");
        IdentiteCourante.poser(null);
        mvc.perform(get("/api/rappels?portee=EQUIPE").with(gens.comme(collegue))).andExpect(jsonPath("$.rappels[?(@.id == '" + id + "')]", hasSize(0)));
        mvc.perform(get("/api/rappels?portee=TOUT").with(gens.comme(collegue))).andExpect(status().isBadRequest());
    }

    @Test
    void only_the_administrator_moves_the_time_of_the_demonstration() throws Exception {
        IdentiteCourante.poser(null);
        UUID superviseur = gens.de(Role.SUPERVISEUR, null);
        UUID administrateur = gens.de(Role.ADMINISTRATEUR, null);
        mvc.perform(post("/api/demo/avancer").with(gens.comme(superviseur)).contentType("application/json").content("{\"jours\":1}"))
                .andExpect(status().isForbidden());
        mvc.perform(post("/api/demo/avancer").with(gens.comme(administrateur)).contentType("application/json").content("{\"jours\":0}"))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("jours"));
        mvc.perform(post("/api/demo/avancer").with(gens.comme(administrateur)).contentType("application/json").content("{\"jours\":2}"))
                .andExpect(status().isOk()).andExpect(jsonPath("$.joursAvances").value(2));
    }

    @Test
    void somebody_who_asks_what_followed_after_the_end_is_not_forgotten_though_no_process_watches() {
        UUID ip = chantier.enEvaluation(unite, horloge.maintenant().minusSeconds(86_400L * 100), false, HUIT_ANS);
        Instant fin = horloge.maintenant().minusSeconds(86_400L * 95);
        chantier.acte(ip, i -> i.rendreRapport(fin), "evaluer");
        chantier.decider(ip, fin);
        chantier.acte(ip, i -> i.terminerInformation(fin, false), "informer", java.util.Map.of("justiceAttendue", "NON"));
        rattrapage.rattraper();
        assertThat(dits(ip)).isZero();

        jdbc.sql("update information_entrante set retour_demande_le = ? where ip_id = ?").params(horloge.aujourdhui().minusDays(80), ip).update();
        chantier.suivre(ip);
        rattrapage.rattraper();
        rattrapage.rattraper();
        assertThat(jdbc.sql("select mission || ' ' || unite_id from rappel where sujet_id = ? and dit").param(ip).query(String.class).list())
                .containsExactly("information " + unite);
    }

    private Object ensemble(UUID ip, CountDownLatch ensemble) {
        return IdentiteCourante.en(Identite.systeme("essai"), () -> transaction.execute(s -> {
            ensemble.countDown();
            try {
                ensemble.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            veille.rappeler(Sujet.ip(ip));
            return true;
        }));
    }

    private void rappeler(UUID ip) {
        transaction.executeWithoutResult(s -> veille.rappeler(Sujet.ip(ip)));
    }

    private void tirer(UUID ip) {
        gestion.executeJob(gestion.createJobQuery().processInstanceId(instance(ip)).singleResult().getId());
    }

    private Instant minuterie(UUID ip) {
        Date date = gestion.createJobQuery().processInstanceId(instance(ip)).singleResult().getDuedate();
        return date.toInstant();
    }

    private String instance(UUID ip) {
        return jdbc.sql("select instance_id from processus_instance where sujet_id = ? and actif").param(ip).query(String.class).single();
    }

    private Instant sept(LocalDate jour) {
        return jour.atTime(7, 0).atZone(horloge.zone()).toInstant();
    }

    private long dits(UUID ip) {
        return jdbc.sql("select count(*) from rappel where sujet_id = ? and dit").param(ip).query(Long.class).single();
    }

    private long notes(UUID ip) {
        return jdbc.sql("select count(*) from rappel where sujet_id = ?").param(ip).query(Long.class).single();
    }

    private long evenements(UUID ip) {
        return jdbc.sql("select count(*) from evenement e join evenement_sujet s on s.evenement_id = e.id where s.sujet_id = ? and e.type = 'rappel.emis'")
                .param(ip).query(Long.class).single();
    }

    private static void attendre() {
        try {
            Thread.sleep(1100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
