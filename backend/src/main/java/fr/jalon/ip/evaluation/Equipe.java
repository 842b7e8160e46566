package fr.jalon.ip.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Refus;

/**
 * The people named for one evaluation: two professionals or more, of several professions (L226-3, D226-2-5). Fewer, or one profession
 * only, is left to judgement with a reason; nobody at all, or somebody who cannot evaluate, is refused.
 */
record Equipe(List<Membre> membres) {

    record Membre(UUID utilisateurId, String profession) {
    }

    /**
     * @param habilites people who hold the mission in the units of the evaluation
     * @param professions codes of the profile
     */
    void verifier(Set<UUID> habilites, Set<String> professions) {
        List<Refus.Erreur> erreurs = new ArrayList<>();
        if (membres.isEmpty()) {
            erreurs.add(new Refus.Erreur("evaluateurs", "Nommez les évaluateurs."));
        }
        Set<UUID> vus = new HashSet<>();
        for (int i = 0; i < membres.size(); i++) {
            Membre m = membres.get(i);
            String champ = "evaluateurs[" + i + "].";
            if (m.utilisateurId() == null) {
                erreurs.add(new Refus.Erreur(champ + "utilisateurId", "Choisissez un évaluateur."));
            } else if (!vus.add(m.utilisateurId())) {
                erreurs.add(new Refus.Erreur(champ + "utilisateurId", "Cette personne est déjà nommée."));
            } else if (!habilites.contains(m.utilisateurId())) {
                erreurs.add(new Refus.Erreur(champ + "utilisateurId", "Cette personne n’évalue pas dans les unités de cette évaluation."));
            }
            if (m.profession() == null || !professions.contains(m.profession())) {
                erreurs.add(new Refus.Erreur(champ + "profession", "Choisissez la profession."));
            }
        }
        if (!erreurs.isEmpty()) {
            throw new Refus(erreurs);
        }
    }

    Avertissements.Controle avertir(Avertissements.Controle controle) {
        return controle
                .si(membres.size() == 1, "UN_SEUL_EVALUATEUR",
                        "Un seul évaluateur est nommé : l’évaluation revient à deux professionnels au moins.")
                .si(membres.size() > 1 && professions().size() == 1, "UNE_PROFESSION",
                        "Les évaluateurs sont d’une seule profession : l’équipe est pluridisciplinaire.");
    }

    Set<String> professions() {
        return membres.stream().map(Membre::profession).collect(Collectors.toCollection(java.util.TreeSet::new));
    }
}
