package fr.jalon.contrat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A cell typed or imported, in one of its versions.
 *
 * @param version 1 for the first typing
 * @param base among how many, for a rate
 * @param arreteAu the day the value was read, when it is not the end of the year
 * @param motif why it was changed after the year was closed
 */
public record ValeurSaisie(String code, int annee, Type type, int version, SorteValeur sorte, BigDecimal valeur, String texte, Long base, String source,
        LocalDate arreteAu, String commentaire, String motif, UUID par, Instant saisieLe) {

    public enum Type {
        REALISE, CIBLE
    }

    boolean retiree() {
        return sorte == SorteValeur.RETIREE;
    }
}
