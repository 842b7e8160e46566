package fr.jalon.ip.consigne;

import java.time.LocalDate;
import java.util.List;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.Refus;

/** What may be recorded about a request, whatever the file that carries it. */
final class ReglesConsigne {

    private ReglesConsigne() {
    }

    /** @throws Refus a request of the future; {@link Conflit} when it is already there */
    static void exigerNouvelle(Demande d, List<Consigne> presentes, LocalDate aujourdhui) {
        if (d.du().isAfter(aujourdhui)) {
            throw Refus.champ("du", "La consigne ne peut pas dater de l’avenir.");
        }
        if (d.dejaDans(presentes)) {
            throw new Conflit(null, null, "Cette consigne est déjà enregistrée.");
        }
    }

    static void exigerLevable(Consigne c, LocalDate le, LocalDate aujourdhui) {
        exigerVivante(c);
        if (c.leveeLe() != null) {
            throw new Conflit(null, null, "Cette consigne est déjà levée.");
        }
        if (le.isBefore(c.du())) {
            throw Refus.champ("le", "La levée ne peut pas précéder la consigne.");
        }
        if (le.isAfter(aujourdhui)) {
            throw Refus.champ("le", "La levée ne peut pas dater de l’avenir.");
        }
    }

    static void exigerVivante(Consigne c) {
        if (c.annulee()) {
            throw new Conflit(null, null, "Cette consigne a été retirée comme saisie par erreur.");
        }
    }

    static String vide(String texte) {
        return texte == null || texte.isBlank() ? null : texte.strip();
    }
}
