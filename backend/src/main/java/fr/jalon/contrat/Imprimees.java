package fr.jalon.contrat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import fr.jalon.indicateur.LigneDocument;
import fr.jalon.indicateur.ValeurImprimee;

/**
 * What a document printed for one row, put under the years of its table: the figure the printed table holds, the others beside it, the
 * changes and gaps it printed, right or wrong.
 */
final class Imprimees {

    private static final Pattern ANNEE = Pattern.compile("(\\d{4})(?:/(\\d{4}))?");
    private static final Pattern UNITE_DITE = Pattern.compile("^[\\d\\s.,\\u00a0\\u202f]+\\s+(\\p{L}{4,})$");
    private static final Pattern EVOLUTIONS = Pattern.compile("volutions? imprimées?[^:]*: ((?:-?\\d+ ?%[ /]*)+)");
    private static final Pattern ECARTS = Pattern.compile("carts?(?: réalisé/cible)? imprimés? ?: ((?:-?\\d+ ?%[ /]*)+)");
    private static final Pattern POURCENT = Pattern.compile("-?\\d+");
    private static final Pattern REMARQUE = Pattern.compile("avec la remarque « (.+?) »");

    private record Place(int annee, ValeurImprimee.TypeValeur type) {
    }

    private final Map<Place, List<ValeurImprimee>> parAnnee = new HashMap<>();
    private final List<ValeurImprimee> sansAnnee = new ArrayList<>();
    private final LigneDocument ligne;

    Imprimees(LigneDocument ligne, List<ValeurImprimee> valeurs) {
        this.ligne = ligne;
        for (ValeurImprimee v : valeurs) {
            Integer annee = annee(v.annee());
            if (annee == null) {
                sansAnnee.add(v);
            } else {
                parAnnee.computeIfAbsent(new Place(annee, v.type()), p -> new ArrayList<>()).add(v);
            }
        }
        parAnnee.values().forEach(l -> l.sort(Comparator.comparingInt(Imprimees::rang)));
    }

    /** A school year stands under the year it ends in, as the printed tables do; a span of years under none. */
    static Integer annee(String imprimee) {
        Matcher m = imprimee == null ? null : ANNEE.matcher(imprimee);
        return m == null || !m.matches() ? null : Integer.valueOf(m.group(2) == null ? m.group(1) : m.group(2));
    }

    /** The printed table first, then what says nothing of its perimeter, then running totals, which its cells hold. */
    private static int rang(ValeurImprimee v) {
        String p = v.perimetre() == null ? "" : v.perimetre();
        return p.equals("tableau de bord") ? 0 : p.isEmpty() ? 1 : p.startsWith("cumul") ? 2 : p.startsWith("hors") ? 3 : 4;
    }

    ValeurImprimee de(int annee, ValeurImprimee.TypeValeur type) {
        List<ValeurImprimee> la = parAnnee.get(new Place(annee, type));
        return la == null ? null : la.get(0);
    }

    /** Other figures of that year, with what they cover: « fiche : 1 454 ». */
    List<String> autres(int annee, ValeurImprimee.TypeValeur type) {
        return parAnnee.getOrDefault(new Place(annee, type), List.of()).stream().skip(1).map(Imprimees::dite).toList();
    }

    List<String> sansAnnee() {
        return sansAnnee.stream().map(v -> (v.type() == ValeurImprimee.TypeValeur.CIBLE ? "Cible" : "Réalisé")
                + (v.annee() == null ? "" : " " + v.annee()) + "\u00a0: " + dite(v)).toList();
    }

    static String dite(ValeurImprimee v) {
        String quand = v.dateArrete() == null ? "" : " (" + v.dateArrete() + ")";
        return (v.perimetre() == null ? "" : v.perimetre() + "\u00a0: ") + (v.texte() == null ? v.statut().name() : v.texte()) + quand;
    }

    static Grandeur grandeur(ValeurImprimee v, LigneDocument ligne) {
        if (v.valeur() != null && v.statut() == ValeurImprimee.Statut.CHIFFRE) {
            Matcher m = v.texte() == null ? null : UNITE_DITE.matcher(v.texte().strip());
            return new Grandeur(v.valeur(), null, m != null && m.matches() ? m.group(1) : null);
        }
        return Grandeur.absente(switch (v.statut()) {
            case NR -> "non renseignée (NR imprimé)";
            case ND -> "non disponible (ND imprimé)";
            case NA -> "sans objet";
            default -> ligne.nature() == LigneDocument.Nature.OUI_NON ? "un oui ou non" : "un texte";
        });
    }

    /** Printed changes by span of years: « 2020-2021 » → 1. */
    Map<String, BigDecimal> evolutions(int du, int au) {
        List<BigDecimal> lues = pourcents(EVOLUTIONS);
        Map<String, BigDecimal> parSpan = new LinkedHashMap<>();
        int paires = au - du;
        boolean troisPourQuatre = lues.size() == paires && paires > 1 && lues.get(paires - 1).equals(lues.get(0));
        if (lues.size() == paires + 1 || troisPourQuatre) {
            // The last printed one stands under the whole span; where one is missing it is the one before it.
            for (int n = 0; n < (troisPourQuatre ? paires - 1 : paires); n++) {
                parSpan.put((du + n) + "-" + (du + n + 1), lues.get(n));
            }
            parSpan.put(du + "-" + au, lues.get(lues.size() - 1));
        } else if (lues.size() == paires) {
            for (int n = 0; n < paires; n++) {
                parSpan.put((du + n) + "-" + (du + n + 1), lues.get(n));
            }
        }
        return parSpan;
    }

    /** Printed gaps, when there is one a year; fewer cannot be placed. */
    Map<Integer, BigDecimal> ecarts(int du, int au) {
        List<BigDecimal> lus = pourcents(ECARTS);
        Map<Integer, BigDecimal> parAn = new LinkedHashMap<>();
        if (lus.size() == au - du + 1) {
            for (int n = 0; n < lus.size(); n++) {
                parAn.put(du + n, lus.get(n));
            }
        }
        return parAn;
    }

    /** The caption printed beside the changes, or null. */
    String commentaire() {
        Matcher m = ligne.remarque() == null ? null : REMARQUE.matcher(ligne.remarque());
        return m != null && m.find() ? m.group(1) : null;
    }

    private List<BigDecimal> pourcents(Pattern ou) {
        Matcher m = ligne.remarque() == null ? null : ou.matcher(ligne.remarque());
        return m == null || !m.find() ? List.of() : POURCENT.matcher(m.group(1)).results().map(r -> new BigDecimal(r.group())).collect(Collectors.toList());
    }
}
