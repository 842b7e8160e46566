package fr.jalon.indicateur;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.jalon.commun.TypeSujet;

/**
 * What the rows of class B ask besides: families, whole numbers of light records, lengths in months, somebody without something, short stays, an end
 * that an act tells and what followed it, informations received by some units.
 */
sealed interface FormuleSuivi extends Formule {

    /** Kind of period, or type of act, it counts. */
    String source();

    default Map<String, List<String>> filtre() {
        return null;
    }

    default TypeSujet type() {
        return FaitsMesures.type(source());
    }

    /** Of light records, the first of that very kind: one nobody notes yet is not known rather than zero. */
    @Override
    default LocalDate premierJour(Faits faits) {
        return type() == TypeSujet.RELEVE ? faits.mesures().premierReleve(source(), filtre()) : faits.mesures().premierJour(type());
    }

    @Override
    default String objet() {
        return FormuleMesure.objet(type());
    }

    private static Resultat nombre(TypeSujet type, long nombre, Set<UUID> fichiers) {
        return Resultat.nombre(nombre, type, List.copyOf(fichiers));
    }

    /**
     * Different families of the children of these periods: those who live in the same main home, as their files say it now; a child whose home
     * nobody knows counts as one.
     *
     * @param releve rather than periods, light records of one day, by their code
     * @param stock on the day of the stock rather than some day of the span
     */
    record Familles(String genre, String releve, Map<String, List<String>> filtre, boolean stock) implements FormuleSuivi {

        @Override
        public String source() {
            return releve == null ? genre : "releve.note";
        }

