package fr.jalon.dossier;

import java.time.LocalDate;

import jakarta.validation.constraints.Size;

/** A child's identity as typed by somebody who may know little of it. */
public record EnfantSaisi(@Size(max = 100) String nom, @Size(max = 100) String nomUsage, @Size(max = 150) String prenoms, boolean nonNomme,
        Sexe sexe, Naissance naissance, @Size(max = 100) String communeNaissance, LocalDate decesLe, boolean personneSeDeclarantMineure) {

    public static EnfantSaisi de(String nom, String prenoms, Naissance naissance, Sexe sexe) {
        return new EnfantSaisi(nom, null, prenoms, false, sexe, naissance, null, null, false);
    }
}
