package fr.jalon.journal;

import fr.jalon.commun.controle.Jauge;

import org.springframework.stereotype.Component;

/** Lines without seal for more than a minute, for the metrics and the page « Exploitation ». */
@Component
class JaugeJournal implements Jauge {

    private final Scellement scellement;

    JaugeJournal(Scellement scellement) {
        this.scellement = scellement;
    }

    @Override
    public String nom() {
        return "jalon.journal.sans-sceau";
    }

    @Override
    public String libelle() {
        return "Lignes du journal sans sceau depuis plus d’une minute";
    }

    @Override
    public long valeur() {
        return scellement.enRetard();
    }
}
