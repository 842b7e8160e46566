package fr.jalon.dossier;

import java.util.UUID;

/**
 * What a list shows of a child, for the page shown only: names never go into events, tasks or process variables.
 *
 * @param id the id asked for; {@code canonique} stands for it since a merge, and is the same otherwise
 * @param age as people say it (« 7 ans », « 14 mois », « environ 7 ans », « à naître »)
 */
public record NomEnfant(UUID id, UUID canonique, String nom, String prenoms, String affiche, Naissance naissance, String age,
        boolean moinsDeDeuxAns, boolean restreint) {

    static String affiche(String nom, String nomUsage, String prenoms, boolean nonNomme, Naissance naissance) {
        String premier = prenoms == null ? "" : prenoms.strip().split("\\s+")[0];
        String famille = nomUsage != null && !nomUsage.isBlank() ? nomUsage : nom;
        if (premier.isEmpty() && famille.isEmpty()) {
            return naissance.aNaitre() ? "Enfant à naître" : "Enfant non nommé";
        }
        if (premier.isEmpty()) {
            return (naissance.aNaitre() ? "Enfant à naître " : nonNomme ? "Enfant non nommé " : "") + famille;
        }
        return famille.isEmpty() ? premier : premier + " " + famille;
    }
}
