package fr.jalon.autonomie;

import java.util.Map;

import fr.jalon.commun.Sujet;
import fr.jalon.processus.EtatProcessus;
import fr.jalon.processus.Processus;

import org.springframework.stereotype.Component;

/** The engine goes where the facts left the path, by the way the model draws; anything else is a correction, which brings it where it stands. */
@Component
class CheminAutonomie {

    private final Processus processus;

    CheminAutonomie(Processus processus) {
        this.processus = processus;
    }

    /** @param avant step where the row said it waited, null when it was over or is new; the engine itself says whether it is so */
    void suivre(Autonomie a, Sujet sujet, String avant, Situation s) {
        String apres = a.etape();
        EtatProcessus etat = processus.etat(sujet).filter(EtatProcessus::actif).orElse(null);
        String ici = etat == null ? null : etat.etapes().stream().filter(e -> !CalendrierAutonomie.ETAPE.equals(e)).findFirst().orElse(avant);
        if (ici == null && apres != null) {
            if ("preparer-entretien".equals(apres)) {
                processus.ouvrir(sujet, ActesAutonomie.CLE, Map.of());
            } else {
                processus.ouvrirA(sujet, ActesAutonomie.CLE, apres, Map.of());
            }
            // Its watch was armed on the dates that stand.
            return;
        } else if (ici != null && apres == null) {
            finir(sujet, ici, s);
        } else if (ici != null && !ici.equals(apres)) {
            passer(sujet, ici, apres);
        }
        processus.replanifier(sujet);
    }

    private void passer(Sujet sujet, String ici, String apres) {
        switch (ici + " " + apres) {
            case "preparer-entretien tenir-entretien", "tenir-entretien notifier", "notifier preparer-majorite" ->
                processus.terminer(sujet, ici, Map.of());
            case "preparer-majorite decider-accompagnement", "accompagner decider-accompagnement" ->
                processus.terminer(sujet, ici, Map.of("issue", "DEMANDE"));
            case "preparer-majorite remplir-sortie", "accompagner remplir-sortie" -> processus.terminer(sujet, ici, Map.of("issue", "SORTIE"));
            case "decider-accompagnement accompagner" -> processus.terminer(sujet, ici, Map.of("issue", "ACCORD"));
            case "preparer-entretien remplir-sortie", "tenir-entretien remplir-sortie", "notifier remplir-sortie" ->
                processus.message(sujet, "sortie", Map.of());
            case "decider-accompagnement remplir-sortie" -> processus.terminer(sujet, ici, Map.of("issue", "REFUS"));
            case "remplir-sortie entretien-six-mois" -> processus.terminer(sujet, ici, Map.of("sixMois", "OUI"));
            case "remplir-sortie decider-accompagnement", "entretien-six-mois decider-accompagnement" -> processus.message(sujet, "retour", Map.of());
            default -> processus.ramener(sujet, apres);
        }
    }

    private void finir(Sujet sujet, String ici, Situation s) {
        if ("remplir-sortie".equals(ici) && s.fiche != null && !s.sixMoisDu) {
            processus.terminer(sujet, ici, Map.of("sixMois", "NON"));
        } else if ("entretien-six-mois".equals(ici) && s.sixMoisFaitLe != null) {
            processus.terminer(sujet, ici, Map.of());
        } else {
            processus.message(sujet, "fin-autonomie", Map.of());
        }
    }
}
