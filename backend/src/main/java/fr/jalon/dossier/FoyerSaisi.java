package fr.jalon.dossier;

import jakarta.validation.constraints.Size;

/**
 * A home.
 *
 * @param adresseProtegee withheld from the other parent (violence): such an address goes in no document and no screen for them
 */
public record FoyerSaisi(@Size(max = 100) String libelle, @Size(max = 200) String adresse, @Size(max = 10) String codePostal,
        @Size(max = 100) String commune, String uniteId, @Size(max = 30) String telephone, boolean adresseProtegee,
        @Size(max = 300) String protectionMotif) {

    public static FoyerSaisi a(String adresse, String codePostal, String commune, String uniteId) {
        return new FoyerSaisi(null, adresse, codePostal, commune, uniteId, null, false, null);
    }
}
