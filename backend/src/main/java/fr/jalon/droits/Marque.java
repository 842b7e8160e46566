package fr.jalon.droits;

import java.util.List;
import java.util.UUID;

/**
 * What somebody decided of a part, of one element of it, or of one line of an element.
 *
 * @param element empty for the whole part; {@code ligne} empty for the whole element
 * @param passages words hidden wherever they stand; none: all of it is hidden
 * @param copieId masked copy given in the place of an attached file
 * @param empreinte of what was read when it was decided
 */
public record Marque(String piece, String element, String ligne, Sort sort, String motif, String article, List<String> passages, UUID copieId, String empreinte) {

    public enum Sort {
        COMMUNIQUE("Communiqué"), OCCULTE("Occulté"), RETENU("Non communiqué"), JURIDICTION("À demander à la juridiction");

        private final String libelle;

        Sort(String libelle) {
            this.libelle = libelle;
        }

        public String libelle() {
            return libelle;
        }
    }

    /** Grounds offered to whoever withholds or masks; à valider with the data-protection officer. */
    public enum Article {
        TIERS("CRPA L311-6, 1°\u00a0: vie privée d’un tiers"),
        JUGEMENT("CRPA L311-6, 2°\u00a0: appréciation ou jugement de valeur sur un tiers"),
        COMPORTEMENT("CRPA L311-6, 3°\u00a0: comportement dont la divulgation porterait préjudice à son auteur"),
        AUTEUR("CRPA L311-6, 3°\u00a0: ferait connaître l’auteur de l’information"),
        JUSTICE("CRPA L311-5, 2°\u00a0f\u00a0: procédure engagée devant une juridiction"),
        ASSISTANCE_EDUCATIVE("Code de procédure civile 1187\u00a0: dossier d’assistance éducative, à consulter au tribunal"),
        PREPARATOIRE("CRPA L311-2\u00a0: document préparatoire à une décision qui n’est pas prise"),
        DROITS_AUTRUI("RGPD 15, 4\u00a0: droits et libertés d’autrui"),
        AUTRE("Autre fondement, écrit dans le motif");

        private final String libelle;

        Article(String libelle) {
            this.libelle = libelle;
        }

        public String libelle() {
            return libelle;
        }
    }
}
