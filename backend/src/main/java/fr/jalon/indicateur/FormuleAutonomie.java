package fr.jalon.indicateur;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import fr.jalon.commun.TypeSujet;

/**
 * What is counted of young people toward majority and is no plain count of periods or acts: birthdays reached in care, the interview before
 * seventeen, support as a young adult with and without unaccompanied minors. A child counts once, where their measure is that day. A birth
 * on 29 February is told on 28 February in common years.
 */
sealed interface FormuleAutonomie extends Formule {

    String CONFIE = "CONFIE";
    String AUTONOMIE = "AUTONOMIE";
    int ENTRETIEN = 17;
    int MAJORITE = 18;

    @Override
    default LocalDate premierJour(Faits faits) {
        return faits.mesures().premierJour(TypeSujet.AUTONOMIE);
    }

    @Override
    default String objet() {
        return "ouverture de parcours vers l’autonomie";
    }

    /** Children one of whose paths says yes to that. */
    static Set<UUID> avec(Faits faits, String dimension) {
        Set<UUID> enfants = new HashSet<>();
        faits.mesures().periodes(AUTONOMIE).forEach(p -> {
            if (p.segments().stream().anyMatch(s -> "OUI".equals(s.dimensions().get(dimension)))) {
                enfants.add(p.enfant());
            }
        });
        return enfants;
    }

    /** @param mna only unaccompanied minors, only the others, or all when null */
    static Predicate<UUID> parmi(Faits faits, Boolean mna) {
        if (mna == null) {
            return enfant -> true;
        }
        Set<UUID> mineurs = Enfants.mna(faits);
        return enfant -> mineurs.contains(enfant) == mna;
    }

    /** Stays of each child in care, on one of these legal bases. */
    static Map<UUID, List<FaitsMesures.Periode>> sejours(Faits faits, List<String> bases) {
        Map<UUID, List<FaitsMesures.Periode>> sejours = new LinkedHashMap<>();
        faits.mesures().periodes(CONFIE).forEach(p -> {
            if (p.segments().stream().anyMatch(s -> bases.contains(s.dimensions().getOrDefault("base", "")))) {
                sejours.computeIfAbsent(p.enfant(), k -> new ArrayList<>()).add(p);
            }
        });
        return sejours;
    }

    /** The measure a child is in care by on a day, and its segment; null when out. */
    private static Place place(List<FaitsMesures.Periode> siennes, List<String> bases, LocalDate jour) {
        for (FaitsMesures.Periode p : siennes) {
            for (FaitsMesures.Segment s : p.segments()) {
                if (s.ouvertLe(jour) && bases.contains(s.dimensions().getOrDefault("base", ""))) {
                    return new Place(p.mesure(), s);
                }
            }
        }
        return null;
    }

    record Place(UUID mesure, FaitsMesures.Segment segment) {
    }

    /** First interview held of each child: declined or not held do not count as held, nor does an exceptional second one. */
    static Map<UUID, LocalDate> tenus(Faits faits) {
        Map<UUID, LocalDate> tenus = new HashMap<>();
        faits.mesures().actes("autonomie.entretien").stream()
                .filter(a -> "TENU".equals(a.dimensions().get("issue")) && !"EXCEPTIONNEL".equals(a.dimensions().get("genre")))
                .forEach(a -> tenus.merge(a.enfant(), a.jour(), (x, y) -> x.isBefore(y) ? x : y));
        return tenus;
    }

