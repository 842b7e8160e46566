package fr.jalon.ip.consigne;

import java.util.List;

/** What a request of the parquet forbids, and the steps of the path it holds. */
public enum Portee {
    CONTACT("Ne pas prendre contact avec la famille ni l’enfant", List.of("evaluer")),
    INFORMATION("Ne pas informer les titulaires de l’autorité parentale", List.of("informer")),
    AUDITION("Ne pas recueillir la parole de l’enfant sur les faits", List.of());

    private final String libelle;
    private final List<String> etapes;

    Portee(String libelle, List<String> etapes) {
        this.libelle = libelle;
        this.etapes = etapes;
    }

    public String libelle() {
        return libelle;
    }

    /** Steps shown as held, by element id; a scope that forbids one act only holds none. */
    public List<String> etapes() {
        return etapes;
    }

    /** Steps shown as held while the information is not yet qualified: what holds a step of the IP holds its first analysis. */
    public List<String> etapesInformation() {
        return etapes.isEmpty() ? List.of() : List.of("premiere-analyse");
    }
}
