package fr.jalon.indicateur;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.jalon.commun.TypeSujet;

/**
 * Counts over the periods and acts of measures, and of the projets that follow from them. A measure belongs to the unit, product, frame and service it had on the day, or in the
 * days, that place it: lines may then not add up to the whole. Children and measures are two counts of the same list.
 */
sealed interface FormuleMesure extends Formule {

    /** What a figure counts; the list behind it is always one of measures. */
    enum Compte {
        MESURES, ENFANTS
    }

    /** The sort of file counted, by the name of its periods or events. */
    default TypeSujet type() {
        return TypeSujet.MESURE;
    }

    @Override
    default LocalDate premierJour(Faits faits) {
        return switch (type()) {
            case IP, INFORMATION -> faits.premierJour();
            case RELEVE -> faits.mesures().premierReleve(releves(), this instanceof Actes a ? a.filtre() : null);
            default -> faits.mesures().premierJour(type());
        };
    }

    /** Of light records, the kind of period or the type of act. */
    default String releves() {
        return this instanceof EnCours f ? f.genre() : this instanceof Touches t ? t.genre() : this instanceof Mouvements m ? m.genre()
                : this instanceof Longueur l ? l.genre() : "releve.note";
    }

    @Override
    default String objet() {
        return objet(type());
    }

    static String objet(TypeSujet type) {
        return switch (type) {
            case PROJET -> "ouverture de projet";
            case AUTONOMIE -> "ouverture de parcours vers l’autonomie";
            case RELEVE -> "note de suivi";
            case IP, INFORMATION -> "information";
            default -> "mesure";
        };
    }

    /** Values a dimension may have; {@code ABSENT} among them also takes measures without it. No filter takes all. */
    static boolean passe(Map<String, List<String>> filtre, Map<String, String> dimensions) {
        if (filtre != null) {
            for (Map.Entry<String, List<String>> f : filtre.entrySet()) {
                if (!f.getValue().contains(dimensions.getOrDefault(f.getKey(), "ABSENT"))) {
                    return false;
                }
            }
        }
        return true;
    }

    static boolean compte(FaitsMesures.Segment s, Map<String, List<String>> filtre, Portee portee) {
        return portee.compte(s.unite(), s.dimensions()) && passe(filtre, s.dimensions());
    }

    /** Periods one segment of which is as asked: read for each figure, some thirty thousand at a time. */
    static List<FaitsMesures.Periode> dont(List<FaitsMesures.Periode> periodes, Predicate<FaitsMesures.Segment> condition) {
        List<FaitsMesures.Periode> voulues = new ArrayList<>();
        for (FaitsMesures.Periode p : periodes) {
            for (FaitsMesures.Segment s : p.segments()) {
                if (condition.test(s)) {
                    voulues.add(p);
                    break;
                }
            }
        }
        return voulues;
    }

    private static Resultat nombre(TypeSujet type, Compte quoi, List<FaitsMesures.Periode> periodes) {
        Set<UUID> mesures = new LinkedHashSet<>();
        periodes.forEach(p -> mesures.add(p.mesure()));
        long nombre = quoi == Compte.ENFANTS ? periodes.stream().map(FaitsMesures.Periode::enfant).filter(Objects::nonNull).distinct().count() : mesures.size();
        return Resultat.nombre(nombre, type, List.copyOf(mesures));
    }

    /** Measures whose period of that kind runs on the day of the stock. */
    record EnCours(String genre, Map<String, List<String>> filtre, Compte quoi, Enfants enfants) implements FormuleMesure {

        EnCours(String genre, Map<String, List<String>> filtre, Compte quoi) {
            this(genre, filtre, quoi, null);
        }

        @Override
        public TypeSujet type() {
            return FaitsMesures.type(genre);
        }

        @Override
        public boolean stock() {
            return true;
        }

        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            return nombre(type(), quoi, periodes(faits, portee));
        }

