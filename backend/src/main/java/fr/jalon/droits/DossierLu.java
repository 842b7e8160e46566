package fr.jalon.droits;

import java.util.List;

import fr.jalon.commun.donnees.Chapitre;
import fr.jalon.commun.donnees.Nature;

/** What the house holds about one child, in parts a person decides of one by one. Nothing is hidden here but what is never given. */
record DossierLu(List<Piece> pieces) {

    /**
     * @param cle stable: the table and the file
     * @param empreinte of all it says: a decision made on other words does not hold
     */
    record Piece(String cle, Chapitre chapitre, String titre, String empreinte, List<Element> elements) {
    }

    /** @param document id of the attached file it is, or null */
    record Element(String cle, Nature nature, String empreinte, List<Ligne> lignes, java.util.UUID document) {
    }

    record Ligne(String libelle, String valeur) {
    }
}
