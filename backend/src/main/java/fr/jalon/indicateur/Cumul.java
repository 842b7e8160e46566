package fr.jalon.indicateur;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.indicateur.Collecte.AxeCumul;
import fr.jalon.indicateur.Collecte.Grain;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Cells of the figures, as known now or below a past fence: what the last roll-up left, with what was said since. One lock and one snapshot
 * a reading, in a transaction of its own: what is in memory always belongs to what is read with it.
 */
@Component
class Cumul {

    /** @param formules cells by base formula; missing: to be counted again; {@code places} as they stand */
    record Lues(Map<Formule, Cellules> formules, LocalDate aujourdhui, String cloture, List<FaitsMesures.Places> places) {
    }

    private record Gardees(int cloture, FormulesCumulees formules, Map<Formule, Cellules> cellules) {
    }

    private final CumulEnBase base;
    private final QueueDuCumul queues;
    private final LectureFaits lecture;
    private final LectureMesures mesures;
    private final Clotures clotures;
    private final Catalogue catalogue;
    private final Horloge horloge;
    private final CumulPasse passe;
    private final TransactionTemplate transaction;
    private final Object verrou = new Object();
    /** The yearly cells of the whole at the last roll-up: what every table reads. */
    private Gardees gardees;

    Cumul(CumulEnBase base, QueueDuCumul queues, LectureFaits lecture, LectureMesures mesures, Clotures clotures, Catalogue catalogue, Horloge horloge,
            CumulPasse passe, PlatformTransactionManager transactions) {
        this.base = base;
        this.queues = queues;
        this.lecture = lecture;
        this.mesures = mesures;
        this.clotures = clotures;
        this.catalogue = catalogue;
        this.horloge = horloge;
        this.passe = passe;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        transaction.setReadOnly(true);
    }

    private <T> T seul(Supplier<T> travail) {
        // What is kept serves everybody: it is read as the application, whoever asks.
        return IdentiteCourante.en(Identite.systeme("comptage"), () -> {
            synchronized (verrou) {
                return transaction.execute(s -> travail.get());
            }
        });
    }

    LocalDate aujourdhui() {
        return horloge.aujourdhui();
    }

    /** @param grain null for both */
    Lues lire(List<Formule> voulues, AxeCumul axe, Grain grain, Connu connu) {
        return seul(() -> connu.estMaintenant() ? maintenant(voulues, axe, grain) : alors(voulues, axe, grain, clotures.de(connu)));
    }

    /** Some formulas by month of a year, now: what came before the year is one sum a key. */
    Lues lireMois(List<Formule> voulues, AxeCumul axe, int annee) {
        boolean passe = voulues.stream().map(Forme::de).anyMatch(Forme::vientDAvant);
        return seul(() -> maintenant(voulues, axe, Grain.MOIS, f -> base.lireMois(f, axe, annee, passe)));
    }

    private Lues maintenant(List<Formule> voulues, AxeCumul axe, Grain grain) {
        return maintenant(voulues, axe, grain, f -> base.lire(f, axe, grain));
    }

    private Lues maintenant(List<Formule> voulues, AxeCumul axe, Grain grain, Function<List<Integer>, Map<Integer, Cellules>> lire) {
        String cloture = lecture.cloture();
        LocalDate aujourdhui = horloge.aujourdhui();
        Optional<CumulEnBase.Cloture> derniere = base.derniere();
        FormulesCumulees formules = catalogue.cumulees();
        QueueDuCumul.Queue queue = queues.avancer(derniere.map(CumulEnBase.Cloture::cloture).orElse(null), cloture, aujourdhui, formules);
        Map<Formule, Cellules> lues = new HashMap<>();
        Map<Formule, Cellules> assises = derniere.isEmpty() ? null : assises(derniere.get(), formules, voulues, axe, grain, lire);
        for (Formule f : voulues) {
            Formule b = FormulesCumulees.base(f);
            if (formules.de(b) != null && (assises == null || assises.containsKey(b))) {
                Cellules depuis = queue.cellules(b, axe);
                lues.put(b, assises == null ? depuis : Cellules.reunir(assises.get(b), depuis));
            }
        }
        return new Lues(lues, aujourdhui, cloture, mesures.places());
    }

