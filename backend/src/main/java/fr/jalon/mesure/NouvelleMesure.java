package fr.jalon.mesure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A measure decided for one child.
 *
 * @param decisionId the same for every child of one decision
 * @param origine {@code IP}, {@code ORDONNANCE}, {@code DIRECTE} or {@code REPRISE}
 * @param serviceId service the decision already names, or null
 * @param exerceeParUnite whether the territory's own unit exercises it
 * @param accords agreement of each holder (administrative frame)
 * @param tiersRecherches {@code OUI}, {@code SANS_RESULTAT}, {@code NON}, {@code URGENCE} or null
 * @param avertissements reasons given for what the tool warned of, by code
 */
public record NouvelleMesure(UUID enfantId, UUID decisionId, String origine, UUID ipId, UUID mineurId, String cadre, String baseLegale,
        String produit, boolean urgence, boolean provisoire, String uniteId, String serviceId, boolean exerceeParUnite, String autorite,
        String juridiction, String magistrat, String reference, LocalDate decideeLe, String duree, LocalDate terme, LocalDate debutPrevu,
        String intensite, String lieu, List<AccordSaisi> accords, LocalDate audienceLe, LocalDate ordonnanceRecueLe, String tiersRecherches,
        String motivation, Map<String, String> avertissements) {

    /**
     * What one holder of parental authority said.
     *
     * @param statut {@code ATTENDU}, {@code DONNE}, {@code REFUSE} or {@code IMPOSSIBLE}
     * @param motif words, when it is impossible to ask
     */
    public record AccordSaisi(UUID adulteId, String statut, LocalDate le, String motif) {

        boolean acquis() {
            return "DONNE".equals(statut) || "IMPOSSIBLE".equals(statut);
        }
    }
}
