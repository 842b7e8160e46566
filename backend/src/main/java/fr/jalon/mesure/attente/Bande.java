package fr.jalon.mesure.attente;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How near the term of a measure that has not started is: beyond it, the measure will have lapsed without having been exercised. */
public enum Bande {
    DEPASSE("Terme dépassé sans exercice", Integer.MIN_VALUE, -1),
    J40("Sera caduque dans 40 jours au plus", 0, 40),
    J90("Sera caduque dans 41 à 90 jours", 41, 90),
    J180("Sera caduque dans 91 à 180 jours", 91, 180),
    AU_DELA("Terme à plus de 180 jours", 181, Integer.MAX_VALUE),
    SANS_TERME("Sans terme écrit", 1, 0);

    private final String libelle;
    private final int de;
    private final int a;

    Bande(String libelle, int de, int a) {
        this.libelle = libelle;
        this.de = de;
        this.a = a;
    }

    public String libelle() {
        return libelle;
    }

    static Bande de(LocalDate terme, LocalDate jour) {
        if (terme == null) {
            return SANS_TERME;
        }
        long jours = ChronoUnit.DAYS.between(jour, terme);
        for (Bande bande : values()) {
            if (jours >= bande.de && jours <= bande.a) {
                return bande;
            }
        }
        throw new IllegalStateException("Les bandes ne couvrent pas " + jours);
    }
}
