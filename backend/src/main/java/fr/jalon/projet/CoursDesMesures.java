package fr.jalon.projet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What the measures of a child make of the projet: it opens at the first effective start, is revised by the next one, closes when none is
 * exercised any more, resumes when one starts again. Pure: corrected measures give other acts, and what was written follows.
 */
final class CoursDesMesures {

    /** An act the measures ask for. */
    record Voulu(GenreActeProjet genre, LocalDate le, UUID mesure, String produit) {
    }

    /** A measure from its effective start to its end. */
    private record Exercice(UUID mesure, String produit, LocalDate debut, LocalDate fin) {
    }

    private static final Comparator<TrancheExercee> CONDUIT = Comparator.comparing((TrancheExercee t) -> !t.accueil())
            .thenComparing(TrancheExercee::debut, Comparator.reverseOrder()).thenComparing(TrancheExercee::mesure);

    private final List<TrancheExercee> tranches;

    private CoursDesMesures(List<TrancheExercee> tranches) {
        this.tranches = tranches;
    }

    /** @param tranches of measures that ask for a projet */
    static CoursDesMesures de(Collection<TrancheExercee> tranches) {
        return new CoursDesMesures(tranches.stream().sorted(Comparator.comparing(TrancheExercee::debut).thenComparing(TrancheExercee::mesure)).toList());
    }

    List<Voulu> actes() {
        List<Voulu> voulus = new ArrayList<>();
        LocalDate depuis = null;
        // The one that keeps the projet open the longest.
        Exercice dernier = null;
        for (Exercice e : exercices()) {
            if (dernier == null || dernier.fin() != null && e.debut().isAfter(dernier.fin())) {
                if (dernier != null) {
                    voulus.add(new Voulu(GenreActeProjet.CLOTURE, dernier.fin(), dernier.mesure(), dernier.produit()));
                }
                voulus.add(new Voulu(dernier == null ? GenreActeProjet.OUVERTURE : GenreActeProjet.REPRISE, e.debut(), e.mesure(), e.produit()));
                depuis = e.debut();
                dernier = e;
                continue;
            }
            if (e.debut().isAfter(depuis)) {
                voulus.add(new Voulu(GenreActeProjet.REVISION, e.debut(), e.mesure(), e.produit()));
            }
            if (dernier.fin() != null && (e.fin() == null || e.fin().isAfter(dernier.fin()))) {
                dernier = e;
            }
        }
        if (dernier != null && dernier.fin() != null) {
            voulus.add(new Voulu(GenreActeProjet.CLOTURE, dernier.fin(), dernier.mesure(), dernier.produit()));
        }
        return voulus;
    }

    private List<Exercice> exercices() {
        Map<UUID, List<TrancheExercee>> parMesure = new LinkedHashMap<>();
        tranches.forEach(t -> parMesure.computeIfAbsent(t.mesure(), k -> new ArrayList<>()).add(t));
        List<Exercice> exercices = new ArrayList<>();
        parMesure.forEach((mesure, siennes) -> {
            Exercice courant = null;
            for (TrancheExercee t : siennes) {
                if (courant != null && courant.fin() != null && t.debut().isAfter(courant.fin())) {
                    exercices.add(courant);
                    courant = null;
                }
                courant = courant == null ? new Exercice(mesure, t.produit(), t.debut(), t.fin())
                        : new Exercice(mesure, courant.produit(), courant.debut(), t.fin());
            }
            exercices.add(courant);
        });
        return exercices.stream().sorted(Comparator.comparing(Exercice::debut).thenComparing(e -> e.fin() == null ? LocalDate.MAX : e.fin())
                .thenComparing(Exercice::mesure)).toList();
    }

    List<UUID> mesures() {
        return tranches.stream().map(TrancheExercee::mesure).distinct().toList();
    }

    /** The stretch that leads on a day: the placement before help at home, then the measure started last. */
    Optional<TrancheExercee> conduite(LocalDate jour) {
        return tranches.stream().filter(t -> t.le(jour)).min(CONDUIT);
    }

    /** The one that led last, when none runs that day. */
    Optional<TrancheExercee> derniere() {
        Optional<TrancheExercee> enCours = tranches.stream().filter(t -> t.fin() == null).min(CONDUIT);
        return enCours.isPresent() ? enCours : tranches.stream().max(Comparator.comparing(TrancheExercee::fin).thenComparing(TrancheExercee::debut));
    }

    /** Days on which who leads may change, in a span. */
    List<LocalDate> bornes(LocalDate du, LocalDate au) {
        TreeSet<LocalDate> jours = new TreeSet<>();
        tranches.forEach(t -> {
            jours.add(t.debut());
            if (t.fin() != null) {
                jours.add(t.fin());
            }
        });
        return jours.stream().filter(j -> j.isAfter(du) && (au == null || j.isBefore(au))).toList();
    }

    /** Stretches that run now. */
    List<TrancheExercee> enCours() {
        return tranches.stream().filter(t -> t.fin() == null).toList();
    }

    /** Effective start of the oldest measure still exercised, or null. */
    LocalDate mesureDepuis() {
        return exercices().stream().filter(e -> e.fin() == null).map(Exercice::debut).min(LocalDate::compareTo).orElse(null);
    }

    /** Products exercised on a day. */
    List<String> produits(LocalDate jour) {
        return tranches.stream().filter(t -> t.le(jour)).map(TrancheExercee::produit).distinct().sorted().toList();
    }
}
