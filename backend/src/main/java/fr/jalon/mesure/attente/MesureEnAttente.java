package fr.jalon.mesure.attente;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A waiting measure as the whole board counts it; what only a page shows (names, words of a reason) is read for that page.
 *
 * @param affectable a service is to exercise it, not the unit itself
 * @param accord the holders' agreement is awaited
 * @param freres other children of the same decision or brothers and sisters who wait too, among those in sight
 * @param rang where somebody proposed to put it, on the scale of {@link #place()}; null when nobody did since this wait began
 */
record MesureEnAttente(UUID id, String numero, UUID enfant, UUID decision, boolean accord, String cadre, String base, String produit,
        String unite, String service, boolean affectable, LocalDate decideeLe, LocalDate attenteDepuis, LocalDate terme, LocalDate debutPrevu,
        LocalDate affecteeLe, boolean urgence, long version, boolean moinsDeDeuxAns, int freres, Bande bande, BigDecimal rang,
        Instant proposeLe, UUID proposePar) {

    private static final int CHIFFRES = 39;

    /** Since when it waits: the day of the decision when nothing says otherwise. */
    LocalDate depuis() {
        return attenteDepuis == null ? decideeLe : attenteDepuis;
    }

    boolean judiciaire() {
        return cadre.equals("JUDICIAIRE");
    }

    /**
     * Where it stands: the day its wait began, in days, with its id as decimals so that no two measures share a place and there is always
     * room between two; or the place that was proposed.
     */
    BigDecimal place() {
        return rang != null ? rang : BigDecimal.valueOf(depuis().toEpochDay()).add(decimales(id));
    }

    BigDecimal cle(TriAttente tri) {
        return switch (tri) {
            case ORDRE -> place();
            case TERME -> terme == null ? BigDecimal.valueOf(Integer.MAX_VALUE) : BigDecimal.valueOf(terme.toEpochDay());
            case DECISION -> BigDecimal.valueOf(decideeLe.toEpochDay());
        };
    }

    private static BigDecimal decimales(UUID id) {
        BigInteger haut = new BigInteger(Long.toUnsignedString(id.getMostSignificantBits()));
        BigInteger bas = new BigInteger(Long.toUnsignedString(id.getLeastSignificantBits()));
        return new BigDecimal(haut.shiftLeft(64).or(bas), CHIFFRES);
    }
}
