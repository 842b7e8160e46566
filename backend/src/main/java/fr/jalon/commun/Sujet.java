package fr.jalon.commun;

import java.util.Objects;
import java.util.UUID;

/** The thing a fact is about: a type and an identifier, never a name. */
public record Sujet(TypeSujet type, UUID id) {

    public Sujet {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(id, "id");
    }

    public static Sujet ip(UUID id) {
        return new Sujet(TypeSujet.IP, id);
    }

    public static Sujet information(UUID id) {
        return new Sujet(TypeSujet.INFORMATION, id);
    }

    public static Sujet enfant(UUID id) {
        return new Sujet(TypeSujet.ENFANT, id);
    }

    public static Sujet mineur(UUID id) {
        return new Sujet(TypeSujet.MINEUR_CONCERNE, id);
    }

    public static Sujet mesure(UUID id) {
        return new Sujet(TypeSujet.MESURE, id);
    }

    public static Sujet projet(UUID id) {
        return new Sujet(TypeSujet.PROJET, id);
    }

    public static Sujet autonomie(UUID id) {
        return new Sujet(TypeSujet.AUTONOMIE, id);
    }

    public static Sujet releve(UUID id) {
        return new Sujet(TypeSujet.RELEVE, id);
    }
}
