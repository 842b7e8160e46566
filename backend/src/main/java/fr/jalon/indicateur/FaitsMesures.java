package fr.jalon.indicateur;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import fr.jalon.commun.TypeSujet;

/**
 * What periods and events say of measures, and of what follows from them for one child: the projet, the path to autonomy. Kinds and types are
 * each of one sort of file, told by their name; {@code mesure} in a period or an act is then the id of that file.
 *
 * @param periodes by kind ({@code MESURE}, {@code ATTENTE_EXERCICE}, {@code EXERCEE}, {@code PROJET_VALIDE}…)
 * @param actes by type of event
 * @param naissances days of birth known to the day, of the children these are about
 * @param foyers main home of the children whose families are counted
 * @param sexes as their files say
 */
record FaitsMesures(Map<String, List<Periode>> periodes, Map<String, List<Acte>> actes, List<Places> places, Map<UUID, LocalDate> naissances,
        Map<UUID, UUID> foyers, Map<UUID, String> sexes) {

    static final FaitsMesures AUCUN = new FaitsMesures(Map.of(), Map.of(), List.of());

    FaitsMesures(Map<String, List<Periode>> periodes, Map<String, List<Acte>> actes, List<Places> places) {
        this(periodes, actes, places, Map.of());
    }

    FaitsMesures(Map<String, List<Periode>> periodes, Map<String, List<Acte>> actes, List<Places> places, Map<UUID, LocalDate> naissances) {
        this(periodes, actes, places, naissances, Map.of());
    }

    FaitsMesures(Map<String, List<Periode>> periodes, Map<String, List<Acte>> actes, List<Places> places, Map<UUID, LocalDate> naissances,
            Map<UUID, UUID> foyers) {
        this(periodes, actes, places, naissances, foyers, Map.of());
    }

    /** The sort of file a kind of period or a type of event is told of. */
    static TypeSujet type(String genreOuType) {
        String nom = genreOuType.toUpperCase(Locale.ROOT);
        return nom.startsWith("PROJET") ? TypeSujet.PROJET : nom.startsWith("AUTONOMIE") ? TypeSujet.AUTONOMIE
                : nom.startsWith("RELEVE") ? TypeSujet.RELEVE : nom.startsWith("IP.") || nom.startsWith("SIGNALEMENT.") ? TypeSujet.IP
                : nom.startsWith("INFORMATION.") ? TypeSujet.INFORMATION : TypeSujet.MESURE;
    }

    /** From which a measure is told: decided, or taken over. */
    static final String MESURE = "MESURE";

    List<Periode> periodes(String genre) {
        return periodes.getOrDefault(genre, List.of());
    }

    List<Acte> actes(String type) {
        return actes.getOrDefault(type, List.of());
    }

    LocalDate premierJour() {
        return premierJour(TypeSujet.MESURE);
    }

    /** From which a sort of file is told: each opens a period of its own name, but for light records, told by their first note. */
    LocalDate premierJour(TypeSujet type) {
        if (type == TypeSujet.RELEVE) {
            return actes("releve.note").stream().map(Acte::jour).min(Comparator.naturalOrder()).orElse(null);
        }
        return periodes(type.name()).stream().map(Periode::debut).min(Comparator.naturalOrder()).orElse(null);
    }

    /** The home that stands for the family of a child; the child, where none is known. */
    UUID famille(UUID enfant) {
        return enfant == null ? null : foyers.getOrDefault(enfant, enfant);
    }

    /** The first light record of that kind: a kind nobody notes yet is not known. @param filtre says the code of an act */
    LocalDate premierReleve(String genreOuType, Map<String, List<String>> filtre) {
        List<String> codes = filtre == null ? null : filtre.get("code");
        return genreOuType.startsWith("RELEVE_") ? periodes(genreOuType).stream().map(Periode::debut).min(Comparator.naturalOrder()).orElse(null)
                : actes("releve.note").stream().filter(a -> codes == null || codes.contains(a.dimensions().get("code"))).map(Acte::jour)
                        .min(Comparator.naturalOrder()).orElse(null);
    }

    /** The first period of a kind of each measure. */
    Map<UUID, Periode> premieres(String genre) {
        Map<UUID, Periode> premieres = new HashMap<>();
        periodes(genre).forEach(p -> premieres.merge(p.mesure(), p, (a, b) -> b.debut().isBefore(a.debut()) ? b : a));
        return premieres;
    }

    /** Something a measure was in for a time; a change of unit or of dimension opens another segment of the same period. */
    record Periode(UUID id, UUID mesure, UUID enfant, List<Segment> segments) {

        LocalDate debut() {
            return segments.get(0).debut();
        }

        /** Null while it runs. */
        LocalDate fin() {
            return dernier().fin();
        }

        Segment premier() {
            return segments.get(0);
        }

        Segment dernier() {
            return segments.get(segments.size() - 1);
        }
    }

    /** A stretch of days in one unit with the same dimensions, the last day excluded. */
    record Segment(LocalDate debut, LocalDate fin, String unite, Map<String, String> dimensions) {

        boolean ouvertLe(LocalDate jour) {
            return !debut.isAfter(jour) && (fin == null || fin.isAfter(jour));
        }

        /** As {@link Faits.Intervalle#touche}: ended the day it began, it lasted none. */
        boolean touche(LocalDate du, LocalDate auInclus) {
            return !debut.isAfter(auInclus) && (fin == null || fin.isAfter(du) && fin.isAfter(debut));
        }
    }

    /** An act that stands, about one measure. */
    record Acte(UUID mesure, UUID enfant, LocalDate jour, String unite, Map<String, String> dimensions) {
    }

    /**
     * Places for a product, from a day on.
     *
     * @param service null when the units of the département exercise it themselves
     * @param unite the territory they are kept for, or null
     */
    record Places(String service, String produit, String unite, int places, LocalDate du, LocalDate au) {

        boolean ouvertesLe(LocalDate jour) {
            return !du.isAfter(jour) && (au == null || au.isAfter(jour));
        }

        Map<String, String> dimensions() {
            return service == null ? Map.of("produit", produit) : Map.of("service", service, "produit", produit);
        }
    }

    /** Gathers segments, read period by period in their order. */
    static final class Assemblage {

        private final Map<UUID, Periode> lues = new LinkedHashMap<>();
        private final Map<String, List<Periode>> parGenre = new HashMap<>();

        void segment(String genre, UUID periode, UUID mesure, UUID enfant, Segment segment) {
            Periode p = lues.get(periode);
            if (p == null) {
                p = new Periode(periode, mesure, enfant, new ArrayList<>(1));
                lues.put(periode, p);
                parGenre.computeIfAbsent(genre, k -> new ArrayList<>()).add(p);
            }
            p.segments().add(segment);
        }

        Map<String, List<Periode>> parGenre() {
            return parGenre;
        }
    }
}