        private List<FaitsMesures.Periode> periodes(Faits faits, Portee portee) {
            List<FaitsMesures.Periode> enCours = dont(faits.mesures().periodes(genre), s -> s.ouvertLe(portee.jour()) && compte(s, filtre, portee));
            Enfants.Choix choix = Enfants.parmi(enfants, faits);
            return enfants == null ? enCours : enCours.stream().filter(p -> choix.prend(p.enfant(), portee.jour())).toList();
        }
    }

    /** Measures whose period of that kind runs some day of the span. */
    record Touches(String genre, Map<String, List<String>> filtre, Compte quoi, Enfants enfants) implements FormuleMesure {

        Touches(String genre, Map<String, List<String>> filtre, Compte quoi) {
            this(genre, filtre, quoi, null);
        }

        @Override
        public TypeSujet type() {
            return FaitsMesures.type(genre);
        }
        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            List<FaitsMesures.Periode> touchees = dont(faits.mesures().periodes(genre), s -> s.touche(portee.du(), portee.jour()) && compte(s, filtre, portee));
            Enfants.Choix choix = Enfants.parmi(enfants, faits);
            return nombre(type(), quoi, enfants == null ? touchees : touchees.stream().filter(p -> choix.prend(p.enfant(), portee.jour())).toList());
        }
    }

    /** Measures whose period of that kind began, or ended, in the span. */
    record Mouvements(String genre, Sens sens, Map<String, List<String>> filtre, Compte quoi, Enfants enfants) implements FormuleMesure {

        Mouvements(String genre, Sens sens, Map<String, List<String>> filtre, Compte quoi) {
            this(genre, sens, filtre, quoi, null);
        }

        @Override
        public TypeSujet type() {
            return FaitsMesures.type(genre);
        }

        enum Sens {
            DEBUTS, FINS
        }

        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            Enfants.Choix choix = Enfants.parmi(enfants, faits);
            return nombre(type(), quoi, faits.mesures().periodes(genre).stream()
                    .filter(p -> portee.contient(jour(p)) && compte(segment(p), filtre, portee) && choix.prend(p.enfant(), jour(p))).toList());
        }

        LocalDate jour(FaitsMesures.Periode p) {
            return sens == Sens.DEBUTS ? p.debut() : p.fin();
        }

        FaitsMesures.Segment segment(FaitsMesures.Periode p) {
            return sens == Sens.DEBUTS ? p.premier() : p.dernier();
        }
    }

    /** Measures an act of that type is told of in the span, once each. */
    record Actes(@JsonProperty("type") String fait, Map<String, List<String>> filtre, Compte quoi, Enfants enfants) implements FormuleMesure {

        Actes(String fait, Map<String, List<String>> filtre, Compte quoi) {
            this(fait, filtre, quoi, null);
        }

        @Override
        public TypeSujet type() {
            return FaitsMesures.type(fait);
        }
        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            Enfants.Choix choix = Enfants.parmi(enfants, faits);
            List<FaitsMesures.Acte> actes = faits.mesures().actes(fait).stream().filter(a -> portee.contient(a.jour())
                    && portee.compte(a.unite(), a.dimensions()) && passe(filtre, a.dimensions()) && choix.prend(a.enfant(), a.jour())).toList();
            Function<FaitsMesures.Acte, UUID> compte = quoi == Compte.ENFANTS ? FaitsMesures.Acte::enfant : FaitsMesures.Acte::mesure;
            return Resultat.nombre(actes.stream().map(compte).filter(Objects::nonNull).distinct().count(), type(),
                    actes.stream().map(FaitsMesures.Acte::mesure).distinct().toList());
        }
    }

    /** Days from the first day of one kind of period to the first day of another, for those that reach it in the span. */
    record Delai(String de, String a, Map<String, List<String>> filtre, Statistique statistique) implements FormuleMesure {

        @Override
        public String vide() {
            return "Aucune mesure démarrée sur cette période.";
        }

        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            Map<UUID, FaitsMesures.Periode> departs = faits.mesures().premieres(de);
            List<UUID> mesures = new ArrayList<>();
            List<Long> jours = new ArrayList<>();
            faits.mesures().premieres(a).values().forEach(arrivee -> {
                FaitsMesures.Periode depart = departs.get(arrivee.mesure());
                if (depart != null && portee.contient(arrivee.debut()) && compte(arrivee.premier(), filtre, portee)) {
                    mesures.add(arrivee.mesure());
                    jours.add(ChronoUnit.DAYS.between(depart.debut(), arrivee.debut()));
                }
            });
            return Resultat.mesure(statistique.calculer(jours), TypeSujet.MESURE, mesures, vide());
        }
    }

    /** Days the periods of that kind lasted, for those that ended in the span. */
    record Longueur(String genre, Map<String, List<String>> filtre, Statistique statistique) implements FormuleMesure {

        @Override
        public String vide() {
            return type() == TypeSujet.MESURE ? "Aucune mesure finie sur cette période." : "Rien ne s’est achevé sur cette période.";
        }


        @Override
        public TypeSujet type() {
            return FaitsMesures.type(genre);
        }

        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            List<FaitsMesures.Periode> finies = faits.mesures().periodes(genre).stream()
                    .filter(p -> portee.contient(p.fin()) && compte(p.dernier(), filtre, portee)).toList();
            return Resultat.mesure(statistique.calculer(finies.stream().map(p -> ChronoUnit.DAYS.between(p.debut(), p.fin())).toList()),
                    type(), finies.stream().map(FaitsMesures.Periode::mesure).distinct().toList(),
                    vide());
        }
    }

    /** Places of services opened in the span. Places have no files behind them. */
    record PlacesOuvertes(Map<String, List<String>> filtre) implements FormuleMesure {

        @Override
        public LocalDate premierJour(Faits faits) {
            return faits.mesures().places().stream().map(FaitsMesures.Places::du).min(LocalDate::compareTo).orElse(null);
        }

        @Override
        public String objet() {
            return "place";
        }

        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            long places = faits.mesures().places().stream().filter(p -> portee.contient(p.du())
                    && compteLesPlaces(p, filtre, portee)).mapToLong(FaitsMesures.Places::places).sum();
            return Resultat.nombre(places, TypeSujet.MESURE, List.of());
        }
    }

    static boolean compteLesPlaces(FaitsMesures.Places p, Map<String, List<String>> filtre, Portee portee) {
        return (p.unite() == null ? portee.unites() == null : portee.compte(p.unite())) && portee.dimensions().entrySet().stream()
                .allMatch(d -> d.getValue().equals(p.dimensions().get(d.getKey()))) && passe(filtre, p.dimensions());
    }

    /** Measures exercised on the day of the stock, for a hundred places that day, of the services and products that have places. */
    record Occupation(Map<String, List<String>> filtre) implements FormuleMesure {

        @Override
        public String vide() {
            return "Aucune place n’est enregistrée à cette date.";
        }


        @Override
        public boolean stock() {
            return true;
        }

        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            List<FaitsMesures.Places> places = faits.mesures().places().stream().filter(p -> p.service() != null
                    && p.ouvertesLe(portee.jour()) && compteLesPlaces(p, filtre, portee)).toList();
            long somme = places.stream().mapToLong(FaitsMesures.Places::places).sum();
            if (somme == 0) {
                return new Resultat(null, vide(), TypeSujet.MESURE, List.of(), List.of());
            }
            Set<Map<String, String>> pourvus = new LinkedHashSet<>();
            places.forEach(p -> pourvus.add(p.dimensions()));
            List<UUID> occupees = new EnCours("EXERCEE", filtre, Compte.MESURES).periodes(faits, portee).stream()
                    .filter(p -> p.segments().stream().anyMatch(s -> s.ouvertLe(portee.jour()) && pourvu(pourvus, s.dimensions())))
                    .map(FaitsMesures.Periode::mesure).distinct().toList();
            return new Resultat(BigDecimal.valueOf(occupees.size()).multiply(BigDecimal.valueOf(100)).divide(BigDecimal.valueOf(somme), 1,
                    RoundingMode.HALF_UP), null, TypeSujet.MESURE, occupees, occupees);
        }

        static boolean pourvu(Set<Map<String, String>> pourvus, Map<String, String> dimensions) {
            String service = dimensions.get("service");
            String produit = dimensions.get("produit");
            return service != null && produit != null && pourvus.contains(Map.of("service", service, "produit", produit));
        }
    }
}
