package fr.jalon.demo;

import java.util.Optional;
import java.util.function.Predicate;

import fr.jalon.departement.Profil;

/** What the kinds of synthetic measures are called in this département: product and legal basis, from its profile alone. */
final class PaletteMesures {

    /** @param parUnite the territory's unit exercises it itself */
    record Teinte(Profil.Produit produit, Profil.BaseLegale base, boolean parUnite) {
    }

    private final Profil profil;

    PaletteMesures(Profil profil) {
        this.profil = profil;
    }

    /** Empty when the département has nothing of the kind. */
    Optional<Teinte> de(MesurePrevue.Nature nature, boolean judiciaire, boolean renforcee) {
        return switch (nature) {
            case UNITE -> premiere(p -> p.domaine().equals("DOMICILE") && p.exercice().equals("UNITE"), true, "AED")
                    .or(() -> premiere(p -> p.domaine().equals("DOMICILE") && p.exercice().equals("MIXTE"), true, "AED"));
            case MILIEU -> judiciaire ? premiere(p -> p.domaine().equals("DOMICILE"), false, renforcee ? "AEMO_RENFORCEE" : "AEMO")
                    : premiere(p -> !p.exercice().equals("UNITE"), false, "AED");
            case DOMICILE -> premiere(p -> p.domaine().equals("DOMICILE"), false, "PLACEMENT_ASE");
            case FAMILIAL -> judiciaire ? premiere(p -> p.domaine().equals("ACCUEIL"), false, "PLACEMENT_ASE")
                    : premiere(p -> p.domaine().equals("ACCUEIL"), false, "ACCUEIL_PROVISOIRE");
            case TIERS -> premiere(p -> p.domaine().equals("TIERS"), true, "PLACEMENT_TIERS");
        };
    }

    /** Where a placement at home goes on by law. */
    Optional<Teinte> hebergement() {
        return premiere(p -> p.domaine().equals("DOMICILE") && !p.bases().contains("PLACEMENT_ASE"), false, "AEMO_HEBERGEMENT");
    }

    private Optional<Teinte> premiere(Predicate<Profil.Produit> condition, boolean parUnite, String base) {
        return profil.produits().stream().filter(p -> p.bases().contains(base) && condition.test(p)).findFirst()
                .flatMap(p -> profil.baseLegale(base).map(b -> new Teinte(p, b, parUnite)));
    }
}
