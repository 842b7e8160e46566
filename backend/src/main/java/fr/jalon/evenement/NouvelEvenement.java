package fr.jalon.evenement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.commun.Sujet;

/**
 * An event about to be appended: {@code NouvelEvenement.de("ip.qualifiee").survenu(instant).unite("cdas-redon").sujet(ip)…}. Dimensions
 * are codes. {@code survenu} is when it happened, which may be long before it is entered.
 */
public final class NouvelEvenement {

    final String type;
    Instant instant;
    LocalDate jour;
    String unite;
    String element;
    String texte;
    UUID annule;
    UUID rectifie;
    final Map<String, String> dimensions = new LinkedHashMap<>();
    final List<Sujet> sujets = new ArrayList<>();

    private NouvelEvenement(String type) {
        this.type = type;
    }

    public static NouvelEvenement de(String type) {
        return new NouvelEvenement(type);
    }

    public NouvelEvenement survenu(Instant instant) {
        this.instant = instant;
        return this;
    }

    /** A day without an hour: kept as noon of that day, so that no zone moves it to another day. */
    public NouvelEvenement survenu(LocalDate jour) {
        this.jour = jour;
        return this;
    }

    public NouvelEvenement unite(String unite) {
        this.unite = unite;
        return this;
    }

    /** BPMN element the event belongs to: the drawn path comes from here, not from the engine's history. */
    public NouvelEvenement element(String element) {
        this.element = element;
        return this;
    }

    public NouvelEvenement sujet(Sujet sujet) {
        if (!sujets.contains(sujet)) {
            this.sujets.add(sujet);
        }
        return this;
    }

    public NouvelEvenement sujets(Iterable<Sujet> plusieurs) {
        plusieurs.forEach(this::sujet);
        return this;
    }

    /** A code; null is left out. */
    public NouvelEvenement dimension(String nom, Object valeur) {
        if (valeur != null) {
            this.dimensions.put(nom, valeur.toString());
        }
        return this;
    }

    /** Words of an agent (a reason, a comment): kept apart, erasable. */
    public NouvelEvenement texte(String texte) {
        this.texte = texte == null || texte.isBlank() ? null : texte;
        return this;
    }

    /** This event says that another one never was. */
    public NouvelEvenement annule(UUID evenement) {
        this.annule = evenement;
        return this;
    }

    /** This event replaces another one. */
    public NouvelEvenement rectifie(UUID evenement) {
        this.rectifie = evenement;
        return this;
    }
}
