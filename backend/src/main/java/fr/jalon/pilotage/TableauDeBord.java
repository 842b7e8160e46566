package fr.jalon.pilotage;

import java.util.List;
import java.util.Map;

/**
 * The page of the supervisor.
 *
 * @param constat what the figures say, in one sentence: the title of the picture
 * @param phrase the picture for the ear
 */
public record TableauDeBord(String constat, String phrase, Map<Chiffre, Long> chiffres, List<Barre> barres, List<LigneUnite> unites,
        List<LigneEtape> etapes) {

    /** One bar; {@code retenus} of its files are held by the parquet. */
    public record Barre(Tranche tranche, String libelle, boolean enRetard, long nombre, long retenus) {
    }

    public record LigneUnite(String id, String nom, Map<Chiffre, Long> chiffres) {
    }

    public record LigneEtape(String etape, String libelle, Map<Chiffre, Long> chiffres) {
    }
}
