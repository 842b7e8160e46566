package fr.jalon.pilotage;

import java.util.UUID;

/**
 * Which files: a figure, narrowed.
 *
 * @param tranche one bar of the picture
 * @param titulaire steps held by somebody
 * @param libres steps nobody holds
 */
public record Demande(Chiffre chiffre, Tranche tranche, String unite, String etape, UUID titulaire, boolean libres) {

    public Demande {
        chiffre = chiffre == null ? Chiffre.TOUS : chiffre;
        unite = unite == null || unite.isBlank() ? null : unite;
        etape = etape == null || etape.isBlank() ? null : etape;
    }
}
