package fr.jalon.ip.reception;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Who transmitted, in what capacity. Read it through {@link RegardTransmetteur}: a private or confidential person is known to those
 * who received the information only.
 */
@Embeddable
public record Transmetteur(
        @Column(name = "transmetteur_nom") String nom,
        @Column(name = "transmetteur_qualite") String qualite,
        @Column(name = "transmetteur_contact") String contact,
        @Column(name = "transmetteur_professionnel") boolean professionnel,
        @Column(name = "transmetteur_anonyme") boolean anonyme,
        @Column(name = "transmetteur_confidentiel") boolean confidentiel) {
}
