package fr.jalon.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A synthetic young person before their story is told: the days that count, and how each exit went. */
final class JeunePrevu {

    /** @param fiche false while nobody has filled the exit form yet */
    record Sortie(LocalDate le, boolean fiche, boolean stable, boolean ressources, boolean activite) {
    }

    final int rang;
    final LocalDate neLe;
    final boolean mna;
    final boolean mdph;
    final LocalDate entree;
    LocalDate accompagneDu;
    LocalDate accompagneAu;
    final List<Sortie> sorties = new ArrayList<>();

    JeunePrevu(int rang, LocalDate neLe, boolean mna, boolean mdph, LocalDate entree) {
        this.rang = rang;
        this.neLe = neLe;
        this.mna = mna;
        this.mdph = mdph;
        this.entree = entree;
    }

    LocalDate age(int ans) {
        return neLe.plusYears(ans);
    }

    /** Entered care at 17 or later. */
    boolean tardif() {
        return !entree.isBefore(age(17));
    }

    /** Left at majority, came back for support afterwards. */
    boolean revenu() {
        return accompagneDu != null && accompagneDu.isAfter(age(18));
    }

    boolean enChargeLe(LocalDate jour) {
        return jour.isBefore(age(18)) || accompagneDu != null && !accompagneDu.isAfter(jour) && (accompagneAu == null || accompagneAu.isAfter(jour));
    }
}
