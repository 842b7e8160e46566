package fr.jalon.indicateur;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Mean, median and percentiles of whole days. Null when there is nothing to measure: a mean of nothing is not zero. */
enum Statistique {

    MOYENNE {
        @Override
        BigDecimal de(List<Long> tries) {
            long somme = tries.stream().mapToLong(Long::longValue).sum();
            return BigDecimal.valueOf(somme).divide(BigDecimal.valueOf(tries.size()), 1, RoundingMode.HALF_UP);
        }
    },
    /** With an even number, half-way between the two in the middle. */
    MEDIANE {
        @Override
        BigDecimal de(List<Long> tries) {
            int n = tries.size();
            long deux = tries.get((n - 1) / 2) + tries.get(n / 2);
            return BigDecimal.valueOf(deux).divide(BigDecimal.valueOf(2), 1, RoundingMode.UNNECESSARY).stripTrailingZeros();
        }
    },
    /** Nearest rank: the shortest length that nine files in ten do not exceed. */
    P90 {
        @Override
        BigDecimal de(List<Long> tries) {
            int rang = (9 * tries.size() + 9) / 10;
            return BigDecimal.valueOf(tries.get(rang - 1));
        }
    };

    abstract BigDecimal de(List<Long> tries);

    BigDecimal calculer(List<Long> longueurs) {
        if (longueurs.isEmpty()) {
            return null;
        }
        return de(longueurs.stream().sorted().toList());
    }
}
