package fr.jalon.autonomie;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import fr.jalon.autonomie.PageAutonomie.AlerteAutonomie;
import fr.jalon.commun.temps.EnFrancais;

/** What whoever opens the page must see first. Pure: shown, never decided. */
final class AlertesAutonomie {

    private AlertesAutonomie() {
    }

    static List<AlerteAutonomie> de(Situation s, String avantSortie, LocalDate aujourdhui) {
        List<AlerteAutonomie> alertes = new ArrayList<>();
        boolean fait = s.entretienIssue != null && !"NON_TENU".equals(s.entretienIssue);
        boolean mineur = s.enCharge && !s.jeuneMajeur && aujourdhui.isBefore(s.dixHuit);
        if (mineur && !fait && s.entretienOrigine != null && !s.tardive && aujourdhui.isAfter(s.dixSept)) {
            alertes.add(new AlerteAutonomie("ENTRETIEN_EN_RETARD", "L’entretien était dû le " + EnFrancais.jour(s.dixSept) + ", il y a "
                    + jours(ChronoUnit.DAYS.between(s.dixSept, aujourdhui)) + ".", "RETARD"));
        }
        if (mineur && !fait && s.tardive) {
            alertes.add(new AlerteAutonomie("ENTRETIEN_TARDIF", "Entré à 17 ans révolus, le " + EnFrancais.jour(s.entretienOrigine)
                    + "\u00a0: l’entretien est dû dans les meilleurs délais.", "ALERTE"));
        }
        if (mineur && !fait && s.entretienOrigine != null && s.rendezVousLe == null && !aujourdhui.isAfter(s.dixSept)) {
            alertes.add(new AlerteAutonomie("SANS_DATE", "Aucune date n’est fixée pour l’entretien, dû le " + EnFrancais.jour(s.dixSept) + ".", "INFORMATION"));
        }
        if (sortieSeche(s, avantSortie, aujourdhui)) {
            LocalDate quand = s.jeuneMajeur ? s.terme : s.dixHuit;
            alertes.add(new AlerteAutonomie("SORTIE_SECHE", (s.jeuneMajeur ? "L’accompagnement prend fin" : "Le jeune est majeur") + " le "
                    + EnFrancais.jour(quand) + " et rien n’est prévu ensuite\u00a0: risque de sortie sèche.", "ALERTE"));
        }
        if (!s.naissanceExacte) {
            alertes.add(new AlerteAutonomie("NAISSANCE_APPROCHEE", "La date de naissance n’est pas exacte\u00a0: les âges sont comptés du premier jour possible du mois ou de l’année connus.",
                    "INFORMATION"));
        }
        return alertes;
    }

    /** In care, near its end, and nobody has asked, decided or refused anything for after. */
    static boolean sortieSeche(Situation s, String avantSortie, LocalDate aujourdhui) {
        if (!s.enCharge || s.demandeEnCours) {
            return false;
        }
        LocalDate fin = s.jeuneMajeur ? s.terme : s.dixHuit;
        if (fin == null || aujourdhui.isBefore(fin.minus(Period.parse(avantSortie)))) {
            return false;
        }
        // A first agreement settles what follows majority; under support, only a renewal moves the term itself.
        return s.jeuneMajeur ? fin.isBefore(s.vingtEtUn) || fin.equals(s.vingtEtUn) : s.decision == null && s.demandeLe == null;
    }

    private static String jours(long n) {
        return n + "\u00a0" + (n > 1 ? "jours" : "jour");
    }
}
