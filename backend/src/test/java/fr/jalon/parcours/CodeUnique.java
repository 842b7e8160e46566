package fr.jalon.parcours;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the telephone of a person would show: a code of six digits (RFC 6238, 30 seconds, SHA-1), from the secret shown in base 32. */
final class CodeUnique {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private CodeUnique() {
    }

    static String de(String secretBase32) throws GeneralSecurityException {
        return de(octets(secretBase32.replace(" ", "")), Instant.now().getEpochSecond() / 30);
    }

    private static String de(byte[] secret, long pas) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret, "HmacSHA1"));
        byte[] h = mac.doFinal(ByteBuffer.allocate(8).putLong(pas).array());
        int depart = h[h.length - 1] & 0xF;
        int code = ByteBuffer.wrap(h, depart, 4).getInt() & 0x7FFF_FFFF;
        return "%06d".formatted(code % 1_000_000);
    }

    private static byte[] octets(String base32) {
        ByteBuffer octets = ByteBuffer.allocate(base32.length() * 5 / 8);
        int tampon = 0;
        int bits = 0;
        for (char c : base32.toUpperCase(java.util.Locale.ROOT).toCharArray()) {
            tampon = (tampon << 5) | ALPHABET.indexOf(c);
            bits += 5;
            if (bits >= 8 && octets.hasRemaining()) {
                octets.put((byte) (tampon >> (bits - 8)));
                bits -= 8;
            }
        }
        return octets.array();
    }
}
