package fr.jalon.indicateur;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import fr.jalon.essai.TestIntegration;
import fr.jalon.indicateur.Carnet.Dossier;
import fr.jalon.indicateur.CarnetMesures.Mesure;
import fr.jalon.indicateur.Collecte.AxeCumul;
import fr.jalon.indicateur.Collecte.Cle;
import fr.jalon.indicateur.Collecte.Grain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The sums of the roll-ups with what was said since, against a full recount below the same fence: random acts, corrections, late entries,
 * cancellations, merges and separations, births corrected, roll-ups in between; now, and as known at each past moment.
 */
@TestIntegration
class CumulAuHasardIT {

    private static final org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration SANS_ORDRE =
            org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration.builder().withIgnoreCollectionOrder(true).build();
    private static final List<LocalDate> BORDS = List.of(LocalDate.of(1995, 12, 31), LocalDate.of(1996, 1, 1), LocalDate.of(1996, 2, 29),
            LocalDate.of(1996, 3, 1), LocalDate.of(1996, 12, 31), LocalDate.of(1997, 1, 1), LocalDate.of(1997, 2, 28));

    @Autowired
    private Carnet carnet;
    @Autowired
    private CarnetMesures mesures;
    @Autowired
    private CarnetJeunes jeunes;
    @Autowired
    private Roulement roulement;
    @Autowired
    private Calculs calculs;
    @Autowired
    private Recompte recompte;
    @Autowired
    private LectureFaits lecture;
    @Autowired
    private FaitsTenus tenus;
    @Autowired
    private Derriere derriere;
    @Autowired
    private Clotures clotures;
    @Autowired
    private Catalogue catalogue;
    @Autowired
    private Comptage comptage;
    @Autowired
    private Cumul cumul;
    @Autowired
    private JdbcClient jdbc;

    private List<String> services = List.of();
    private final List<Dossier> dossiers = new ArrayList<>();
    private final List<Mesure> exercees = new ArrayList<>();
    private final List<UUID> enfants = new ArrayList<>();
    private final List<UUID> reunions = new ArrayList<>();
    private final Map<UUID, UUID> absorbes = new java.util.HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void sums_and_tail_are_a_recount_now_and_as_known_at_every_past_moment(long graine) throws Exception {
        SplittableRandom h = new SplittableRandom(graine);
        List<UUID> places = ouvrirPlaces();
        try {
            vivre(h);
        } finally {
            jdbc.sql("delete from capacite where id in (:ids)").param("ids", places).update();
        }
    }

    /** Places of two services, so that what is exercised against them is compared too. */
    private List<UUID> ouvrirPlaces() {
        services = jdbc.sql("select id from unite where type = 'SERVICE' order by id limit 2").query(String.class).list();
        List<UUID> ids = new ArrayList<>();
        for (String service : services) {
            for (String produit : List.of("MEP", "PAD")) {
                UUID id = UUID.randomUUID();
                ids.add(id);
                jdbc.sql("insert into capacite(id, service_id, produit, places, du) values (?, ?, ?, 7, date '1995-07-01')").params(id, service, produit).update();
            }
        }
        return ids;
    }

    private void vivre(SplittableRandom h) throws Exception {
        for (int n = 0; n < 8; n++) {
            enfants.add(h.nextInt(3) == 0 ? UUID.randomUUID() : inscrit(h));
        }
        List<Instant> moments = new ArrayList<>();
        for (int tour = 0; tour < 9; tour++) {
            for (int n = 0; n < 7; n++) {
                try {
                    agir(h);
                } catch (RuntimeException e) {
                    // What cannot be done of that file was not done.
                    assertThat(e.getMessage()).as("act refused").isNotEqualTo("");
                }
            }
            Thread.sleep(5);
            moments.add(Instant.now());
            Thread.sleep(5);
            if (h.nextInt(2) == 0) {
                roulement.rouler();
            }
            comparer(Connu.maintenant(), tour % 3 == 0);
        }
        assertThat(jdbc.sql("select count(*) from indicateur_cloture").query(Long.class).single()).isPositive();
        for (Instant moment : moments) {
            comparer(Connu.le(moment), false);
        }
    }

