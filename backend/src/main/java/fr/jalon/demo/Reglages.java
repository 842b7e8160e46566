package fr.jalon.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param peupler false: nothing is written, people included
 * @param personnesSeules the demo people and no file
 * @param graine another seed, another département
 * @param ancre the day that is « today » for what is generated; the real one when absent
 * @param echelle part of the real volumes (1: all)
 * @param sans works left out, by name ({@link Ouvrage#nom}): {@code MesuresEcrites} leaves the informations préoccupantes alone
 */
@ConfigurationProperties("jalon.demo")
record Reglages(@DefaultValue("true") boolean peupler, boolean personnesSeules, @DefaultValue("35") long graine, LocalDate ancre,
        @DefaultValue("1") BigDecimal echelle, @DefaultValue Set<String> sans) {
}
