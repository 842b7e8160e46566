package fr.jalon.indicateur;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.SortedMap;

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

    /** The same of how many lasted each length. @param nombres by length, shortest first */
    BigDecimal calculer(SortedMap<Integer, Long> nombres) {
        long n = nombres.values().stream().mapToLong(Long::longValue).sum();
        if (n == 0) {
            return null;
        }
        return switch (this) {
            case MOYENNE -> BigDecimal.valueOf(nombres.entrySet().stream().mapToLong(e -> e.getKey() * e.getValue()).sum())
                    .divide(BigDecimal.valueOf(n), 1, RoundingMode.HALF_UP);
            case MEDIANE -> BigDecimal.valueOf(rang(nombres, (n - 1) / 2) + rang(nombres, n / 2)).divide(BigDecimal.valueOf(2), 1, RoundingMode.UNNECESSARY)
                    .stripTrailingZeros();
            case P90 -> BigDecimal.valueOf(rang(nombres, (9 * n + 9) / 10 - 1));
        };
    }

    private static long rang(SortedMap<Integer, Long> nombres, long rang) {
        long avant = 0;
        for (var e : nombres.entrySet()) {
            avant += e.getValue();
            if (avant > rang) {
                return e.getKey();
            }
        }
        throw new IllegalArgumentException("rang");
    }

    BigDecimal calculer(List<Long> longueurs) {
        if (longueurs.isEmpty()) {
            return null;
        }
        return de(longueurs.stream().sorted().toList());
    }
}