    private void comparer(Connu connu, boolean axes) {
        List<Indicateur> tous = catalogue.tous();
        Calculs.Calcul annees = calculs.de(tous, AxeCumul.TOTAL, Grain.ANNEE, connu);
        Clotures.Lecture l = connu.estMaintenant() ? new Clotures.Lecture(annees.cloture(), cumul.aujourdhui()) : clotures.de(connu);
        Faits faits = lecture.lire(l.cloture());
        Calculs.Calcul mois = calculs.de(tous, AxeCumul.TOTAL, Grain.MOIS, connu);
        if (connu.estMaintenant()) {
            tenir(faits, tenus.maintenant(l.cloture()));
        }
        for (Indicateur i : tous) {
            for (int annee = 1995; annee <= 1998; annee++) {
                Resultat recomptee = recompte.annee(i, faits, annee, l.aujourdhui(), null, Map.of());
                verifier(i, annees.annee(i, annee, Cle.TOTAL), recomptee, annee + " " + connu);
                if (Detail.nombreDEnfants(i.mesure())) {
                    assertThat(Derriere.enfants(annees.annee(i, annee, Cle.TOTAL))).as("children of %s in %s", i.code(), annee).isEqualTo(derriere.enfants(recomptee, faits));
                }
            }
            for (int m = 1; m <= 12; m += 1 + (int) (Math.abs((long) i.code().hashCode()) % 5)) {
                verifier(i, mois.mois(i, 1996, m, Cle.TOTAL), recompte.mois(i, faits, 1996, m, l.aujourdhui(), null), "1996-" + m + " " + connu);
            }
        }
        if (axes) {
            for (String unite : List.of("cumul-a", "cumul-b")) {
                Calculs.Calcul parUnite = calculs.de(tous, AxeCumul.UNITE, Grain.ANNEE, connu);
                for (Indicateur i : tous) {
                    Chiffre lu = parUnite.annee(i, 1996, new Cle(AxeCumul.UNITE, unite));
                    Resultat r = recompte.annee(i, faits, 1996, l.aujourdhui(), Set.of(unite), Map.of());
                    assertThat(lu.valeur()).as("%s of %s", i.code(), unite).usingComparator(Comparator.nullsFirst(Comparator.naturalOrder())).isEqualTo(r.valeur());
                }
            }
            for (Indicateur i : List.of(catalogue.exiger("MESURES_EXERCEES"), catalogue.exiger("IP_RECUES"), catalogue.exiger("ENFANTS_MESURES"))) {
                for (Comptage.LigneMois ligne : comptage.parUniteEtMois(i.code(), 1996)) {
                    for (int m = 1; m <= 12; m++) {
                        assertThat(ligne.mois().get(m - 1).valeur()).as("%s of %s in month %s", i.code(), ligne.cle(), m)
                                .isEqualByComparingTo(recompte.mois(i, faits, 1996, m, l.aujourdhui(), Set.of(ligne.cle())).valeur());
                    }
                }
            }
        }
    }

    /** Facts brought forward by the files touched are those read again from the first line. */
    private static void tenir(Faits lus, Faits tenus) {
        assertThat(tenus.informations()).containsExactlyInAnyOrderElementsOf(lus.informations());
        assertThat(tenus.ips()).usingRecursiveFieldByFieldElementComparator(SANS_ORDRE).containsExactlyInAnyOrderElementsOf(lus.ips());
        lus.mesures().periodes().forEach((g, p) -> assertThat(tenus.mesures().periodes(g)).as(g).containsExactlyInAnyOrderElementsOf(p));
        lus.mesures().actes().forEach((t, a) -> assertThat(tenus.mesures().actes(t)).as(t).containsExactlyInAnyOrderElementsOf(a));
        tenus.mesures().periodes().forEach((g, p) -> assertThat(p).as(g).hasSameSizeAs(lus.mesures().periodes(g)));
        tenus.mesures().actes().forEach((t, a) -> assertThat(a).as(t).hasSameSizeAs(lus.mesures().actes(t)));
        Set<UUID> dits = dits(lus);
        assertThat(parmi(dits, tenus.mesures().naissances())).isEqualTo(parmi(dits, lus.mesures().naissances()));
        assertThat(parmi(dits, tenus.mesures().sexes())).isEqualTo(parmi(dits, lus.mesures().sexes()));
        assertThat(tenus.mesures().foyers()).isEqualTo(lus.mesures().foyers());
        assertThat(tenus.mesures().places()).isEqualTo(lus.mesures().places());
    }

