package fr.jalon.projet;

import java.util.List;

/** Where a projet stands; each has the step of the model {@code projet-pour-enfant} where it waits for somebody. */
public enum EtatProjet {
    A_PREPARER("À préparer", "preparer"),
    A_RENCONTRER("Rencontre à tenir", "rencontrer"),
    A_ECRIRE("À écrire", "rediger"),
    A_ETABLIR("À établir", "etablir"),
    A_REMETTRE("À remettre", "remettre"),
    SUIVI("En cours", "suivre"),
    CLOS("Clos", null),
    /** No measure ever started: counted nowhere. */
    ANNULE("Sans objet : aucune mesure n’a commencé", null);

    private final String libelle;
    private final String etape;

    EtatProjet(String libelle, String etape) {
        this.libelle = libelle.replace(" :", "\u00a0:");
        this.etape = etape;
    }

    public String libelle() {
        return libelle;
    }

    public String etape() {
        return etape;
    }

    public boolean ouvert() {
        return etape != null;
    }

    /** A version is being written: first one, or a revision. */
    public boolean enEcriture() {
        return List.of(A_PREPARER, A_RENCONTRER, A_ECRIRE, A_ETABLIR).contains(this);
    }
}
