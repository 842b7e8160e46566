package fr.jalon.contrat;

/** What a typed cell holds: a number, or why there is none, or what is not a number. */
public enum SorteValeur {
    CHIFFRE("Chiffre"),
    NR("Non renseigné (NR)"),
    ND("Non disponible (ND)"),
    SANS_OBJET("Sans objet"),
    TEXTE("Texte"),
    OUI_NON("Oui ou non"),
    DOCUMENT("Document"),
    RETIREE("Retirée");

    private final String libelle;

    SorteValeur(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }

    /** Why a change or a gap has no operand here. */
    String absence(String texte) {
        return switch (this) {
            case NR -> "non renseignée (NR)";
            case ND -> "non disponible (ND)";
            case SANS_OBJET -> "sans objet";
            case TEXTE -> "un texte";
            case OUI_NON -> "un oui ou non";
            case DOCUMENT -> "un document";
            default -> "pas encore saisie";
        };
    }
}
