package fr.jalon.demo;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Chance that can be drawn again: the same seed and the same words give the same draws, whatever was drawn before. Each file has its
 * own, so that a run that stopped goes on as if it had not.
 */
final class Hasard {

    private final RandomGenerator generateur;

    private Hasard(long graine) {
        this.generateur = new java.util.SplittableRandom(graine);
    }

    static Hasard de(long graine, Object... mots) {
        long h = graine;
        for (Object mot : mots) {
            h = melanger(h ^ mot.toString().hashCode() * 0x9E3779B97F4A7C15L);
        }
        return new Hasard(h);
    }

    /** SplitMix64's finaliser: neighbours in, strangers out. */
    private static long melanger(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    boolean chance(double probabilite) {
        return generateur.nextDouble() < probabilite;
    }

    /** Both ends included. */
    int entre(int min, int max) {
        return min + generateur.nextInt(max - min + 1);
    }

    double reel() {
        return generateur.nextDouble();
    }

    double gauss() {
        return generateur.nextGaussian();
    }

    <T> T un(List<T> choix) {
        return choix.get(generateur.nextInt(choix.size()));
    }

    /** One of the values, as often as its weight says. */
    <T> T pese(List<T> choix, int... poids) {
        int somme = java.util.Arrays.stream(poids).sum();
        int tire = generateur.nextInt(somme);
        for (int i = 0; i < poids.length; i++) {
            tire -= poids[i];
            if (tire < 0) {
                return choix.get(i);
            }
        }
        throw new IllegalStateException();
    }

    /** A UUID version 7 of that millisecond, drawn from here: ids follow from the seed too. */
    UUID id(long millis) {
        long haut = (millis << 16) | 0x7000L | (generateur.nextLong() & 0x0FFFL);
        long bas = (generateur.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(haut, bas);
    }

    /** An id for a name that never changes (a person of the directory). */
    static UUID idDe(String nom) {
        byte[] octets = UUID.nameUUIDFromBytes(("jalon-demonstration:" + nom).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        return UUID.nameUUIDFromBytes(ByteBuffer.wrap(octets).array());
    }
}
