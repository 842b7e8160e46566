package fr.jalon.indicateur;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.commun.TypeSujet;

/** Two facts of the same child put together, and days added up. */
sealed interface FormuleCroisee extends Formule {

    @Override
    default LocalDate premierJour(Faits faits) {
        return type() == TypeSujet.RELEVE ? faits.mesures().premierReleve(genre(), null) : faits.mesures().premierJour(type());
    }

    @Override
    default String objet() {
        return FormuleMesure.objet(type());
    }

    default TypeSujet type() {
        return FaitsMesures.type(genre());
    }

    String genre();

    /** A kind of period, and what its dimensions must be. */
    record Condition(String genre, Map<String, List<String>> filtre) {

        boolean tient(FaitsMesures.Periode p, LocalDate jour) {
            return p.segments().stream().anyMatch(s -> s.ouvertLe(jour) && FormuleMesure.passe(filtre, s.dimensions()));
        }
    }

    /** Periods of a kind by child. */
    static Map<UUID, List<FaitsMesures.Periode>> parEnfant(Faits faits, String genre) {
        Map<UUID, List<FaitsMesures.Periode>> parEnfant = new LinkedHashMap<>();
        faits.mesures().periodes(genre).forEach(p -> parEnfant.computeIfAbsent(p.enfant(), k -> new java.util.ArrayList<>()).add(p));
        return parEnfant;
    }

    /**
     * Children one of whose periods of that kind runs on the day of the stock, and one of another kind that same day. A child counts once,
     * where the first is.
     *
     * @param part their share among all those of the first kind, rather than how many
     */
    record Ensemble(String genre, Map<String, List<String>> filtre, Enfants enfants, Condition avec, boolean part) implements FormuleCroisee {

        @Override
        public String vide() {
            return "Personne n’est dans ce cas à cette date.";
        }


        @Override
        public boolean stock() {
            return true;
        }

        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            LocalDate jour = portee.jour();
            Enfants.Choix choix = Enfants.parmi(enfants, faits);
            Map<UUID, UUID> base = new LinkedHashMap<>();
            faits.mesures().periodes(genre).forEach(p -> {
                if (choix.prend(p.enfant(), jour) && p.segments().stream().anyMatch(s -> s.ouvertLe(jour) && FormuleMesure.compte(s, filtre, portee))) {
                    base.putIfAbsent(p.enfant(), p.mesure());
                }
            });
            Set<UUID> autres = new HashSet<>();
            faits.mesures().periodes(avec.genre()).stream().filter(p -> avec.tient(p, jour)).forEach(p -> autres.add(p.enfant()));
            List<UUID> comptes = base.entrySet().stream().filter(e -> autres.contains(e.getKey())).map(Map.Entry::getValue).toList();
            return part ? Resultat.part(type(), comptes, List.copyOf(base.values()), vide())
                    : Resultat.nombre(type(), comptes);
        }
    }

    /**
     * Children one of whose periods of that kind ended in the span and was followed: another kind runs some day from that end to so many
     * days after.
     *
     * @param part their share among all those whose period ended, rather than how many
     */
    record Succession(String genre, Map<String, List<String>> filtre, Enfants enfants, Condition vers, int jours, boolean part)
            implements FormuleCroisee {

        @Override
        public String vide() {
            return "Rien ne s’est achevé sur cette période.";
        }


        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            Enfants.Choix choix = Enfants.parmi(enfants, faits);
            Map<UUID, List<FaitsMesures.Periode>> suites = parEnfant(faits, vers.genre());
            Map<UUID, UUID> base = new LinkedHashMap<>();
            Map<UUID, UUID> comptes = new LinkedHashMap<>();
            faits.mesures().periodes(genre).forEach(p -> {
                if (portee.contient(p.fin()) && FormuleMesure.compte(p.dernier(), filtre, portee) && choix.prend(p.enfant(), p.fin())) {
                    base.putIfAbsent(p.enfant(), p.mesure());
                    if (suivie(p, suites.getOrDefault(p.enfant(), List.of()))) {
                        comptes.putIfAbsent(p.enfant(), p.mesure());
                    }
                }
            });
            return part ? Resultat.part(type(), List.copyOf(comptes.values()), List.copyOf(base.values()), vide())
                    : Resultat.nombre(type(), List.copyOf(comptes.values()));
        }

        boolean suivie(FaitsMesures.Periode p, List<FaitsMesures.Periode> autres) {
            return autres.stream().anyMatch(a -> !a.id().equals(p.id()) && a.segments().stream()
                    .anyMatch(s -> s.touche(p.fin(), p.fin().plusDays(jours)) && FormuleMesure.passe(vers.filtre(), s.dimensions())));
        }
    }

    /** Days of the span that the periods of that kind lasted, all together; the last day of a period is not one of them. */
    record Journees(String genre, Map<String, List<String>> filtre, Enfants enfants) implements FormuleCroisee {

        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            Enfants.Choix choix = Enfants.parmi(enfants, faits);
            Map<UUID, Long> jours = new HashMap<>();
            faits.mesures().periodes(genre).forEach(p -> p.segments().forEach(s -> {
                if (s.touche(portee.du(), portee.jour()) && FormuleMesure.compte(s, filtre, portee) && choix.prend(p.enfant(), s.debut())) {
                    LocalDate du = s.debut().isBefore(portee.du()) ? portee.du() : s.debut();
                    LocalDate apres = portee.jour().plusDays(1);
                    LocalDate au = s.fin() == null || s.fin().isAfter(apres) ? apres : s.fin();
                    jours.merge(p.mesure(), ChronoUnit.DAYS.between(du, au), Long::sum);
                }
            }));
            return new Resultat(BigDecimal.valueOf(jours.values().stream().mapToLong(Long::longValue).sum()), null, type(),
                    List.copyOf(jours.keySet()), List.copyOf(jours.keySet()));
        }
    }
}
