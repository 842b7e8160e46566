package fr.jalon.journal;

import java.nio.ByteBuffer;

import javax.crypto.Mac;

import fr.jalon.commun.chiffrement.Chiffrement;

import org.springframework.stereotype.Component;

/** Computes seals: HMAC-SHA256 over the rank, the seal before and the line, with a key derived from {@code jalon.cle}. */
@Component
class Chaine {

    static final byte[] ORIGINE = new byte[32];

    private final Chiffrement chiffrement;

    Chaine(Chiffrement chiffrement) {
        this.chiffrement = chiffrement;
    }

    /** One use, by one thread: a whole pass shares it. */
    Calcul calcul() {
        return new Calcul(chiffrement.sceau("journal"));
    }

    static final class Calcul {

        private final Mac mac;

        private Calcul(Mac mac) {
            this.mac = mac;
        }

        byte[] suivante(byte[] precedente, long rang, LigneScellee ligne) {
            mac.update(ByteBuffer.allocate(Long.BYTES).putLong(rang).array());
            mac.update(precedente);
            return mac.doFinal(ligne.octets());
        }

        byte[] de(String texte) {
            return mac.doFinal(texte.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
