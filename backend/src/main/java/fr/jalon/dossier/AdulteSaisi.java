package fr.jalon.dossier;

import java.time.LocalDate;

import jakarta.validation.constraints.Size;

/** An adult of the surroundings. Nothing but the name is asked: the rest is what the caller happened to say. */
public record AdulteSaisi(@Size(max = 100) String nom, @Size(max = 100) String nomUsage, @Size(max = 150) String prenoms, String civilite,
        LocalDate naissanceLe, @Size(max = 30) String telephone, @Size(max = 150) String courriel) {

    public static AdulteSaisi de(String nom, String prenoms, String civilite) {
        return new AdulteSaisi(nom, null, prenoms, civilite, null, null, null);
    }
}
