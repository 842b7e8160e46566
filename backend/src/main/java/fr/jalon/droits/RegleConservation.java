package fr.jalon.droits;

import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;

/**
 * How long one kind of file is kept, once it ended so.
 *
 * @param aValider an example, or a length nobody of the département has settled: nothing is proposed under it
 * @param reference what a text says, or null when none was found
 */
public record RegleConservation(UUID id, String code, int ordre, String libelle, String genre, String issue, Depart depart, String duree, SortFinal sortFinal,
        String reference, boolean aValider, LocalDate du, String source, String motif) {

    public enum Depart {
        FIN("la fin du dossier"), MAJORITE("la majorité, ou la fin du dossier si elle est plus tardive"), NAISSANCE("la naissance");

        private final String libelle;

        Depart(String libelle) {
            this.libelle = libelle;
        }

        public String libelle() {
            return libelle;
        }
    }

    public enum SortFinal {
        ELIMINATION("Élimination"), TRI("Tri par les Archives"), VERSEMENT("Versement aux Archives");

        private final String libelle;

        SortFinal(String libelle) {
            this.libelle = libelle;
        }

        public String libelle() {
            return libelle;
        }
    }

    /**
     * The day after which the file may go. A birth that is not known is taken as late as it can be: the day the file ended.
     *
     * @param naissance of the child, or null
     */
    LocalDate echue(LocalDate fin, LocalDate naissance) {
        LocalDate ne = naissance == null ? fin : naissance;
        LocalDate depuis = switch (depart) {
            case FIN -> fin;
            case MAJORITE -> plusTard(fin, ne.plusYears(18));
            case NAISSANCE -> ne;
        };
        return plusTard(fin, depuis.plus(Period.parse(duree)));
    }

    private static LocalDate plusTard(LocalDate un, LocalDate autre) {
        return un.isAfter(autre) ? un : autre;
    }

    /** « 10 ans après la majorité… ». */
    public String enMots() {
        Period p = Period.parse(duree);
        String mots = p.getYears() > 0 ? p.getYears() + (p.getYears() > 1 ? " ans" : " an") : "";
        if (p.getMonths() > 0) {
            mots += (mots.isEmpty() ? "" : " et ") + p.getMonths() + " mois";
        }
        return (mots.isEmpty() ? "Aussitôt" : mots) + " après " + depart.libelle();
    }
}
