package fr.jalon.mesure.attente;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The order of a waiting list: who stands before whom, and who is made to wait by whom. */
final class FileAttente {

    /**
     * Administrative measures that wait behind a judicial one of the same territory and product.
     *
     * @param derriere behind at least one
     * @param depassees behind at least one whose wait began after theirs
     */
    record Passees(long derriere, long depassees) {
    }

    private FileAttente() {
    }

    static Comparator<MesureEnAttente> comparateur(TriAttente tri) {
        Comparator<MesureEnAttente> par = switch (tri) {
            case ORDRE -> Comparator.comparing(MesureEnAttente::place);
            // Days compare faster than the keys made of them, and alike.
            case TERME -> Comparator.comparingLong(m -> m.terme() == null ? Integer.MAX_VALUE : m.terme().toEpochDay());
            case DECISION -> Comparator.comparingLong(m -> m.decideeLe().toEpochDay());
        };
        return par.thenComparing(MesureEnAttente::id);
    }

    /** @param file in the order of the list */
    static Passees passees(List<MesureEnAttente> file) {
        Map<String, java.time.LocalDate> derniereJudiciaire = new HashMap<>();
        long derriere = 0;
        long depassees = 0;
        for (MesureEnAttente m : file) {
            String guichet = m.unite() + " " + m.produit();
            if (m.judiciaire()) {
                derniereJudiciaire.merge(guichet, m.depuis(), (a, b) -> a.isAfter(b) ? a : b);
            } else if (derniereJudiciaire.containsKey(guichet)) {
                derriere++;
                if (derniereJudiciaire.get(guichet).isAfter(m.depuis())) {
                    depassees++;
                }
            }
        }
        return new Passees(derriere, depassees);
    }

    /**
     * A place just before or just after another measure.
     *
     * @param file in the order of the list
     * @return halfway to the neighbour, or a day beyond the end; empty when the reference is not in the list
     */
    static java.util.Optional<BigDecimal> place(List<MesureEnAttente> file, UUID deplacee, UUID repere, boolean avant) {
        List<MesureEnAttente> autres = new ArrayList<>(file);
        autres.removeIf(m -> m.id().equals(deplacee));
        for (int i = 0; i < autres.size(); i++) {
            if (autres.get(i).id().equals(repere)) {
                BigDecimal ici = autres.get(i).place();
                int voisin = avant ? i - 1 : i + 1;
                if (voisin < 0) {
                    return java.util.Optional.of(ici.subtract(BigDecimal.ONE));
                }
                if (voisin == autres.size()) {
                    return java.util.Optional.of(ici.add(BigDecimal.ONE));
                }
                return java.util.Optional.of(ici.add(autres.get(voisin).place()).multiply(new BigDecimal("0.5")).stripTrailingZeros());
            }
        }
        return java.util.Optional.empty();
    }
}
