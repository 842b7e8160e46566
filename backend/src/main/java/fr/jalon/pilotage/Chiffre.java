package fr.jalon.pilotage;

import java.util.EnumSet;
import java.util.Set;

/**
 * A figure of the page, said once as slices of time, a step and a hold. {@link #compte} adds up cells with it and {@link Selection}
 * writes the WHERE of its list from it: they cannot part.
 */
public enum Chiffre {
    TOUS("Dossiers en cours", EnumSet.allOf(Tranche.class), null, null),
    RETARD("En retard", EnumSet.range(Tranche.RETARD_PLUS_90, Tranche.RETARD_30), null, false),
    J15("En retard dans 15 jours si rien n’est fait", EnumSet.of(Tranche.J15), null, false),
    J30("En retard dans 30 jours si rien n’est fait", EnumSet.of(Tranche.J15, Tranche.J30), null, false),
    SANS_EVALUATEURS("En attente d’évaluateurs", EnumSet.allOf(Tranche.class), "designer", null),
    A_DECIDER("En attente de décision", EnumSet.allOf(Tranche.class), "decider", null),
    CONSIGNE("Retenus par une consigne du parquet", EnumSet.allOf(Tranche.class), null, true),
    RETARD_CONSIGNE("En retard, retenus par une consigne du parquet", EnumSet.range(Tranche.RETARD_PLUS_90, Tranche.RETARD_30), null, true);

    private final String libelle;
    private final Set<Tranche> tranches;
    private final String etape;
    private final Boolean consigne;

    Chiffre(String libelle, Set<Tranche> tranches, String etape, Boolean consigne) {
        this.libelle = libelle;
        this.tranches = tranches;
        this.etape = etape;
        this.consigne = consigne;
    }

    public String libelle() {
        return libelle;
    }

    Set<Tranche> tranches() {
        return tranches;
    }

    String etape() {
        return etape;
    }

    Boolean consigne() {
        return consigne;
    }

    boolean compte(Cellule c) {
        return tranches.contains(c.tranche()) && (etape == null || etape.equals(c.etape())) && (consigne == null || consigne == c.enConsigne());
    }
}
