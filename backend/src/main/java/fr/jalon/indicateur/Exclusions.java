package fr.jalon.indicateur;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;

/**
 * What is near a figure and out of it, with how many by each condition of its formula. Where the definition names a condition in its own words, they
 * are the ones told; words about what no fact tells stay without a number.
 */
@Component
class Exclusions {

    /** Words of definitions that say a condition otherwise than {@link RaisonsExclusion} does. */
    private static final Map<String, Pattern> DITES = Map.of(
            RaisonsExclusion.FINIES, mots(".*(finie?s|close?s|levées|plus en vigueur)"),
            RaisonsExclusion.EN_COURS, mots(".*(en cours|encore ouvertes|pas finies)"),
            RaisonsExclusion.NON_DEMARREES, mots(".*(non démarrées|pas encore démarrées|attendent d’être exercés|(non|pas encore) exécutés)"),
            RaisonsExclusion.ATTENTE_ACCORD, mots(".*attente de l’accord.*"),
            RaisonsExclusion.AGE_INCONNU, mots(".*naissance n(on|’est pas) connue.*"),
            "IP dont le délai est réduit, comptées à part", mots("délais réduits"),
            "Repères annulés", mots(".*annulée?s"), "Décisions annulées", mots(".*annulée?s"),
            "Signalements annulés", mots(".*annulée?s"), "Actes annulés", mots(".*annulée?s( par une correction)?"));
    private static final Pattern DUREE = Pattern.compile("Mesures (de moins de|finies avant) (\\d+) mois.*");

    private final Catalogue catalogue;
    private final FaitsTenus tenus;
    private final ActesAnnules annules;
    private final Clotures clotures;

    Exclusions(Catalogue catalogue, FaitsTenus tenus, ActesAnnules annules, Clotures clotures) {
        this.catalogue = catalogue;
        this.tenus = tenus;
        this.annules = annules;
        this.clotures = clotures;
    }

    private static Pattern mots(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    List<Comptage.Exclu> de(Indicateur i, int annee, Connu connu) {
        Clotures.Lecture l = clotures.de(connu);
        if (i.mesure() instanceof FormuleComposee composee) {
            List<Comptage.Exclu> exclus = new ArrayList<>();
            parts(composee, new LinkedHashMap<>()).values().forEach(o -> dire(o.exclus(), compter(o, annee, l, connu)).stream().filter(x -> x.nombre() != null)
                    .forEach(x -> exclus.add(new Comptage.Exclu("«\u00a0" + o.libelle() + "\u00a0»\u00a0: " + minuscule(x.raison()), x.nombre()))));
            exclus.addAll(dire(i.exclus(), Map.of()));
            return exclus;
        }
        return dire(i.exclus(), compter(i, annee, l, connu));
    }

    /** What it is made of in the end, each once. */
    private Map<String, Indicateur> parts(FormuleComposee composee, Map<String, Indicateur> parts) {
        composee.operandes().stream().map(catalogue::siConnu).flatMap(java.util.Optional::stream).forEach(o -> {
            if (o.mesure() instanceof FormuleComposee c) {
                parts(c, parts);
            } else {
                parts.putIfAbsent(o.code(), o);
            }
        });
        return parts;
    }

    /** Empty where the figure is not known. */
    private Map<String, Long> compter(Indicateur i, int annee, Clotures.Lecture l, Connu connu) {
        Faits faits = connu.estMaintenant() ? tenus.maintenant(l.cloture()) : tenus.lire(l.cloture());
        if (Recompte.inconnu(i, faits.premierJour(i.mesure()), annee, l.aujourdhui()) != null) {
            return Map.of();
        }
        Portee portee = Recompte.portee(i, annee, l.aujourdhui(), null);
        String acte = Proches.acte(i.mesure());
        Proches.Annules cancelled = acte == null ? Proches.Annules.AUCUN
                : new Proches.Annules(acte, annules.lire(acte, du(portee), portee.jour(), l.cloture()));
        return Proches.de(i.mesure(), faits, portee, cancelled).exclus();
    }

    private static LocalDate du(Portee portee) {
        return portee.du().isAfter(portee.jour()) ? portee.jour() : portee.du();
    }

    /** Each condition once, in the words of the definition where it has some. */
    static List<Comptage.Exclu> dire(List<String> mots, Map<String, Long> comptes) {
        Map<String, Long> dits = new LinkedHashMap<>();
        List<String> restants = new ArrayList<>(mots == null ? List.of() : mots);
        comptes.forEach((raison, nombre) -> {
            String dite = restants.stream().filter(m -> memes(raison, m)).findFirst().orElse(raison);
            restants.remove(dite);
            dits.merge(dite, nombre, Long::sum);
        });
        List<Comptage.Exclu> exclus = new ArrayList<>();
        dits.forEach((raison, nombre) -> exclus.add(new Comptage.Exclu(raison, nombre)));
        restants.forEach(m -> exclus.add(new Comptage.Exclu(m, null)));
        return exclus;
    }

    private static boolean memes(String raison, String mot) {
        return raison.equalsIgnoreCase(mot) || DITES.containsKey(raison) && DITES.get(raison).matcher(mot).matches()
                || DUREE.matcher(raison).matches() && enLettres(raison).equalsIgnoreCase(mot);
    }

    private static String enLettres(String raison) {
        return raison.replace(" 3 mois", " trois mois").replace(" 6 mois", " six mois").replace(" 1 mois", " un mois");
    }

    private static String minuscule(String raison) {
        return raison.startsWith("IP ") || raison.startsWith("MNA") ? raison : Character.toLowerCase(raison.charAt(0)) + raison.substring(1);
    }
}