        @Override
        public Map<String, List<String>> filtre() {
            if (releve == null) {
                return filtre;
            }
            Map<String, List<String>> tous = new LinkedHashMap<>(filtre == null ? Map.of() : filtre);
            tous.put("code", List.of(releve));
            return tous;
        }

        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            Set<UUID> fichiers = new LinkedHashSet<>();
            Set<UUID> familles = new HashSet<>();
            if (releve == null) {
                FormuleMesure.dont(faits.mesures().periodes(genre), s -> (stock ? s.ouvertLe(portee.jour()) : s.touche(portee.du(), portee.jour()))
                        && FormuleMesure.compte(s, filtre, portee)).forEach(p -> {
                            fichiers.add(p.mesure());
                            familles.add(faits.mesures().famille(p.enfant()));
                        });
            } else {
                notes(faits, portee, filtre()).forEach(a -> {
                    fichiers.add(a.mesure());
                    familles.add(faits.mesures().famille(a.enfant()));
                });
            }
            familles.remove(null);
            return nombre(type(), familles.size(), fichiers);
        }
    }

    private static List<FaitsMesures.Acte> notes(Faits faits, Portee portee, Map<String, List<String>> filtre) {
        return faits.mesures().actes("releve.note").stream().filter(a -> portee.contient(a.jour()) && portee.compte(a.unite(), a.dimensions())
                && FormuleMesure.passe(filtre, a.dimensions())).toList();
    }

    /**
     * Whole numbers of a field of light records, added or averaged.
     *
     * @param enCours of those that last on the day of the stock, rather than noted in the span
     * @param diviseur of the sum: 60 tells minutes in hours
     */
    record Nombres(String releve, String champ, boolean moyenne, boolean enCours, Integer diviseur) implements FormuleSuivi {

        @Override
        public String source() {
            return "releve.note";
        }

        @Override
        public Map<String, List<String>> filtre() {
            return Map.of("code", List.of(releve));
        }

        @Override
        public boolean stock() {
            return enCours;
        }

        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            Map<UUID, Integer> lus = new LinkedHashMap<>();
            if (enCours) {
                faits.mesures().periodes("RELEVE_" + releve).forEach(p -> p.segments().stream().filter(s -> s.ouvertLe(portee.jour())
                        && portee.compte(s.unite(), s.dimensions())).forEach(s -> lire(lus, p.mesure(), s.dimensions())));
            } else {
                notes(faits, portee, filtre()).forEach(a -> lire(lus, a.mesure(), a.dimensions()));
            }
            long somme = lus.values().stream().mapToLong(Integer::longValue).sum();
            if (moyenne && lus.isEmpty()) {
                return new Resultat(null, "Rien n’est noté sur cette période.", type(), List.of(), List.of());
            }
            int par = (diviseur == null ? 1 : diviseur) * (moyenne ? lus.size() : 1);
            BigDecimal valeur = par == 1 ? BigDecimal.valueOf(somme) : BigDecimal.valueOf(somme).divide(BigDecimal.valueOf(par), 1, RoundingMode.HALF_UP);
            return new Resultat(valeur, null, type(), List.copyOf(lus.keySet()), List.copyOf(lus.keySet()));
        }

        private void lire(Map<UUID, Integer> lus, UUID releve, Map<String, String> dimensions) {
            String valeur = dimensions.get(champ);
            if (valeur != null) {
                lus.put(releve, Integer.valueOf(valeur));
            }
        }
    }

    /** Mean length, in months of thirty days and a half, of the periods that ended in the span. */
    record DureeMois(String genre, Map<String, List<String>> filtre) implements FormuleSuivi {

        @Override
        public String vide() {
            return "Rien ne s’est achevé sur cette période.";
        }


        /** Days of a month over four years. */
        static final BigDecimal JOURS = new BigDecimal("30.4375");

        @Override
        public String source() {
            return genre;
        }

        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            List<FaitsMesures.Periode> finies = faits.mesures().periodes(genre).stream()
                    .filter(p -> portee.contient(p.fin()) && FormuleMesure.compte(p.dernier(), filtre, portee)).toList();
            long jours = finies.stream().mapToLong(p -> ChronoUnit.DAYS.between(p.debut(), p.fin())).sum();
            return Resultat.mesure(finies.isEmpty() ? null : BigDecimal.valueOf(jours).divide(JOURS.multiply(BigDecimal.valueOf(finies.size())), 2, RoundingMode.HALF_UP),
                    type(), finies.stream().map(FaitsMesures.Periode::mesure).distinct().toList(), vide());
        }
    }

    /** Children one of whose periods of that kind runs on the day of the stock, and none of another kind. */
    record Sans(String genre, Map<String, List<String>> filtre, FormuleCroisee.Condition sans) implements FormuleSuivi {

        @Override
        public String source() {
            return genre;
        }

        @Override
        public boolean stock() {
            return true;
        }

        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            Set<UUID> ont = new HashSet<>();
            faits.mesures().periodes(sans.genre()).stream().filter(p -> sans.tient(p, portee.jour())).forEach(p -> ont.add(p.enfant()));
            Map<UUID, UUID> comptes = new LinkedHashMap<>();
            FormuleMesure.dont(faits.mesures().periodes(genre), s -> s.ouvertLe(portee.jour()) && FormuleMesure.compte(s, filtre, portee)).stream()
                    .filter(p -> !ont.contains(p.enfant())).forEach(p -> comptes.putIfAbsent(p.enfant(), p.mesure()));
            return Resultat.nombre(type(), List.copyOf(comptes.values()));
        }
    }

    /** Children one of whose periods of that kind ended in the span before so many months of it. */
    record Courtes(String genre, Map<String, List<String>> filtre, int mois, Enfants enfants) implements FormuleSuivi {

        @Override
        public String source() {
            return genre;
        }

        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            Enfants.Choix choix = Enfants.parmi(enfants, faits);
            Map<UUID, UUID> comptes = new LinkedHashMap<>();
            faits.mesures().periodes(genre).stream().filter(p -> portee.contient(p.fin()) && p.debut().plusMonths(mois).isAfter(p.fin())
                    && FormuleMesure.compte(p.dernier(), filtre, portee) && choix.prend(p.enfant(), p.fin())).forEach(p -> comptes.putIfAbsent(p.enfant(), p.mesure()));
            return Resultat.nombre(type(), List.copyOf(comptes.values()));
        }
    }

    /**
     * Children an act of that type is told of in the span, whom a period of another kind follows: it runs some day from that of the act to so many
     * after.
     *
     * @param part their share among all those the act is told of, rather than how many
     */
    record ActesSuivis(@JsonProperty("type") String fait, Map<String, List<String>> filtre, Enfants enfants, FormuleCroisee.Condition vers, int jours,
            boolean part) implements FormuleSuivi {

        @Override
        public String vide() {
            return "Rien ne s’est achevé sur cette période.";
        }


        @Override
        public String source() {
            return fait;
        }

        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            Enfants.Choix choix = Enfants.parmi(enfants, faits);
            Map<UUID, List<FaitsMesures.Periode>> suites = FormuleCroisee.parEnfant(faits, vers.genre());
            Map<UUID, UUID> base = new LinkedHashMap<>();
            Map<UUID, UUID> comptes = new LinkedHashMap<>();
            faits.mesures().actes(fait).stream().filter(a -> a.enfant() != null && portee.contient(a.jour()) && portee.compte(a.unite(), a.dimensions())
                    && FormuleMesure.passe(filtre, a.dimensions()) && choix.prend(a.enfant(), a.jour())).forEach(a -> {
                        base.putIfAbsent(a.enfant(), a.mesure());
                        if (suites.getOrDefault(a.enfant(), List.of()).stream().anyMatch(p -> suit(p, a.jour()))) {
                            comptes.putIfAbsent(a.enfant(), a.mesure());
                        }
                    });
            return part ? Resultat.part(type(), List.copyOf(comptes.values()), List.copyOf(base.values()), vide())
                    : Resultat.nombre(type(), List.copyOf(comptes.values()));
        }

        boolean suit(FaitsMesures.Periode p, LocalDate jour) {
            return p.segments().stream().anyMatch(s -> s.touche(jour, jour.plusDays(jours)) && FormuleMesure.passe(vers.filtre(), s.dimensions()));
        }
    }

    /** Informations received in the span by these units, or by all the others. */
    record RecuesPar(List<String> unites, boolean autres) implements FormuleSuivi {

        @Override
        public String source() {
            return "information.recue";
        }

        @Override
        public LocalDate premierJour(Faits faits) {
            return faits.premierJour();
        }

        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            List<UUID> recues = new ArrayList<>();
            faits.informations().stream().filter(i -> i.entrante() && portee.contient(i.recue()) && compte(i)).forEach(i -> recues.add(i.id()));
            return Resultat.nombre(TypeSujet.INFORMATION, recues);
        }

        boolean compte(Faits.Information i) {
            return unites.contains(Objects.requireNonNullElse(i.recue().unite(), "")) != autres;
        }
    }
}
