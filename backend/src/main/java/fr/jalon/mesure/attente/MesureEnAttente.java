package fr.jalon.mesure.attente;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A waiting measure as the whole board counts it; what only a page shows (names, words of a reason) is read for that page.
 *
 * @param affectable a service is to exercise it, not the unit itself
 * @param accord the holders' agreement is awaited
 * @param freres other children of the same decision or brothers and sisters who wait too, among those in sight
 * @param rang where somebody proposed to put it, on the scale of {@code place}; null when nobody did since this wait began
 * @param place where it stands: the day its wait began, in days, with its id as decimals so that no two measures share a place and there is
 *        always room between two; or the place that was proposed. Computed once: a list is sorted by it.
 */
record MesureEnAttente(UUID id, String numero, UUID enfant, UUID decision, boolean accord, String cadre, String base, String produit,
        String unite, String service, boolean affectable, LocalDate decideeLe, LocalDate attenteDepuis, LocalDate terme, LocalDate debutPrevu,
        LocalDate affecteeLe, boolean urgence, long version, boolean moinsDeDeuxAns, int freres, Bande bande, BigDecimal rang,
        Instant proposeLe, UUID proposePar, BigDecimal place) {

    private static final int CHIFFRES = 39;

    MesureEnAttente {
        place = rang != null ? rang : BigDecimal.valueOf((attenteDepuis == null ? decideeLe : attenteDepuis).toEpochDay()).add(decimales(id));
    }

    /** Since when it waits: the day of the decision when nothing says otherwise. */
    LocalDate depuis() {
        return attenteDepuis == null ? decideeLe : attenteDepuis;
    }

    boolean judiciaire() {
        return cadre.equals("JUDICIAIRE");
    }

    BigDecimal cle(TriAttente tri) {
        return switch (tri) {
            case ORDRE -> place;
            case TERME -> terme == null ? BigDecimal.valueOf(Integer.MAX_VALUE) : BigDecimal.valueOf(terme.toEpochDay());
            case DECISION -> BigDecimal.valueOf(decideeLe.toEpochDay());
        };
    }

    private static BigDecimal decimales(UUID id) {
        byte[] octets = ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array();
        return new BigDecimal(new BigInteger(1, octets), CHIFFRES);
    }
}
