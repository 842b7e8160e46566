package fr.jalon.indicateur;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.jalon.commun.TypeSujet;

/** What is counted of projets and is no plain count of their periods or acts: shares, and ages on a day. */
sealed interface FormuleProjet extends Formule {

    int MAJORITE = 18;

    @Override
    default LocalDate premierJour(Faits faits) {
        return faits.mesures().premierJour(TypeSujet.PROJET);
    }

    @Override
    default String objet() {
        return "ouverture de projet";
    }

    /** Of the files whose period of that kind runs on the day of the stock, those that are as asked. */
    record PartEnCours(String genre, Map<String, List<String>> filtre) implements FormuleProjet {

        @Override
        public String vide() {
            return "Aucun projet n’est en vigueur à cette date.";
        }


        @Override
        public boolean stock() {
            return true;
        }

        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            List<UUID> base = new ArrayList<>();
            List<UUID> comptes = new ArrayList<>();
            for (FaitsMesures.Periode p : FormuleMesure.dont(faits.mesures().periodes(genre), s -> s.ouvertLe(portee.jour())
                    && FormuleMesure.compte(s, null, portee))) {
                base.add(p.mesure());
                if (p.segments().stream().anyMatch(s -> s.ouvertLe(portee.jour()) && FormuleMesure.passe(filtre, s.dimensions()))) {
                    comptes.add(p.mesure());
                }
            }
            return Resultat.part(FaitsMesures.type(genre), comptes, base, vide());
        }
    }

    /**
     * Of the children one of whose measures is exercised on the day of the stock, since more than so many months, those whose projet is in force.
     * A child counts once, where their measure is; the list is one of measures, one a child.
     *
     * @param sauf values of a dimension a measure must not have: those that ask for no projet
     * @param mois 0: since any day
     */
    record Couverture(Map<String, List<String>> sauf, int mois) implements FormuleProjet {

        @Override
        public String vide() {
            return "Aucune mesure n’est exercée à cette date.";
        }


        @Override
        public boolean stock() {
            return true;
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
        public Resultat calculer(Faits faits, Portee portee) {
            LocalDate jour = portee.jour();
            Set<UUID> couverts = new HashSet<>();
            faits.mesures().periodes("PROJET_VALIDE").forEach(p -> {
                if (p.segments().stream().anyMatch(s -> s.ouvertLe(jour))) {
                    couverts.add(p.enfant());
                }
            });
            Map<UUID, UUID> mesures = new LinkedHashMap<>();
            for (FaitsMesures.Periode p : faits.mesures().periodes("EXERCEE")) {
                if ((mois == 0 || p.debut().plusMonths(mois).isBefore(jour)) && p.segments().stream().anyMatch(s -> s.ouvertLe(jour)
                        && FormuleMesure.compte(s, null, portee) && demande(s.dimensions()))) {
                    mesures.putIfAbsent(p.enfant(), p.mesure());
                }
            }
            return Resultat.part(TypeSujet.MESURE, mesures.entrySet().stream().filter(e -> couverts.contains(e.getKey())).map(Map.Entry::getValue).toList(),
                    List.copyOf(mesures.values()), vide());
        }

        boolean demande(Map<String, String> dimensions) {
            return sauf == null || sauf.entrySet().stream().noneMatch(e -> e.getValue().contains(dimensions.get(e.getKey())));
        }
    }

    /**
     * Projets established within so many months of the effective start, among those whose last day to be falls in the span, late ones never
     * established included. A path that closed before that day without a projet owed none; one that resumes a projet established before is a
     * revision, and is not counted.
     *
     * @param majeurs of the young people of age by that last day; the others otherwise
     */
    record EtablisATemps(int mois, boolean majeurs) implements FormuleProjet {

        @Override
        public String vide() {
            return "Aucun projet n’était à établir sur cette période.";
        }


        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            Map<UUID, List<LocalDate>> etablis = etablis(faits);
            List<UUID> base = new ArrayList<>();
            List<UUID> comptes = new ArrayList<>();
            for (FaitsMesures.Periode p : faits.mesures().periodes("PROJET")) {
                Du du = du(faits, p, etablis.getOrDefault(p.mesure(), List.of()));
                if (du != null && portee.contient(du.limite()) && FormuleMesure.compte(du.tenu(), null, portee)) {
                    base.add(p.mesure());
                    if (du.aTemps()) {
                        comptes.add(p.mesure());
                    }
                }
            }
            return Resultat.part(TypeSujet.PROJET, comptes, base, vide());
        }

        /** A projet to be established by a day. @param tenu where the child is that day */
        record Du(LocalDate limite, FaitsMesures.Segment tenu, boolean aTemps) {
        }

        static Map<UUID, List<LocalDate>> etablis(Faits faits) {
            return faits.mesures().actes("projet.etabli").stream().collect(Collectors.groupingBy(FaitsMesures.Acte::mesure,
                    Collectors.mapping(FaitsMesures.Acte::jour, Collectors.toList())));
        }

        Du du(Faits faits, FaitsMesures.Periode p) {
            return du(faits, p, etablis(faits).getOrDefault(p.mesure(), List.of()));
        }

        /** Null when nothing was owed. */
        private Du du(Faits faits, FaitsMesures.Periode p, List<LocalDate> siens) {
            LocalDate limite = p.debut().plusMonths(mois);
            LocalDate etabli = siens.stream().filter(j -> !j.isBefore(p.debut()) && (p.fin() == null || !j.isAfter(p.fin())))
                    .min(Comparator.naturalOrder()).orElse(null);
            boolean reprise = siens.stream().anyMatch(j -> j.isBefore(p.debut()));
            boolean rienDu = etabli == null && p.fin() != null && !p.fin().isAfter(limite);
            if (reprise || rienDu || majeur(faits, p.enfant(), limite) != majeurs) {
                return null;
            }
            return new Du(limite, p.segments().stream().filter(s -> s.ouvertLe(limite)).findFirst().orElse(p.dernier()),
                    etabli != null && !etabli.isAfter(limite));
        }

        static boolean majeur(Faits faits, UUID enfant, LocalDate jour) {
            LocalDate naissance = faits.mesures().naissances().get(enfant);
            return naissance != null && !naissance.plusYears(MAJORITE).isAfter(jour);
        }
    }

    /** Files an act of that type is told of in the span, of children who had not reached that age that day; an age not known counts in none. */
    record ActesAvant(@JsonProperty("type") String fait, int ans, Map<String, List<String>> filtre) implements FormuleProjet {

        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            return Resultat.nombre(FaitsMesures.type(fait), faits.mesures().actes(fait).stream().filter(a -> portee.contient(a.jour())
                    && portee.compte(a.unite(), a.dimensions()) && FormuleMesure.passe(filtre, a.dimensions()) && avant(faits, a))
                    .map(FaitsMesures.Acte::mesure).distinct().toList());
        }

        boolean avant(Faits faits, FaitsMesures.Acte a) {
            LocalDate naissance = faits.mesures().naissances().get(a.enfant());
            return naissance != null && naissance.plusYears(ans).isAfter(a.jour());
        }
    }
}
