package fr.jalon.acces.web;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/** What the session keeps of somebody: an id. Duties are read again at each request, so that a person cut off is cut off at once. */
public record Connecte(UUID id) implements Principal, Serializable {

    @Override
    public String getName() {
        return id.toString();
    }
}
