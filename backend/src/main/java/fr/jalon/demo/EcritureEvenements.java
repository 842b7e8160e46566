package fr.jalon.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.commun.Sujet;

/**
 * The events and periods of a closed file, written in bulk: the one place that states again what the live services append. A test drives
 * the same file through the services and compares types, elements, dimensions, subjects and periods.
 */
final class EcritureEvenements {

    private static final String EVENEMENT = "evenement(id, type, survenu_le, jour, enregistre_le, unite_id, auteur_id, element, dimensions)";
    private static final String SUJET = "evenement_sujet(evenement_id, sujet_type, sujet_id)";
    private static final String PERIODE = "periode(version_id, periode_id, segment, genre, sujet_type, sujet_id, unite_id, dimensions, debut, fin)";

    private final Copie copie;
    private final Hasard hasard;
    private final ZoneId zone;
    private long ordre;

    EcritureEvenements(Copie copie, Hasard hasard, ZoneId zone) {
        this.copie = copie;
        this.hasard = hasard;
        this.zone = zone;
    }

    static void annoncer(Copie copie) {
        copie.annoncer(EVENEMENT, SUJET, PERIODE);
    }

    /** Who acts, for whom and on what. */
    record Cadre(String unite, Personnel.Agent par, List<Sujet> sujets) {
    }

    UUID evenement(String type, Instant le, String element, Cadre cadre, Object... dimensions) {
        return evenement(type, le, le, element, cadre, dimensions);
    }

    UUID evenement(String type, Instant survenu, Instant enregistre, String element, Cadre cadre, Object... dimensions) {
        UUID id = hasard.id(enregistre.toEpochMilli());
        // Microseconds keep the order in which one act says several things.
        copie.ligne(EVENEMENT, id, type, survenu, survenu.atZone(zone).toLocalDate(), enregistre.plus(ordre++ % 900, ChronoUnit.MICROS), cadre.unite(),
                cadre.par() == null ? null : cadre.par().id(), element, json(dimensions));
        cadre.sujets().forEach(s -> copie.ligne(SUJET, id, s.type(), s.id()));
        return id;
    }

    void periode(String genre, Sujet sujet, String unite, Map<String, String> dimensions, LocalDate debut, LocalDate fin) {
        UUID id = hasard.id(debut.atStartOfDay(zone).toInstant().toEpochMilli());
        copie.ligne(PERIODE, id, id, 0, genre, sujet.type(), sujet.id(), unite, json(aPlat(dimensions)), debut, fin);
    }

    /** Two segments when the unit in charge changes on the day of the mandate. */
    void periode(String genre, Sujet sujet, String unite, String ensuite, LocalDate change, Map<String, String> dimensions, LocalDate debut, LocalDate fin) {
        if (unite.equals(ensuite)) {
            periode(genre, sujet, unite, dimensions, debut, fin);
            return;
        }
        long millis = debut.atStartOfDay(zone).toInstant().toEpochMilli();
        UUID id = hasard.id(millis);
        copie.ligne(PERIODE, id, id, 0, genre, sujet.type(), sujet.id(), unite, json(aPlat(dimensions)), debut, change);
        copie.ligne(PERIODE, hasard.id(millis), id, 1, genre, sujet.type(), sujet.id(), ensuite, json(aPlat(dimensions)), change, fin);
    }

    private static Object[] aPlat(Map<String, String> dimensions) {
        return dimensions.entrySet().stream().flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue())).toArray();
    }

    /** Codes only: nothing to escape; an absent value is left out. */
    static String json(Object... dimensions) {
        Map<String, Object> gardees = new LinkedHashMap<>();
        for (int i = 0; i < dimensions.length; i += 2) {
            if (dimensions[i + 1] != null) {
                gardees.put((String) dimensions[i], dimensions[i + 1]);
            }
        }
        StringBuilder texte = new StringBuilder("{");
        gardees.forEach((k, v) -> texte.append(texte.length() > 1 ? "," : "").append('"').append(k).append("\":\"").append(v).append('"'));
        return texte.append('}').toString();
    }
}
