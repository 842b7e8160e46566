package fr.jalon.projet.redaction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import fr.jalon.commun.temps.EnFrancais;
import fr.jalon.projet.redaction.ContenuProjet.ActionDite;

/** When an action is done, in words: « À partir du 4 mars 2026, pendant six mois, avant le 4 septembre 2026 ». */
final class QuandProjet {

    public String de(ActionDite a) {
        List<String> morceaux = new ArrayList<>();
        if (a.debut() != null) {
            morceaux.add("à partir du " + jour(a.debut()));
        }
        if (a.duree() != null && !a.duree().isBlank()) {
            morceaux.add("pendant " + a.duree());
        }
        if (a.fin() != null) {
            morceaux.add("jusqu’au " + jour(a.fin()));
        }
        if (a.echeance() != null) {
            morceaux.add("avant le " + jour(a.echeance()));
        }
        String dit = morceaux.isEmpty() ? "sans date" : String.join(", ", morceaux);
        return Character.toUpperCase(dit.charAt(0)) + dit.substring(1) + (a.faiteLe() == null ? "" : " (fait le " + jour(a.faiteLe()) + ")");
    }

    static String jour(LocalDate jour) {
        return EnFrancais.jour(jour).replace(' ', '\u00a0');
    }
}
