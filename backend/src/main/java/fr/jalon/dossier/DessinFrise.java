package fr.jalon.dossier;

import java.util.Map;
import java.util.Optional;

/**
 * How a capability wants its periods and events drawn on the timeline of a child: in which lane, in what words. Each answers for its own
 * kinds and says nothing of the others; what nobody knows is still drawn, with its code, in the last lane.
 */
public interface DessinFrise {

    /** Lanes, from top to bottom. */
    enum Voie {
        INFORMATION("Informations et IP"),
        EVALUATION("Évaluation"),
        DECISION("Décision"),
        JUSTICE("Justice"),
        ATTENTE("Attente"),
        MESURE("Mesures"),
        ACCUEIL("Lieux d’accueil"),
        PROJET("Projet pour l’enfant"),
        ENTRETIEN("Entretiens"),
        DOSSIER("Dossier"),
        /** Told by others: the whole of a measure is the sum of its wait and its exercise. */
        AUCUNE("");

        private final String libelle;

        Voie(String libelle) {
            this.libelle = libelle;
        }

        public String libelle() {
            return libelle;
        }
    }

    /** @param libelle « Attente d’évaluateurs » */
    record Trait(Voie voie, String libelle) {
    }

    /** @param dimensions codes of the segment */
    Optional<Trait> periode(String genre, Map<String, String> dimensions);

    /** Lane of an event. */
    Optional<Voie> fait(String type);

    /** What is added to the words of the event: « MEP », « Foyer ». Empty when nothing is. */
    default String precision(String type, Map<String, String> dimensions) {
        return "";
    }
}