    /** Children something is told of: one who is new and no more is read when something is. */
    private static Set<UUID> dits(Faits faits) {
        Set<UUID> dits = new java.util.HashSet<>();
        faits.mesures().periodes().values().forEach(l -> l.forEach(p -> dits.add(p.enfant())));
        faits.mesures().actes().values().forEach(l -> l.forEach(a -> dits.add(a.enfant())));
        faits.ips().forEach(ip -> ip.mineurs().forEach(m -> dits.add(m.enfant())));
        return dits;
    }

    private static <V> Map<UUID, V> parmi(Set<UUID> enfants, Map<UUID, V> dits) {
        Map<UUID, V> voulus = new java.util.HashMap<>(dits);
        voulus.keySet().retainAll(enfants);
        return voulus;
    }

    private static void verifier(Indicateur i, Chiffre lu, Resultat attendu, String quand) {
        assertThat(lu.valeur()).as("%s, %s", i.code(), quand).usingComparator(Comparator.nullsFirst(Comparator.naturalOrder())).isEqualTo(attendu.valeur());
        assertThat(lu.raison()).as("%s, %s", i.code(), quand).isEqualTo(attendu.nonConnu());
        if (!(i.mesure() instanceof FormuleComposee)) {
            assertThat(lu.effectif()).as("files of %s, %s", i.code(), quand).isEqualTo(attendu.comptes().size());
        }
        if (lu.base() != null) {
            assertThat(lu.base()).as("base of %s, %s", i.code(), quand).isEqualTo((long) attendu.base().size());
        }
    }

