package fr.jalon.indicateur;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The words that say by which condition something near a figure is out of it. */
final class RaisonsExclusion {

    static final String DECLAREES = "Personnes se déclarant mineures";
    static final String JOINTES = "Compléments joints à une évaluation en cours";
    static final String CONSIGNE = "IP tenues par une consigne du parquet avant leur terme";
    static final String A_NAITRE = "Enfants à naître tant qu’ils ne sont pas nés";
    static final String FINIES = "Plus en cours à cette date";
    static final String EN_COURS = "Encore en cours à la fin de la période";
    static final String NON_DEMARREES = "Décidées, en attente d’être exercées à cette date";
    static final String ATTENTE_ACCORD = "En attente de l’accord des titulaires à cette date";
    static final String AGE_INCONNU = "Naissance non connue au jour près";
    static final String SANS_ENFANT = "Aucun enfant nommé";
    static final String D_UN_JOUR = "Finies le jour de leur début";
    static final String AUTRE_BASE = "Autre base légale";

    /** A dimension that makes another sort of fact altogether: what has another code is not near. */
    private static final String ESPECE = "code";

    private static final Map<String, String> AUTRES = Map.ofEntries(Map.entry("produit", "Autre produit"), Map.entry("base", AUTRE_BASE),
            Map.entry("cadre", "Autre cadre"), Map.entry("service", "Autre service"), Map.entry("motif", "Autre motif"), Map.entry("suite", "Autre suite"),
            Map.entry("issue", "Autre issue"), Map.entry("type", "Autre type"), Map.entry("nature", "Autre nature"), Map.entry("dispositif", "Autre dispositif"),
            Map.entry("logement", "Autre logement"), Map.entry("forme", "Autre forme"), Map.entry("activite", "Autre activité"),
            Map.entry("activiteCode", "Autre activité"), Map.entry("moment", "Autre moment"), Map.entry("genre", "Autre genre"), Map.entry("etat", "Autre état"),
            Map.entry("etape", "Autre étape"), Map.entry("lieu", "Autre lieu"), Map.entry("intervenant", "Autre intervenant"),
            Map.entry("ressources", "Autres ressources"), Map.entry("intensite", "Autre intensité"), Map.entry("examen", "Autre examen"));
    /** Of dimensions that say yes, for whoever does not. */
    private static final Map<String, String> SANS = Map.ofEntries(Map.entry("accueil", "Sans accueil"), Map.entry("voletMedical", "Volet médical resté vide"),
            Map.entry("urgence", "Hors urgence"), Map.entry("souhait", "Sans le souhait noté"), Map.entry("prioritaire", "Non prioritaires"),
            Map.entry("premier", "Autres que le premier"), Map.entry("mna", "Autres que MNA"), Map.entry("mdph", "Sans notification MDPH"),
            Map.entry("mep", "Sans passage par la mesure unique"), Map.entry("horsSecteur", "Dans le secteur"), Map.entry("effective", "Non suivies d’effet"),
            Map.entry("droitCommun", "Sans accès au droit commun"), Map.entry("logementStable", "Sans logement stable"), Map.entry("activite", "Sans activité"), Map.entry("ressources", "Sans ressources"));
    /** Of dimensions that say no, for whoever says yes. */
    private static final Map<String, String> AVEC = Map.of("mna", "MNA", "logementStable", "Avec un logement stable", "ressources", "Avec des ressources", "activite", "Avec une activité");
    private static final Map<String, String> GENRES = Map.of("CONFIE", "accueil", "EXERCEE", "mesure exercée", "LIEU_ACCUEIL", "lieu d’accueil",
            "PROJET_VALIDE", "projet en vigueur", "PROJET", "projet ouvert", "AUTONOMIE", "parcours vers l’autonomie", "ATTENTE_EXERCICE", "mesure en attente",
            "MESURE", "mesure");

    private RaisonsExclusion() {
    }

    /** It is of the sort counted, whatever the other conditions say of it. */
    static boolean espece(Map<String, List<String>> filtre, Map<String, String> dimensions) {
        return filtre == null || !filtre.containsKey(ESPECE) || filtre.get(ESPECE).contains(dimensions.get(ESPECE));
    }

    /** The first dimension that is not as asked, or null. */
    static String filtre(Map<String, List<String>> filtre, Map<String, String> dimensions) {
        if (filtre != null) {
            for (Map.Entry<String, List<String>> f : filtre.entrySet()) {
                if (!f.getValue().contains(dimensions.getOrDefault(f.getKey(), "ABSENT"))) {
                    return autre(f.getKey(), f.getValue());
                }
            }
        }
        return null;
    }

    static String autre(String dimension, List<String> voulues) {
        if (voulues.equals(List.of("ABSENT")) && "accueil".equals(dimension)) {
            return "Avec accueil";
        }
        String dite = voulues.contains("OUI") ? SANS.get(dimension) : voulues.contains("NON") ? AVEC.get(dimension) : null;
        return dite != null ? dite : AUTRES.getOrDefault(dimension, "Autre valeur de « " + dimension + " »");
    }

    static String sans(String genre) {
        return "Sans " + GENRES.getOrDefault(genre, "le repère demandé");
    }

    static String ans(int ans) {
        return ans + " ans ou plus";
    }

    static String moinsDe(int ans) {
        return "Moins de " + ans + " ans";
    }

    /** Which children count, and why another does not. */
    record Choix(Enfants voulus, Set<UUID> mna, Map<UUID, LocalDate> naissances) {

        static Choix de(Enfants voulus, Faits faits) {
            return new Choix(voulus, voulus == null || voulus.mna() == null ? Set.of() : Enfants.mna(faits), faits.mesures().naissances());
        }

        String refus(UUID enfant, LocalDate jour) {
            if (voulus == null) {
                return null;
            }
            if (voulus.mna() != null && mna.contains(enfant) != voulus.mna()) {
                return voulus.mna() ? "Autres que MNA" : "MNA";
            }
            return age(naissances.get(enfant), jour, voulus.du(), voulus.moinsDe());
        }
    }

    static String age(LocalDate naissance, LocalDate jour, Integer du, Integer moinsDe) {
        if (du == null && moinsDe == null) {
            return null;
        }
        if (naissance == null) {
            return AGE_INCONNU;
        }
        if (du != null && naissance.plusYears(du).isAfter(jour)) {
            return moinsDe(du);
        }
        return moinsDe != null && !naissance.plusYears(moinsDe).isAfter(jour) ? ans(moinsDe) : null;
    }

    static String annules(String type) {
        return type.startsWith("releve.") ? "Repères annulés" : "ip.decidee".equals(type) ? "Décisions annulées"
                : type.startsWith("signalement.") ? "Signalements annulés" : "Actes annulés";
    }
}
