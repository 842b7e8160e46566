package fr.jalon.projet;

import java.time.LocalDate;

import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.EnFrancais;
import fr.jalon.commun.temps.Horloge;

import org.springframework.stereotype.Component;

/** What several acts refuse: days that are not yet, or before the projet. */
@Component
class GardeProjet {

    private final Horloge horloge;

    GardeProjet(Horloge horloge) {
        this.horloge = horloge;
    }

    /** A fact: it has a day, that day has come, and the projet was open. */
    LocalDate fait(String champ, LocalDate le, Projet p) {
        if (le == null) {
            throw Refus.champ(champ, "Indiquez la date.");
        }
        if (le.isAfter(horloge.aujourdhui())) {
            throw Refus.champ(champ, "Cette date est à venir\u00a0: notez l’acte le jour où il a lieu.");
        }
        return pasAvant(champ, le, p.ouvertLe(), "l’ouverture du projet");
    }

    static LocalDate pasAvant(String champ, LocalDate le, LocalDate borne, String quoi) {
        if (le != null && borne != null && le.isBefore(borne)) {
            throw Refus.champ(champ, "Cette date précède " + quoi + ", le " + EnFrancais.jour(borne) + ".");
        }
        return le;
    }

    static void ouvert(Projet p) {
        if (!p.etat().ouvert()) {
            throw p.pasMaintenant();
        }
    }

    LocalDate aujourdhui() {
        return horloge.aujourdhui();
    }
}