    /** Children who reached an age in the span, in care before that birthday and on it. */
    record Anniversaires(int ans, List<String> bases, Boolean mna) implements FormuleAutonomie {

        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            return Resultat.nombre(TypeSujet.MESURE, List.copyOf(atteints(faits, portee, ans, bases, mna).values()));
        }
    }

    /** Where a child in care on the eve of a birthday is on that day; null when out on either. */
    static Place atteint(List<FaitsMesures.Periode> siennes, List<String> bases, int ans, LocalDate jour) {
        Place veille = place(siennes, bases, jour.minusDays(1));
        // A placement ends on the day of majority itself: whoever was in care on its eve came of age in care.
        Place place = ans >= MAJORITE ? veille : place(siennes, bases, jour);
        return veille == null ? null : place;
    }

    /** By child, the measure that placed them on their birthday. */
    private static Map<UUID, UUID> atteints(Faits faits, Portee portee, int ans, List<String> bases, Boolean mna) {
        Predicate<UUID> voulus = parmi(faits, mna);
        Map<UUID, UUID> atteints = new LinkedHashMap<>();
        sejours(faits, bases).forEach((enfant, siennes) -> {
            LocalDate naissance = faits.mesures().naissances().get(enfant);
            LocalDate jour = naissance == null ? null : naissance.plusYears(ans);
            if (portee.contient(jour) && voulus.test(enfant)) {
                Place place = atteint(siennes, bases, ans, jour);
                if (place != null && FormuleMesure.compte(place.segment(), null, portee)) {
                    atteints.put(enfant, place.mesure());
                }
            }
        });
        return atteints;
    }

    /** Interviews held on or before the 17th birthday, among the children in care who reached it in the span having entered before. */
    record EntretiensATemps(List<String> bases, Boolean mna) implements FormuleAutonomie {

        @Override
        public String vide() {
            return "Aucun jeune confié n’a eu 17 ans sur cette période.";
        }


        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            Map<UUID, LocalDate> tenus = tenus(faits);
            List<UUID> base = new ArrayList<>();
            List<UUID> comptes = new ArrayList<>();
            atteints(faits, portee, ENTRETIEN, bases, mna).forEach((enfant, mesure) -> {
                base.add(mesure);
                LocalDate le = tenus.get(enfant);
                if (le != null && !le.isAfter(faits.mesures().naissances().get(enfant).plusYears(ENTRETIEN))) {
                    comptes.add(mesure);
                }
            });
            return Resultat.part(TypeSujet.MESURE, comptes, base, vide());
        }
    }

    /** Interviews held by the day of the reading, among the children who entered care in the span at seventeen or later, and out of it before. */
    record EntretiensEntresTard(List<String> bases, Boolean mna) implements FormuleAutonomie {

        @Override
        public String vide() {
            return "Aucun jeune n’est entré à 17 ans révolus sur cette période.";
        }


        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            Map<UUID, LocalDate> tenus = tenus(faits);
            Predicate<UUID> voulus = parmi(faits, mna);
            List<UUID> base = new ArrayList<>();
            List<UUID> comptes = new ArrayList<>();
            sejours(faits, bases).forEach((enfant, siennes) -> {
                Place entree = voulus.test(enfant) ? entree(faits.mesures().naissances().get(enfant), siennes) : null;
                if (entree != null && portee.contient(entree.segment().debut()) && FormuleMesure.compte(entree.segment(), null, portee)) {
                    base.add(entree.mesure());
                    LocalDate le = tenus.get(enfant);
                    if (le != null && !le.isAfter(portee.jour())) {
                        comptes.add(entree.mesure());
                    }
                }
            });
            return Resultat.part(TypeSujet.MESURE, comptes, base, vide());
        }

        /** The first stay that began between seventeen and eighteen of a child who was not in care at seventeen. */
        Place entree(LocalDate naissance, List<FaitsMesures.Periode> siennes) {
            if (naissance == null) {
                return null;
            }
            LocalDate dixSept = naissance.plusYears(ENTRETIEN);
            LocalDate dixHuit = naissance.plusYears(MAJORITE);
            if (place(siennes, bases, dixSept) != null && place(siennes, bases, dixSept.minusDays(1)) != null) {
                return null;
            }
            Place premiere = null;
            for (FaitsMesures.Periode p : siennes) {
                FaitsMesures.Segment s = p.segments().stream().filter(x -> bases.contains(x.dimensions().getOrDefault("base", ""))).findFirst().orElseThrow();
                boolean vide = s.fin() != null && !s.fin().isAfter(s.debut());
                if (!vide && !s.debut().isBefore(dixSept) && s.debut().isBefore(dixHuit)
                        && (premiere == null || s.debut().isBefore(premiere.segment().debut()))) {
                    premiere = new Place(p.mesure(), s);
                }
            }
            return premiere;
        }
    }

    /**
     * Young adults under support.
     *
     * @param base legal bases of that support
     * @param quoi in support on the day of the stock, some day of the span, or whose support ended in the span and was followed by no other
     * @param reference only those who had chosen a person of reference by that day
     */
    record Majeurs(List<String> bases, Quoi quoi, Boolean mna, boolean reference) implements FormuleAutonomie {

        enum Quoi {
            EN_COURS, ANNEE, FINS
        }

        @Override
        public LocalDate premierJour(Faits faits) {
            return faits.mesures().premierJour();
        }

        @Override
        public String objet() {
            return "mesure";
        }

        @Override
        public boolean stock() {
            return quoi == Quoi.EN_COURS;
        }

        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            return Resultat.nombre(TypeSujet.MESURE, List.copyOf(parEnfant(faits, portee).values()));
        }

        private Map<UUID, UUID> parEnfant(Faits faits, Portee portee) {
            Predicate<UUID> voulus = parmi(faits, mna);
            Set<UUID> references = reference ? choisies(faits, portee.jour()) : Set.of();
            List<FaitsMesures.Periode> exercees = faits.mesures().periodes("EXERCEE").stream()
                    .filter(p -> p.segments().stream().anyMatch(s -> bases.contains(s.dimensions().getOrDefault("base", "")))).toList();
            Map<UUID, LocalDate> derniers = quoi == Quoi.FINS ? derniers(exercees) : Map.of();
            Map<UUID, UUID> majeurs = new LinkedHashMap<>();
            for (FaitsMesures.Periode p : exercees) {
                if (voulus.test(p.enfant()) && (!reference || references.contains(p.enfant())) && compte(p, portee, derniers)) {
                    majeurs.putIfAbsent(p.enfant(), p.mesure());
                }
            }
            return majeurs;
        }

        private boolean compte(FaitsMesures.Periode p, Portee portee, Map<UUID, LocalDate> derniers) {
            return switch (quoi) {
                case EN_COURS -> p.segments().stream().anyMatch(s -> s.ouvertLe(portee.jour()) && ici(s, portee));
                case ANNEE -> p.segments().stream().anyMatch(s -> s.touche(portee.du(), portee.jour()) && ici(s, portee));
                case FINS -> portee.contient(p.fin()) && ici(p.dernier(), portee) && p.fin().equals(derniers.get(p.enfant()));
            };
        }

        private boolean ici(FaitsMesures.Segment s, Portee portee) {
            return bases.contains(s.dimensions().getOrDefault("base", "")) && FormuleMesure.compte(s, null, portee);
        }

        /** Last end of each child's support; those whose support runs have none. */
        static Map<UUID, LocalDate> derniers(List<FaitsMesures.Periode> exercees) {
            Map<UUID, LocalDate> derniers = new HashMap<>();
            exercees.forEach(p -> derniers.merge(p.enfant(), Objects.requireNonNullElse(p.fin(), LocalDate.MAX), (a, b) -> a.isAfter(b) ? a : b));
            return derniers;
        }

        /** First day the child of those facts had chosen one, or null. */
        static LocalDate choisie(Faits faits) {
            return faits.mesures().actes("autonomie.personne-reference").stream().filter(a -> "OUI".equals(a.dimensions().get("choisie")))
                    .map(FaitsMesures.Acte::jour).min(LocalDate::compareTo).orElse(null);
        }

        static Set<UUID> choisies(Faits faits, LocalDate jour) {
            Set<UUID> choisies = new HashSet<>();
            faits.mesures().actes("autonomie.personne-reference").stream()
                    .filter(a -> !a.jour().isAfter(jour) && "OUI".equals(a.dimensions().get("choisie"))).forEach(a -> choisies.add(a.enfant()));
            return choisies;
        }
    }

    /** Of the young adults under support on the day of the stock, those one of whose paths says {@code dimension}. */
    record PartDesMajeurs(List<String> bases, String dimension) implements FormuleAutonomie {

        @Override
        public String vide() {
            return "Aucun jeune majeur n’est accompagné à cette date.";
        }


        @Override
        public boolean stock() {
            return true;
        }

        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            Map<UUID, UUID> tous = new Majeurs(bases, Majeurs.Quoi.EN_COURS, null, false).parEnfant(faits, portee);
            Set<UUID> dits = avec(faits, dimension);
            return Resultat.part(TypeSujet.MESURE, tous.entrySet().stream().filter(e -> dits.contains(e.getKey())).map(Map.Entry::getValue).toList(),
                    List.copyOf(tous.values()), vide());
        }
    }

    /**
     * Young people whose path is open on the day of the stock, by age that day.
     *
     * @param du age from which, {@code moinsDe} before which; null: no limit
     * @param annee some day of the span rather than on its last day; the age is that of the first such day
     */
    record Suivis(Integer du, Integer moinsDe, Boolean mna, boolean annee) implements FormuleAutonomie {

        @Override
        public boolean stock() {
            return !annee;
        }

        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            Predicate<UUID> voulus = parmi(faits, mna);
            List<UUID> parcours = new ArrayList<>();
            for (FaitsMesures.Periode p : faits.mesures().periodes(AUTONOMIE)) {
                FaitsMesures.Segment tenu = p.segments().stream().filter(s -> FormuleMesure.compte(s, null, portee)
                        && (annee ? s.touche(portee.du(), portee.jour()) : s.ouvertLe(portee.jour()))).findFirst().orElse(null);
                if (tenu != null && voulus.test(p.enfant()) && age(faits, p.enfant(), annee ? premier(tenu, portee) : portee.jour())) {
                    parcours.add(p.mesure());
                }
            }
            return Resultat.nombre(TypeSujet.AUTONOMIE, parcours.stream().distinct().toList());
        }

        private static LocalDate premier(FaitsMesures.Segment s, Portee portee) {
            return s.debut().isBefore(portee.du()) ? portee.du() : s.debut();
        }

        private boolean age(Faits faits, UUID enfant, LocalDate jour) {
            return age(faits.mesures().naissances().get(enfant), jour);
        }

        boolean age(LocalDate naissance, LocalDate jour) {
            if (naissance == null) {
                return du == null && moinsDe == null;
            }
            return (du == null || !naissance.plusYears(du).isAfter(jour)) && (moinsDe == null || naissance.plusYears(moinsDe).isAfter(jour));
        }
    }
}
