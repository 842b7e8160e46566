package fr.jalon.departement;

import jakarta.validation.Validation;

/** The profiles that ship, read without the application. */
public final class ProfilsDEssai {

    private ProfilsDEssai() {
    }

    public static Profil lire(String code) {
        return ProfilConfig.lire("classpath:profils/" + code + ".yaml", Validation.buildDefaultValidatorFactory().getValidator());
    }
}
