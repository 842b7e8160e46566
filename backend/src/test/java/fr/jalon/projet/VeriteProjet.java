package fr.jalon.projet;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import fr.jalon.projet.CarnetProjets.Enfant;

/** What is true of a child day by day, worked out from what was told without any of the code of the projet. */
public final class VeriteProjet {

    private static final int JOURS = 4000;

    private final Enfant e;
    private LocalDate origine;
    /** First of the unbroken days open until each, day after day; null when it is not. */
    private LocalDate[] chemins;

    public VeriteProjet(Enfant e) {
        this.e = e;
    }

    private void compter() {
        origine = e.exercices.stream().map(ProjetEnLot.Exercice::debut).min(LocalDate::compareTo).orElseThrow();
        chemins = new LocalDate[JOURS];
        List<ProjetEnLot.Exercice> siennes = mesures();
        for (int n = 0; n < JOURS; n++) {
            LocalDate jour = origine.plusDays(n);
            if (siennes.stream().anyMatch(x -> le(x, jour))) {
                chemins[n] = n > 0 && chemins[n - 1] != null ? chemins[n - 1] : jour;
            }
        }
    }

    private List<ProjetEnLot.Exercice> mesures() {
        LocalDate majorite = majorite();
        return e.exercices.stream().filter(x -> majorite == null || debut(x).isBefore(majorite)).toList();
    }

    public LocalDate majorite() {
        return e.naissance.exacte() ? e.naissance.le().plusYears(18) : null;
    }

    private LocalDate debut(ProjetEnLot.Exercice x) {
        return e.exercices.stream().filter(y -> y.mesure().equals(x.mesure())).map(ProjetEnLot.Exercice::debut).min(LocalDate::compareTo).orElseThrow();
    }

    private static boolean le(ProjetEnLot.Exercice x, LocalDate jour) {
        return !jour.isBefore(x.debut()) && (x.fin() == null || jour.isBefore(x.fin()));
    }

    /** A measure is exercised: the projet is open. */
    public boolean ouvertLe(LocalDate jour) {
        return chemin(jour) != null;
    }

    /** Whatever the law asks a projet for. */
    public boolean exerceLe(LocalDate jour) {
        return e.exercices.stream().anyMatch(x -> le(x, jour));
    }

    /** First of the unbroken days open until this one, or null. */
    public LocalDate chemin(LocalDate jour) {
        if (chemins == null) {
            compter();
        }
        long rang = java.time.temporal.ChronoUnit.DAYS.between(origine, jour);
        return rang < 0 ? null : chemins[(int) Math.min(rang, JOURS - 1)];
    }

    private Optional<LocalDate> etabli(LocalDate jour) {
        LocalDate chemin = chemin(jour);
        return e.gestes.stream().filter(g -> g.genre() == GenreActeProjet.ETABLISSEMENT).map(ProjetEnLot.Geste::le)
                .filter(le -> !le.isBefore(chemin) && !le.isAfter(jour)).max(Comparator.naturalOrder());
    }

    public boolean valideLe(LocalDate jour) {
        if (!ouvertLe(jour)) {
            return false;
        }
        LocalDate etabli = etabli(jour).orElse(null);
        if (etabli == null) {
            return false;
        }
        boolean petit = e.naissance.exacte() && e.naissance.le().plusYears(2).isAfter(etabli);
        return !jour.isAfter(etabli.plusMonths(petit ? 6 : 12));
    }

    public boolean avecMep(LocalDate jour) {
        LocalDate etabli = etabli(jour).orElseThrow();
        return mesures().stream().anyMatch(x -> le(x, etabli) && x.produit().startsWith("MEP"));
    }

    /** The placement first, then the measure whose stretch began last. */
    public String uniteLe(LocalDate jour) {
        return mesures().stream().filter(x -> le(x, jour)).min(Comparator.comparing((ProjetEnLot.Exercice x) -> !x.accueil())
                .thenComparing(ProjetEnLot.Exercice::debut, Comparator.reverseOrder()).thenComparing(ProjetEnLot.Exercice::mesure)).orElseThrow().unite();
    }

    /** First day open of each unbroken run of days, in a span. */
    public List<LocalDate> chemins(LocalDate du, LocalDate au) {
        return du.datesUntil(au.plusDays(1)).filter(j -> ouvertLe(j) && !ouvertLe(j.minusDays(1))).toList();
    }

    /** The day of the first establishment in a path, or null. */
    public LocalDate etabliDansLeChemin(LocalDate chemin) {
        return e.gestes.stream().filter(g -> g.genre() == GenreActeProjet.ETABLISSEMENT).map(ProjetEnLot.Geste::le).filter(le -> !le.isBefore(chemin)
                && chemin.equals(ouvertLe(le) ? chemin(le) : chemin(le.minusDays(1)))).min(Comparator.naturalOrder()).orElse(null);
    }

    /** First day no longer open after this one, or null when it never ends. */
    public LocalDate finDuChemin(LocalDate chemin) {
        for (LocalDate jour = chemin; jour.isBefore(origine.plusDays(JOURS)); jour = jour.plusDays(1)) {
            if (!ouvertLe(jour)) {
                return jour;
            }
        }
        return null;
    }

    public boolean dejaEtabliAvant(LocalDate chemin) {
        return e.gestes.stream().anyMatch(g -> g.genre() == GenreActeProjet.ETABLISSEMENT && g.le().isBefore(chemin));
    }

    public Enfant enfant() {
        return e;
    }
}
