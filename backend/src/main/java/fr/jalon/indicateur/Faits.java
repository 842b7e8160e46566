package fr.jalon.indicateur;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What the events and periods below one fence say, file by file. All figures of an answer come from one reading. */
record Faits(List<Information> informations, List<Ip> ips, FaitsMesures mesures, Map<Calcul, Resultat> calcules) {

    /** A figure of those facts. */
    record Calcul(Formule formule, Portee portee) {
    }

    Faits(List<Information> informations, List<Ip> ips, FaitsMesures mesures) {
        this(informations, ips, mesures, new ConcurrentHashMap<>());
    }

    Faits(List<Information> informations, List<Ip> ips) {
        this(informations, ips, FaitsMesures.AUCUN);
    }

    /** Facts below a fence never change: what everybody asks, the whole département or one unit, is computed once. */
    Resultat calculer(Formule formule, Portee portee) {
        return portee.unites() != null && portee.unites().size() > 1 ? formule.calculer(this, portee)
                : calcules.computeIfAbsent(new Calcul(formule, portee), c -> formule.calculer(this, portee));
    }

    LocalDate premierJour(Formule formule) {
        return formule.premierJour(this);
    }

    /** Before it nothing was recorded: a figure is then not known rather than zero. */
    LocalDate premierJour() {
        return informations.stream().map(i -> i.recue().jour()).min(java.util.Comparator.naturalOrder()).orElse(null);
    }

    /** A stretch of days, the last excluded; {@code fin} null while it runs. */
    record Intervalle(LocalDate debut, LocalDate fin, String unite) {

        boolean ouvertLe(LocalDate jour) {
            return !debut.isAfter(jour) && (fin == null || fin.isAfter(jour));
        }

        /** Lasts some day of the span; lifted the day it began, it lasted none. */
        boolean touche(LocalDate du, LocalDate auInclus) {
            return !debut.isAfter(auInclus) && (fin == null || fin.isAfter(du) && fin.isAfter(debut));
        }
    }

    /** Something that happened on a day, in a unit. */
    record Fait(LocalDate jour, String unite) {
    }

    /**
     * A minor of an IP.
     *
     * @param enfant the child that stands for it since merges
     * @param aNaitre expected when the file was opened
     * @param neLe day of birth of such a child, or null while expected
     */
    record Mineur(UUID enfant, boolean aNaitre, LocalDate neLe) {

        /** An expected child enters no count of minors before birth. */
        boolean comptable(LocalDate jour) {
            return !aNaitre || neLe != null && !neLe.isAfter(jour);
        }
    }

    /**
     * An information received.
     *
     * @param comptee false for persons who declare themselves minors: outside every count
     * @param issue {@code IP}, {@code JOINTE}, {@code TRANSMISE}, {@code NON_QUALIFIEE}, or null while it waits for its analysis
     * @param ip the IP it was qualified as, or null
     */
    record Information(UUID id, Fait recue, boolean comptee, String issue, UUID ip) {

        /** One « IP entrante »: a complement belongs to the IP it joined. */
        boolean entrante() {
            return comptee && !"JOINTE".equals(issue);
        }
    }

    /**
     * An IP that stands.
     *
     * @param traitement from reception to closing, a stretch a unit in charge
     * @param rapport report handed in, or null
     * @param informees everybody told, or null
     * @param sansDecision ended without a decision (transfer, not found, of age, dead, double), or null
     * @param legale earliest legal date of the evaluation among its minors, or null when it was cancelled
     * @param reduite that date is a reduced one
     * @param consignes holds asked by the parquet
     * @param mineurs withdrawn ones left out
     */
    record Ip(UUID id, List<Intervalle> traitement, Fait rapport, Fait informees, Fait sansDecision, LocalDate legale, boolean reduite,
            List<Intervalle> consignes, List<Mineur> mineurs) {

        LocalDate recue() {
            return traitement.get(0).debut();
        }

        String uniteLe(LocalDate jour) {
            for (Intervalle i : traitement) {
                if (i.ouvertLe(jour)) {
                    return i.unite();
                }
            }
            return traitement.get(traitement.size() - 1).unite();
        }

        boolean ouverteLe(LocalDate jour) {
            return traitement.stream().anyMatch(i -> i.ouvertLe(jour));
        }

        /** A hold ran some day between reception and whichever comes first of the report and the legal date. */
        boolean tenueAvantTerme() {
            LocalDate terme = rapport == null || rapport.jour().isAfter(legale) ? legale : rapport.jour();
            return consignes.stream().anyMatch(c -> c.touche(recue(), terme));
        }
    }
}
