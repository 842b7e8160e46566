package fr.jalon.departement;

import jakarta.validation.Validation;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Any of the five départements, without the application around it. */
public final class DepartementDEssai {

    private DepartementDEssai() {
    }

    /** @param jdbc where its units are read; null when they are not */
    public static Departement de(String code, JdbcClient jdbc) {
        return new Departement(ProfilConfig.lire("classpath:profils/" + code + ".yaml", Validation.buildDefaultValidatorFactory().getValidator()), jdbc);
    }
}
