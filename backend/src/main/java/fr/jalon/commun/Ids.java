package fr.jalon.commun;

import java.security.SecureRandom;
import java.util.UUID;

/** Identifiers of the house: UUID version 7 (RFC 9562), so that an index grows at its right edge and an id says nothing of a person. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {
    }

    /** A new identifier; two calls in the same millisecond differ by 74 random bits. */
    public static UUID nouveau() {
        long millis = System.currentTimeMillis();
        long most = (millis << 16) | 0x7000L | (RANDOM.nextInt() & 0x0FFFL);
        long least = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }
}
