package fr.jalon.mesure.attente;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;

import org.springframework.stereotype.Component;

/** What the département calls a product and what the law calls a basis, found at once. */
@Component
class MotsMesure {

    private final Map<String, Profil.Produit> produits;
    private final Map<String, Profil.BaseLegale> bases;

    MotsMesure(Departement departement) {
        this.produits = departement.profil().produits().stream().collect(Collectors.toMap(Profil.Produit::code, Function.identity()));
        this.bases = departement.profil().basesLegales().stream().collect(Collectors.toMap(Profil.BaseLegale::code, Function.identity()));
    }

    /** What people say; the code itself when an older profile knew it and this one does not. */
    String produit(String code) {
        Profil.Produit produit = produits.get(code);
        return produit == null ? code : produit.sigle();
    }

    String base(String code) {
        Profil.BaseLegale base = bases.get(code);
        return base == null ? code : base.libelle();
    }

    String cadre(String code) {
        return code.equals("JUDICIAIRE") ? "Judiciaire" : "Administratif";
    }

    boolean connait(String produit) {
        return produits.containsKey(produit);
    }

    Map<String, Profil.Produit> produits() {
        return produits;
    }
}
