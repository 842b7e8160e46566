package fr.jalon.demo;

import java.time.LocalDate;

/**
 * A synthetic measure before it is told: what it is, for which child of which family, and the days that count.
 */
final class MesurePrevue {

    enum Nature {
        /** Exercised by the unit itself (AEDFG). */
        UNITE,
        /** Exercised by a service at home (MEP). */
        MILIEU,
        /** Placement at home (PAD). */
        DOMICILE,
        /** Foster family. */
        FAMILIAL,
        /** Trusted third party. */
        TIERS
    }

    enum Issue {
        /** Started, ended or not. */
        VECUE,
        /** Waits still, for its exercise. */
        ATTEND,
        /** Waits for the holders' agreement. */
        ACCORD,
        /** Lapsed without a start, and recorded. */
        CADUQUE,
        /** Ended before any start. */
        SANS_OBJET
    }

    final int rang;
    final int famille;
    final int enfant;
    final Nature nature;
    final Issue issue;
    final boolean judiciaire;
    /** From which day it waits for its exercise; drawn last, so that the lists are as long as they were. */
    LocalDate attente;
    LocalDate debut;
    LocalDate fin;
    /** The PAD whose basis changes that day goes on as another measure by law. */
    LocalDate requalifiee;
    /** Another measure takes over at its end. */
    boolean relayee;
    LocalDate bas;
    LocalDate haut;

    MesurePrevue(int rang, int famille, int enfant, Nature nature, Issue issue, boolean judiciaire, LocalDate debut, LocalDate fin) {
        this.rang = rang;
        this.famille = famille;
        this.enfant = enfant;
        this.nature = nature;
        this.issue = issue;
        this.judiciaire = judiciaire;
        this.debut = debut;
        this.fin = fin;
    }

    boolean milieu() {
        return nature == Nature.MILIEU;
    }

    boolean attendLe(LocalDate jour) {
        LocalDate jusqua = debut != null ? debut : fin;
        return issue != Issue.ACCORD && attente != null && !attente.isAfter(jour) && (jusqua == null || jusqua.isAfter(jour));
    }
}