    /** What the last roll-up left; none for a formula it did not know. */
    private Map<Formule, Cellules> assises(CumulEnBase.Cloture derniere, FormulesCumulees formules, List<Formule> voulues, AxeCumul axe, Grain grain,
            Function<List<Integer>, Map<Integer, Cellules>> lire) {
        if (axe == AxeCumul.TOTAL && grain == Grain.ANNEE) {
            if (gardees == null || gardees.cloture() != derniere.id() || gardees.formules() != formules) {
                List<Formule> toutes = new ArrayList<>();
                formules.toutes().forEach(c -> toutes.add(c.formule()));
                gardees = new Gardees(derniere.id(), formules, assises(derniere.id(), formules, toutes, f -> base.lire(f, axe, grain)));
            }
            return gardees.cellules();
        }
        return assises(derniere.id(), formules, voulues, lire);
    }

    private Map<Formule, Cellules> assises(int cloture, FormulesCumulees formules, List<Formule> voulues,
            Function<List<Integer>, Map<Integer, Cellules>> lire) {
        Map<String, CumulEnBase.Connue> connues = base.formules();
        Map<Integer, Formule> presentes = new LinkedHashMap<>();
        for (Formule f : voulues) {
            FormulesCumulees.Cumulee c = formules.de(f);
            CumulEnBase.Connue connue = c == null ? null : connues.get(c.empreinte());
            if (connue != null && connue.depuis() != null && connue.depuis() <= cloture) {
                presentes.put(connue.id(), c.formule());
            }
        }
        Map<Integer, Cellules> lues = lire.apply(List.copyOf(presentes.keySet()));
        Map<Formule, Cellules> assises = new HashMap<>();
        presentes.forEach((id, f) -> assises.put(f, lues.getOrDefault(id, new Cellules())));
        return assises;
    }

    /**
     * Below a past fence: the sum of what each roll-up changed up to it, and what was said after the last of them. Of what is not kept so
     * (a split, a day before the first roll-up) every history is read again.
     */
    private Lues alors(List<Formule> voulues, AxeCumul axe, Grain grain, Clotures.Lecture l) {
        FormulesCumulees formules = catalogue.cumulees();
        Optional<CumulEnBase.Cloture> sous = base.sous(l.cloture());
        Map<Formule, Cellules> lues = new HashMap<>();
        if (axe == AxeCumul.TOTAL && sous.isPresent()) {
            Map<Formule, Cellules> assises = assises(sous.get().id(), formules, voulues, f -> grain == null
                    ? reunir(base.lireAu(sous.get().id(), f, Grain.ANNEE), base.lireAu(sous.get().id(), f, Grain.MOIS)) : base.lireAu(sous.get().id(), f, grain));
            if (!assises.isEmpty()) {
                QueueDuCumul.Queue queue = queues.passee(sous.get().cloture(), l.cloture(), l.aujourdhui(), formules);
                assises.forEach((f, c) -> lues.put(f, Cellules.reunir(c, queue.cellules(f, axe))));
            }
        }
        List<Formule> autres = voulues.stream().map(FormulesCumulees::base).distinct().filter(f -> formules.de(f) != null && !lues.containsKey(f)).toList();
        if (!autres.isEmpty()) {
            lues.putAll(passe.lire(autres, axe, l, formules));
        }
        return new Lues(lues, l.aujourdhui(), l.cloture(), mesures.places());
    }

    private static Map<Integer, Cellules> reunir(Map<Integer, Cellules> a, Map<Integer, Cellules> b) {
        Map<Integer, Cellules> reunies = new HashMap<>(a);
        b.forEach((f, c) -> reunies.merge(f, c, Cellules::reunir));
        return reunies;
    }
}
