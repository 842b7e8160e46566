package fr.jalon.brouillon;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import fr.jalon.commun.chiffrement.Chiffrement;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Closes a draft for its owner: a row moved to somebody else, or written with a key since lost, opens for nobody. */
@Component
class Coffre {

    private static final Logger LOG = LoggerFactory.getLogger(Coffre.class);

    private final Chiffrement chiffrement;

    Coffre(Chiffrement chiffrement) {
        this.chiffrement = chiffrement;
    }

    byte[] fermer(String clair, String proprietaire) {
        return chiffrement.chiffrer(clair.getBytes(StandardCharsets.UTF_8), proprietaire);
    }

    /** Empty when it cannot be opened: the person starts again, and their page does not fail for a draft. */
    Optional<String> ouvrir(byte[] ferme, String proprietaire) {
        try {
            return Optional.of(new String(chiffrement.dechiffrer(ferme, proprietaire), StandardCharsets.UTF_8));
        } catch (IllegalStateException e) {
            LOG.warn("Un brouillon ne s’ouvre pas : la clé a changé ou la ligne a été altérée");
            return Optional.empty();
        }
    }
}
