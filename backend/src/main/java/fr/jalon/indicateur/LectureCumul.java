package fr.jalon.indicateur;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.LongSupplier;

import fr.jalon.indicateur.Collecte.AxeCumul;
import fr.jalon.indicateur.Collecte.Cle;
import fr.jalon.indicateur.Collecte.Composante;
import fr.jalon.indicateur.Collecte.Grain;

/** A figure read from the cells of its formula. */
final class LectureCumul {

    private LectureCumul() {
    }

    /** @param p its span begins a year or a month, whichever the grain says, unless only the day is read */
    static Chiffre lire(Formule f, Cellules c, Cle cle, Grain grain, Portee p, List<FaitsMesures.Places> places) {
        return switch (Forme.de(f)) {
            case COMPTE -> nombre(f, cle, c.somme(grain, Composante.NOMBRE, cle, p.du(), p.jour()), () -> c.somme(grain, Composante.FICHIERS, cle, p.du(), p.jour()));
            case STOCK -> nombre(f, cle, c.somme(grain, Composante.NOMBRE, cle, null, p.jour()), () -> c.somme(grain, Composante.FICHIERS, cle, null, p.jour()));
            case TOUCHE -> nombre(f, cle, touches(c, Composante.NOMBRE, Composante.OUVERTURE, cle, grain, p),
                    () -> touches(c, Composante.FICHIERS, Composante.FICHIERS_OUVERTURE, cle, grain, p));
            case PART -> part(f, c.somme(grain, Composante.NOMBRE, cle, p.du(), p.jour()), c.somme(grain, Composante.BASE, cle, p.du(), p.jour()));
            case PART_STOCK -> part(f, c.somme(grain, Composante.NOMBRE, cle, null, p.jour()), c.somme(grain, Composante.BASE, cle, null, p.jour()));
            case LONGUEUR -> longueur(f, c, cle, grain, p);
            case JOURNEES -> new Chiffre(BigDecimal.valueOf(integrale(c, cle, grain, p.jour()) - integrale(c, cle, grain, p.du().minusDays(1))), null,
                    touches(c, Composante.FICHIERS, Composante.FICHIERS_OUVERTURE, cle, grain, p), null);
            case OCCUPATION -> occupation((FormuleMesure.Occupation) f, c, grain, p, places);
            case AUCUNE -> throw new IllegalArgumentException("Ne s’additionne pas");
        };
    }

    private static Chiffre nombre(Formule f, Cle cle, long n, LongSupplier fichiers) {
        return new Chiffre(BigDecimal.valueOf(n), null, cle.axe() == AxeCumul.TOTAL && aFichiers(f) ? fichiers.getAsLong() : n, null);
    }

    /** It counts something else than the files of its list. */
    private static boolean aFichiers(Formule f) {
        return f instanceof Formule.Mineurs || f instanceof FormuleMesure.EnCours e && e.quoi() == FormuleMesure.Compte.ENFANTS
                || f instanceof FormuleMesure.Touches t && t.quoi() == FormuleMesure.Compte.ENFANTS
                || f instanceof FormuleMesure.Mouvements m && m.quoi() == FormuleMesure.Compte.ENFANTS
                || f instanceof FormuleMesure.Actes a && a.quoi() == FormuleMesure.Compte.ENFANTS;
    }

    private static long touches(Cellules c, Composante venus, Composante ouverts, Cle cle, Grain grain, Portee p) {
        return c.somme(grain, ouverts, cle, null, p.du()) + c.somme(grain, venus, cle, p.du().plusDays(1), p.jour());
    }

    private static Chiffre part(Formule f, long n, long base) {
        return base == 0 ? Chiffre.nonConnu(f.vide()) : new Chiffre(pourcent(n, base), null, n, base);
    }

    private static BigDecimal pourcent(long n, long base) {
        return BigDecimal.valueOf(n).multiply(BigDecimal.valueOf(100)).divide(BigDecimal.valueOf(base), 1, RoundingMode.HALF_UP);
    }

    private static Chiffre longueur(Formule f, Cellules c, Cle cle, Grain grain, Portee p) {
        SortedMap<Integer, Long> nombres = c.longueurs(grain, cle, p.du(), p.jour());
        BigDecimal valeur = f instanceof FormuleSuivi.DureeMois ? mois(nombres) : statistique(f).calculer(nombres);
        long n = nombres.values().stream().mapToLong(Long::longValue).sum();
        return valeur == null ? Chiffre.nonConnu(f.vide()) : new Chiffre(valeur, null, (f instanceof FormuleMesure.Longueur || f instanceof FormuleSuivi.DureeMois) && cle.axe() == AxeCumul.TOTAL
                ? c.somme(grain, Composante.FICHIERS, cle, p.du(), p.jour()) : n, null);
    }

    private static BigDecimal mois(SortedMap<Integer, Long> nombres) {
        long n = nombres.values().stream().mapToLong(Long::longValue).sum();
        long jours = nombres.entrySet().stream().mapToLong(e -> e.getKey() * e.getValue()).sum();
        return n == 0 ? null : BigDecimal.valueOf(jours).divide(FormuleSuivi.DureeMois.JOURS.multiply(BigDecimal.valueOf(n)), 2, RoundingMode.HALF_UP);
    }

    static Statistique statistique(Formule f) {
        return f instanceof Formule.Duree d ? d.statistique() : f instanceof FormuleMesure.Delai x ? x.statistique() : ((FormuleMesure.Longueur) f).statistique();
    }

    /** Days since ever, that day included. */
    private static long integrale(Cellules c, Cle cle, Grain grain, LocalDate jour) {
        return (jour.toEpochDay() + 1) * c.somme(grain, Composante.OUVERTS, cle, null, jour) - c.somme(grain, Composante.POIDS, cle, null, jour);
    }

    private static Chiffre occupation(FormuleMesure.Occupation o, Cellules c, Grain grain, Portee p, List<FaitsMesures.Places> places) {
        long somme = 0;
        Set<Cle> pourvus = new HashSet<>();
        for (FaitsMesures.Places x : places) {
            if (x.service() != null && x.ouvertesLe(p.jour()) && FormuleMesure.compteLesPlaces(x, o.filtre(), p)) {
                somme += x.places();
                pourvus.add(Cle.places(x.service(), x.produit()));
            }
        }
        if (somme == 0) {
            return Chiffre.nonConnu(o.vide());
        }
        long occupees = pourvus.stream().mapToLong(s -> c.somme(grain, Composante.NOMBRE, s, null, p.jour())).sum();
        return new Chiffre(pourcent(occupees, somme), null, occupees, occupees);
    }
}
