package fr.jalon.echeance;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a due date is what it is, step by step, in the words of a professional. Pure: everything it says comes from the due date, the
 * version of the rule it keeps and the calendar.
 */
final class Explication {

    private final JoursOuvres calendrier;
    private final ZoneId zone;

    Explication(JoursOuvres calendrier, ZoneId zone) {
        this.calendrier = calendrier;
        this.zone = zone;
    }

    /** The arithmetic, one sentence a step. */
    List<String> calcul(Echeance e, Regle regle) {
        List<String> etapes = new ArrayList<>();
        LocalDate origine = e.origine().jour();
        etapes.add("Point de départ\u00a0: " + regle.origineEnMots() + ", le " + Francais.jourEtDate(origine)
                + (e.origine().instant() == null ? "" : " à " + Francais.heure(e.origine().instant(), zone)) + ".");
        switch (regle.calcul()) {
            case MOIS -> etapes.add(mois(origine, e.dateLegale(), regle.periode()));
            case JOURS -> etapes.add(Francais.date(origine) + " + " + Francais.periode(regle.periode())
                    + ", sans compter le jour de départ\u00a0: " + Francais.date(e.dateLegale()) + ".");
            case INSTANT -> etapes.add("À partir de cette heure, " + Francais.periode(regle.periode()) + "\u00a0: "
                    + Francais.jourEtDate(e.dateLegale()) + " à " + Francais.heure(e.instantLegal(), zone) + ".");
            case AVANT -> etapes.add(Francais.periode(regle.periode()) + " avant ce jour\u00a0: " + Francais.date(e.dateLegale()) + ".");
            case ANNIVERSAIRE -> etapes.add(anniversaire(origine, e.dateLegale(), regle.periode()));
            default -> throw new IllegalStateException(regle.calcul().name());
        }
        if (regle.calcul() == Calcul.AVANT) {
            etapes.add(operationnelle(e));
        } else if (regle.calcul() != Calcul.INSTANT) {
            etapes.add("Le délai court jusqu’à ce jour inclus, soit " + Francais.jours(ChronoUnit.DAYS.between(origine, e.dateLegale()))
                    + " après le point de départ.");
            etapes.add(operationnelle(e));
        }
        return etapes;
    }

    private static String mois(LocalDate origine, LocalDate legale, String periode) {
        String debut = Francais.date(origine) + " + " + Francais.periode(periode) + ", de date à date\u00a0: ";
        return origine.getDayOfMonth() == legale.getDayOfMonth() ? debut + Francais.date(legale) + "."
                : debut + "il n’y a pas de " + origine.getDayOfMonth() + " en " + Francais.moisSeul(legale)
                        + ", c’est donc le dernier jour du mois, le " + Francais.date(legale) + ".";
    }

    private static String anniversaire(LocalDate naissance, LocalDate anniversaire, String periode) {
        return Francais.periode(periode) + " après la naissance\u00a0: " + Francais.date(anniversaire)
                + (naissance.getDayOfMonth() == anniversaire.getDayOfMonth() ? "."
                        : ", lecture la plus tôt pour une naissance un 29\u00a0février.");
    }

    private String operationnelle(Echeance e) {
        LocalDate legale = e.dateLegale();
        if (calendrier.ouvre(legale)) {
            return "C’est un " + Francais.jourSemaine(legale) + " ouvré.";
        }
        String nature = calendrier.ferie(legale) ? "un jour férié" : "un " + Francais.jourSemaine(legale);
        return "C’est " + nature + "\u00a0: aucun texte ne repousse la date légale\u00a0; le dernier jour ouvré pour agir est le "
                + Francais.jourEtDate(e.dateOperationnelle()) + ".";
    }

    /** Where it stands today, in a sentence. */
    String situation(Echeance e, LocalDate aujourdhui) {
        return switch (e.etat()) {
            case ANNULEE -> "Cette échéance n’est plus attendue.";
            case SATISFAITE -> {
                LocalDate faite = e.satisfaiteLe().atZone(zone).toLocalDate();
                long ecart = ChronoUnit.DAYS.between(e.dateLegale(), faite);
                yield "Faite le " + Francais.date(faite) + (ecart > 0 ? ", " + Francais.jours(ecart) + " après la date légale."
                        : ecart == 0 ? ", le dernier jour." : ", " + Francais.jours(-ecart) + " avant la date légale.");
            }
            case OUVERTE -> {
                long reste = ChronoUnit.DAYS.between(aujourdhui, e.dateLegale());
                yield reste < 0 ? "En retard de " + Francais.jours(-reste) + "."
                        : reste == 0 ? "C’est aujourd’hui le dernier jour." : "Il reste " + Francais.jours(reste) + ".";
            }
        };
    }

    /** What the département or its administrator changed to the common rule; null when nothing was. */
    static String changement(Regle regle) {
        if (regle.periodeCommune() != null && !regle.periodeCommune().equals(regle.periode())) {
            return ("PROFIL".equals(regle.source()) ? "Le profil du département fixe " : "L’administrateur fonctionnel a fixé ")
                    + Francais.periode(regle.periode()) + "\u00a0; la règle commune est de " + Francais.periode(regle.periodeCommune()) + ".";
        }
        return "ADMINISTRATEUR".equals(regle.source()) ? "Règle modifiée par l’administrateur fonctionnel, applicable depuis le "
                + Francais.date(regle.du()) + "." : null;
    }
}
