package fr.jalon.projet.redaction;

import java.util.UUID;

/**
 * Who a copy is made for.
 *
 * @param adulteId the holder, for a holder known to the file
 * @param nom as written on the copy, or null
 */
public record Destinataire(Genre genre, UUID adulteId, String serviceId, String nom) {

    public enum Genre {
        ENFANT("l’enfant"), TITULAIRE("un titulaire de l’autorité parentale"), JUGE("le juge des enfants"), SERVICE("un service"), TIERS("une autre personne");

        private final String libelle;

        Genre(String libelle) {
            this.libelle = libelle;
        }

        public String libelle() {
            return libelle;
        }
    }
}