    private UUID inscrit(SplittableRandom h) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into enfant(id, nom, prenoms, sexe, naissance_precision, naissance_le, cree_le) values (?, 'Essai', 'Enfant', ?, 'EXACTE', ?, now())""")
                .params(id, h.nextBoolean() ? "FILLE" : "GARCON", naissance(h)).update();
        return id;
    }

    private static LocalDate naissance(SplittableRandom h) {
        return h.nextInt(3) == 0 ? LocalDate.of(1980, 2, 29) : LocalDate.of(1977 + h.nextInt(18), 1, 1).plusDays(h.nextInt(365));
    }

    private static LocalDate jour(SplittableRandom h) {
        return h.nextInt(3) == 0 ? BORDS.get(h.nextInt(BORDS.size())) : LocalDate.of(1995, 6, 1).plusDays(h.nextInt(900));
    }

    private static String unite(SplittableRandom h) {
        return h.nextBoolean() ? "cumul-a" : "cumul-b";
    }

    private static <T> T un(SplittableRandom h, List<T> parmi) {
        return parmi.get(h.nextInt(parmi.size()));
    }

    private void agir(SplittableRandom h) {
        int quoi = h.nextInt(24);
        Dossier d = dossiers.isEmpty() ? null : un(h, dossiers);
        Mesure m = exercees.isEmpty() ? null : un(h, exercees);
        if (quoi <= 3 || d == null) {
            Dossier neuf = carnet.recevoir(jour(h), unite(h), un(h, enfants), un(h, enfants));
            if (h.nextInt(4) > 0) {
                carnet.qualifier(neuf);
                dossiers.add(neuf);
            }
        } else if (quoi <= 6 || m == null) {
            Mesure neuve = h.nextBoolean() ? mesures.ordonner(jour(h), unite(h), un(h, List.of("MEP", "AEDFG", "PAD", "TDC")), h.nextBoolean(), un(h, enfants))
                    : mesures.proposer(jour(h), unite(h), "MEP", un(h, enfants));
            exercees.add(neuve);
            mesures.demarrer(neuve, jour(h));
        } else {
            switch (quoi) {
                case 7 -> carnet.rendre(d, d.recue.plusDays(h.nextInt(200)));
                case 8 -> carnet.informer(d, d.recue.plusDays(h.nextInt(200)));
                case 9 -> carnet.clore(d, d.recue.plusDays(h.nextInt(90)));
                case 10 -> carnet.reprendreRapport(d);
                case 11 -> carnet.rouvrir(d);
                case 12 -> carnet.corrigerReception(d, d.recue.minusDays(h.nextInt(60)));
                case 13 -> carnet.changerUnite(d, unite(h), d.recue.plusDays(h.nextInt(60)));
                case 14 -> carnet.annulerQualification(d);
                case 15 -> carnet.tenir(d, d.recue.plusDays(h.nextInt(30)), h.nextBoolean() ? d.recue.plusDays(40) : null);
                case 16 -> carnet.ajouterMineur(d, un(h, enfants));
                case 17 -> mesures.transferer(m, jour(h), unite(h), h.nextInt(4) > 0 ? un(h, services) : null);
                case 18 -> mesures.terminer(m, jour(h), "TERME");
                case 19 -> mesures.annulerFin(m);
                case 20 -> mesures.corrigerDemarrage(m, jour(h));
                case 21 -> {
                    UUID conserve = un(h, enfants);
                    UUID absorbe = un(h, enfants);
                    if (!conserve.equals(absorbe) && absorbes.putIfAbsent(absorbe, conserve) == null && !absorbes.containsKey(conserve)) {
                        reunions.add(carnet.reunir(conserve, absorbe));
                    }
                }
                case 22 -> {
                    if (!reunions.isEmpty()) {
                        carnet.separer(reunions.remove(h.nextInt(reunions.size())));
                    }
                }
                default -> {
                    if (h.nextBoolean()) {
                        jdbc.sql("update enfant set naissance_le = ?, sexe = 'INCONNU' where id = ?").params(naissance(h), un(h, enfants)).update();
                    } else {
                        CarnetJeunes.Jeune j = new CarnetJeunes.Jeune(naissance(h)).confie(unite(h), jour(h), null).suivi(jour(h), null);
                        jeunes.ecrire(j);
                        enfants.add(j.id);
                    }
                }
            }
        }
    }

    @Test
    void what_was_still_being_written_at_a_roll_up_is_in_the_tail_and_in_the_next() throws Exception {
        String unite = "cumul-lent";
        LocalDate jour = LocalDate.of(1994, 6, 1);
        ExecutorService autre = Executors.newSingleThreadExecutor();
        CountDownLatch ecrite = new CountDownLatch(1);
        CountDownLatch roule = new CountDownLatch(1);
        try {
            Future<?> lente = autre.submit(() -> carnet.acte(() -> {
                carnet.recevoir(jour, unite, UUID.randomUUID());
                ecrite.countDown();
                try {
                    roule.await(60, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
            assertThat(ecrite.await(20, TimeUnit.SECONDS)).isTrue();
            carnet.recevoir(jour, unite, UUID.randomUUID());
            roulement.rouler();
            assertThat(recues(unite)).isZero();
            roule.countDown();
            lente.get(20, TimeUnit.SECONDS);
            assertThat(recues(unite)).isEqualTo(2);
            roulement.rouler();
            assertThat(recues(unite)).isEqualTo(2);
            carnet.recevoir(jour, unite, UUID.randomUUID());
            assertThat(recues(unite)).isEqualTo(3);
        } finally {
            roule.countDown();
            autre.shutdownNow();
        }
    }

    private long recues(String unite) {
        Chiffre c = comptage.compter("IP_RECUES", 1994, Connu.maintenant(), unite);
        return c.valeur() == null ? 0 : c.valeur().longValueExact();
    }

    @Test
    void a_past_day_is_known_as_it_was_said_and_a_year_not_begun_then_is_not() {
        carnet.recevoir(LocalDate.of(1993, 5, 4), "cumul-passe", UUID.randomUUID());
        assertThat(comptage.compter("IP_RECUES", 1993, Connu.le(LocalDate.of(1999, 1, 1)), null).valeur()).isNull();
        assertThat(comptage.compter("IP_RECUES", 1993, Connu.le(LocalDate.now()), null).valeur()).isPositive();
        assertThat(comptage.compter("IP_RECUES", 2040, Connu.maintenant(), null).raison()).contains("pas commencé");
    }
}
