package fr.jalon.mesure.accueil;

import java.util.Optional;

/** The kinds of place the national statistics tell apart, and those the law adds. */
public enum TypeLieu {
    FAMILLE_ACCUEIL("Famille d’accueil"),
    ETABLISSEMENT("Établissement"),
    LIEU_DE_VIE("Lieu de vie et d’accueil"),
    TIERS("Chez un tiers"),
    PARENT("Chez un parent"),
    INTERNAT("Internat"),
    AUTONOMIE("Hébergement autonome"),
    SANTE("Établissement de santé"),
    AUTRE("Autre lieu");

    private final String libelle;

    TypeLieu(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }

    /** Words of a code, or the code itself when an older version knew it and this one does not. */
    static String libelle(String code) {
        return lire(code).map(TypeLieu::libelle).orElse(code);
    }

    private static Optional<TypeLieu> lire(String code) {
        for (TypeLieu t : values()) {
            if (t.name().equals(code)) {
                return Optional.of(t);
            }
        }
        return Optional.empty();
    }
}
