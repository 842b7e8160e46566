package fr.jalon.indicateur;

import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;

import org.springframework.stereotype.Component;

/** What the département calls the values measures are split by; a code its profile no longer knows is told as it stands. */
@Component
class LibellesAxes {

    private final Departement departement;

    LibellesAxes(Departement departement) {
        this.departement = departement;
    }

    String de(Axe axe, String valeur) {
        return switch (axe) {
            case SERVICE -> departement.noms().getOrDefault(valeur, valeur);
            case CADRE -> "JUDICIAIRE".equals(valeur) ? "Judiciaire" : "ADMINISTRATIF".equals(valeur) ? "Administratif" : valeur;
            case PRODUIT -> departement.profil().produit(valeur).map(Profil.Produit::libelle).orElse(valeur);
            case BASE -> departement.profil().baseLegale(valeur).map(Profil.BaseLegale::libelle).orElse(valeur);
        };
    }
}
