package fr.jalon.indicateur;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers entered by hand for rows nothing counts: operands of ratios. */
public interface ValeursManuelles {

    /** The number that stands for that row and year; empty when none was entered, or when it is no number. */
    Optional<BigDecimal> valeur(String code, int annee);
}
