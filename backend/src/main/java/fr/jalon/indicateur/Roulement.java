package fr.jalon.indicateur;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.indicateur.Collecte.Cellule;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds up what was said since the last time, once a night: files touched since are taken out as they were known and put in as they are. A
 * formula nobody had yet is added up over all files, some thousands at a time, below the same fence. Whole or not at all.
 */
@Component
class Roulement {

    /** @param sujets files read again; {@code lignes} cells written */
    record Bilan(int cloture, long sujets, long lignes, long ms) {
    }

    private static final Logger JOURNAL = LoggerFactory.getLogger(Roulement.class);
    private static final int TRANCHE = 20_000;
    private static final int CELLULES = 400_000;
    private static final long VERROU = 7061200;
    /** With the hour the clocks may take. */
    private static final Duration UNE_NUIT = Duration.ofHours(25);

    private final CumulEnBase base;
    private final LectureCiblee lecture;
    private final LectureFaits faits;
    private final Catalogue catalogue;
    private final Horloge horloge;
    private final JdbcClient jdbc;
    private final boolean travaux;
    private final TransactionTemplate attendre;
    private final TransactionTemplate transaction;

    Roulement(CumulEnBase base, LectureCiblee lecture, LectureFaits faits, Catalogue catalogue, Horloge horloge, JdbcClient jdbc,
            PlatformTransactionManager transactions, @Value("${jalon.travaux:true}") boolean travaux) {
        this.base = base;
        this.travaux = travaux;
        this.lecture = lecture;
        this.faits = faits;
        this.catalogue = catalogue;
        this.horloge = horloge;
        this.jdbc = jdbc;
        this.attendre = new TransactionTemplate(transactions);
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @Scheduled(cron = "${jalon.comptage.quand:0 50 1 * * *}", zone = "${jalon.comptage.zone:Europe/Paris}")
    @SchedulerLock(name = "comptage", lockAtMostFor = "PT4H", lockAtLeastFor = "PT1M")
    public void chaqueNuit() {
        Bilan b = rouler();
        JOURNAL.info("Comptage : {} dossiers relus, {} cellules, {} ms", b.sujets(), b.lignes(), b.ms());
    }

    /** A night the house was down is made up for within the hour; nobody reads a tail of days. */
    @Scheduled(initialDelay = 90_000, fixedDelay = 3_600_000)
    @SchedulerLock(name = "comptage", lockAtMostFor = "PT4H", lockAtLeastFor = "PT1M")
    public void rattraper() {
        // The store of sessions turns scheduling on too: a node that must only serve pages says so here.
        if (travaux && base.derniere().filter(d -> d.le().isBefore(horloge.maintenant().minus(UNE_NUIT))).isPresent()) {
            chaqueNuit();
        }
    }

    Bilan rouler() {
        return rouler(null, horloge.maintenant(), horloge.aujourdhui());
    }

    /**
     * Below a given fence, as that day would have.
     *
     * @param cloture null: as far as can be read now
     */
    Bilan rouler(String cloture, Instant le, LocalDate aujourdhui) {
        return IdentiteCourante.en(Identite.systeme("comptage"), () -> attendre.execute(v -> {
            // Held by a transaction of its own: whoever waited takes its snapshot after, and sees what the other wrote.
            jdbc.sql("select pg_advisory_xact_lock(" + VERROU + ")").query().listOfRows();
            return transaction.execute(s -> ajouter(cloture == null ? faits.cloture() : cloture, le, aujourdhui));
        }));
    }

    /** Empties the sums and makes them again. What each past fence changed is lost: past dates are then read from the histories. */
    Bilan refaire() {
        return IdentiteCourante.en(Identite.systeme("comptage"), () -> attendre.execute(v -> {
            jdbc.sql("select pg_advisory_xact_lock(" + VERROU + ")").query().listOfRows();
            return transaction.execute(s -> {
                for (String ordre : List.of("delete from indicateur_delta", "delete from indicateur_cumul", "delete from indicateur_cloture",
                        "update indicateur_formule set cloture_id = null")) {
                    jdbc.sql(ordre).update();
                }
                return ajouter(faits.cloture(), horloge.maintenant(), horloge.aujourdhui());
            });
        }));
    }

    private Bilan ajouter(String cloture, Instant le, LocalDate aujourdhui) {
        long debut = System.nanoTime();
        Optional<CumulEnBase.Cloture> derniere = base.derniere();
        int id = base.ouvrir(cloture, le);
        FormulesCumulees formules = catalogue.cumulees();
        Map<String, CumulEnBase.Connue> connues = base.formules();
        Map<Integer, Lot> suivies = new LinkedHashMap<>();
        Map<Integer, Lot> nouvelles = new LinkedHashMap<>();
        for (FormulesCumulees.Cumulee c : formules.toutes()) {
            CumulEnBase.Connue connue = connues.get(c.empreinte());
            Collecte collecte = new Collecte(Paliers.au(aujourdhui, c.dates()));
            if (connue != null && connue.depuis() != null) {
                suivies.put(connue.id(), new Lot(c.formule(), collecte));
            } else {
                int formule = connue == null ? base.nouvelle(c, le) : connue.id();
                nouvelles.put(formule, new Lot(c.formule(), collecte));
                base.presente(formule, id);
            }
        }
        base.retirer(connues.values().stream().map(CumulEnBase.Connue::id).filter(f -> !suivies.containsKey(f) && !nouvelles.containsKey(f)).toList());
        long sujets = 0;
        long lignes = 0;
        if (derniere.isPresent() && !suivies.isEmpty()) {
            Cible touches = lecture.touches(derniere.get().cloture(), cloture);
            sujets += touches.taille();
            if (!touches.vide()) {
                emettre(suivies, lecture.lire(touches, derniere.get().cloture()), -1);
                emettre(suivies, lecture.lire(touches, cloture), 1);
            }
            lignes += ecrire(id, suivies);
        }
        if (!nouvelles.isEmpty()) {
            Tranches tranches = new Tranches(jdbc, TRANCHE);
            EnfantsReunis reunis = EnfantsReunis.lire(jdbc, cloture);
            for (Cible tranche = tranches.suivante(reunis); tranche != null; tranche = tranches.suivante(reunis)) {
                sujets += tranche.taille();
                emettre(nouvelles, lecture.lire(tranche, cloture), 1);
                if (nouvelles.values().stream().mapToInt(l -> l.collecte().cellules().size()).sum() > CELLULES) {
                    lignes += ecrire(id, nouvelles);
                }
            }
            lignes += ecrire(id, nouvelles);
        }
        long ms = (System.nanoTime() - debut) / 1_000_000;
        base.conclure(id, sujets, lignes, ms);
        return new Bilan(id, sujets, lignes, ms);
    }

    private record Lot(Formule formule, Collecte collecte) {
    }

    private static void emettre(Map<Integer, Lot> lots, Histoires h, int signe) {
        lots.values().forEach(l -> Contributions.emettre(l.formule(), h, l.collecte().signe(signe)));
    }

    private long ecrire(int id, Map<Integer, Lot> lots) {
        Map<Integer, Map<Cellule, long[]>> cellules = new HashMap<>();
        lots.forEach((formule, l) -> cellules.put(formule, l.collecte().cellules()));
        long lignes = base.ajouter(id, cellules);
        lots.values().forEach(l -> l.collecte().cellules().clear());
        return lignes;
    }

    /** Every file of the log in the order of ids, some thousands at a time. */
    static final class Tranches {

        private static final String SUIVANTS = """
                select sujet_type, sujet_id from (
                    (select distinct sujet_id, sujet_type from evenement_sujet where sujet_id > cast(:apres as uuid) order by sujet_id limit :n)
                    union (select distinct sujet_id, sujet_type from periode where connu_au is null and sujet_id > cast(:apres as uuid) order by sujet_id limit :n)
                    union (select distinct sujet_id, sujet_type from periode where connu_au is not null and (sujet_type = 'IP' or enfant_id is null)
                        and sujet_id > cast(:apres as uuid) order by sujet_id limit :n)
                    union (select distinct enfant_id, 'ENFANT' from periode where connu_au is null and enfant_id > cast(:apres as uuid) order by enfant_id limit :n)
                    union (select distinct enfant_id, 'ENFANT' from periode where connu_au is not null and enfant_id > cast(:apres as uuid) order by enfant_id limit :n)
                ) x order by sujet_id limit :n""";

        private final JdbcClient jdbc;
        private final int taille;
        private String apres = "00000000-0000-0000-0000-000000000000";

        Tranches(JdbcClient jdbc, int taille) {
            this.jdbc = jdbc;
            this.taille = taille;
        }

        private record Sujet(String type, java.util.UUID id) {
        }

        /** Null when there is none left. A child merged into another comes with it. */
        Cible suivante(EnfantsReunis reunis) {
            List<Sujet> lus = new ArrayList<>(jdbc.sql(SUIVANTS).param("apres", apres).param("n", taille)
                    .query((l, n) -> new Sujet(l.getString("sujet_type"), l.getObject("sujet_id", java.util.UUID.class))).list());
            if (lus.isEmpty()) {
                return null;
            }
            apres = lus.get(lus.size() - 1).id().toString();
            Cible cible = new Cible(new java.util.HashSet<>(), new java.util.HashSet<>(), new java.util.HashSet<>(), new java.util.HashSet<>());
            lus.stream().filter(s -> !"ENFANT".equals(s.type()) || reunis.debout(s.id()).equals(s.id())).forEach(s -> LectureCiblee.ranger(cible, s.type(), s.id()));
            return cible;
        }
    }
}
