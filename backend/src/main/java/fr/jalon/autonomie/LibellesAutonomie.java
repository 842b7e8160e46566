package fr.jalon.autonomie;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import fr.jalon.autonomie.PageAutonomie.MotAutonomie;
import fr.jalon.commun.temps.EnFrancais;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;

import org.springframework.stereotype.Component;

/** The words of codes, as screens and letters say them. */
@Component
class LibellesAutonomie {

    private static final Map<String, String> ISSUES = Map.of("TENU", "Tenu", "DECLINE", "Décliné par le jeune", "NON_TENU", "Non tenu", "IMPOSSIBLE",
            "N’a pu avoir lieu");
    private static final Map<String, String> MOTIFS_OUVERTURE = Map.of("SEIZE_ANS", "Seize ans", "ENTREE", "Entrée après seize ans", "REENTREE",
            "Nouvelle entrée");
    private static final Map<String, String> NATURES = Map.of("PREMIERE", "Première demande", "RENOUVELLEMENT", "Renouvellement", "RETOUR", "Retour",
            "CREATION", "Création", "REVISION", "Révision", "PREMIER", "Premier suivi");
    private static final Map<String, String> AVERTISSEMENTS = Map.ofEntries(Map.entry("RENDEZ_VOUS_TARDIF", "Rendez-vous après les 17 ans"),
            Map.entry("AVANT_SEIZE_ANS", "Avant 16 ans"), Map.entry("SANS_LE_JEUNE", "Projet sans le jeune"),
            Map.entry("APRES_21_ANS", "Aide au-delà de 21 ans"), Map.entry("SORTIE_SECHE", "Sortie sèche"),
            Map.entry("DATE_DE_SORTIE", "Date de sortie autre que la fin de la mesure"));
    private static final Map<String, String> LISTES = Map.of("logement", "logements-sortie", "ressource", "ressources-sortie", "activiteCode",
            "activites-sortie", "moyen", "moyens-notification", "avis", "avis-commission", "lieu", "lieux-entretien", "forme",
            "formes-accompagnement", "qualite", "qualites-personne-reference");

    private final Departement departement;
    private final CalendrierAutonomie calendrier;

    LibellesAutonomie(Departement departement, CalendrierAutonomie calendrier) {
        this.departement = departement;
        this.calendrier = calendrier;
    }

    Profil profil() {
        return departement.profil();
    }

    MotAutonomie unite(String id) {
        return id == null ? null : new MotAutonomie(id, departement.noms().getOrDefault(id, id));
    }

    MotAutonomie liste(String liste, String code) {
        return code == null ? null : new MotAutonomie(code, profil().libelle(liste, code));
    }

    MotAutonomie issue(String code) {
        return code == null ? null : new MotAutonomie(code, ISSUES.getOrDefault(code, code));
    }

    String avertissement(String code) {
        return AVERTISSEMENTS.getOrDefault(code, code);
    }

    String repere(String code) {
        return calendrier.libelle(code);
    }

    String section(String code) {
        return profil().autonomie().sectionsEntretien().stream().filter(x -> x.code().equals(code)).map(Profil.Libelle::libelle).findFirst().orElse(code);
    }

    /** What an act says, line by line, in words. */
    List<MotAutonomie> details(Acte a) {
        List<MotAutonomie> lignes = new ArrayList<>();
        a.details().forEach((nom, valeur) -> {
            String mots = valeur(a.genre(), nom, valeur);
            if (mots != null) {
                lignes.add(new MotAutonomie(titre(nom), mots));
            }
        });
        return lignes;
    }

    /** Words written with an act, each under its title. */
    List<MotAutonomie> mots(Map<String, List<String>> mots) {
        List<MotAutonomie> lignes = new ArrayList<>();
        mots.forEach((code, textes) -> textes.forEach(t -> lignes.add(new MotAutonomie(titreDeMot(code), t))));
        return lignes;
    }

    private String titreDeMot(String code) {
        if (code.startsWith("section.") || code.startsWith("domaine.")) {
            return section(code.substring(code.indexOf('.') + 1));
        }
        if (code.startsWith("condition.")) {
            String demarche = code.substring(code.indexOf('.') + 1);
            return profil().autonomie().demarches().stream().filter(x -> x.code().equals(demarche)).map(Profil.Libelle::libelle).findFirst().orElse(demarche);
        }
        return switch (code) {
            case "lieu" -> "Lieu";
            case "personneConfiance" -> "Personne de confiance";
            case "lienPersonneConfiance" -> "Lien avec le jeune";
            case "nom" -> "Personne";
            case "lien" -> "Lien";
            case "telephone" -> "Téléphone";
            case "courriel" -> "Courriel";
            case "adresse" -> "Adresse";
            case "recours" -> "Voies et délais de recours";
            default -> code;
        };
    }

    private static String titre(String nom) {
        return switch (nom) {
            case "rendezVousLe" -> "Rendez-vous";
            case "heure" -> "Heure";
            case "lieu" -> "Lieu";
            case "forme" -> "Forme de l’accompagnement";
            case "qualite" -> "Qualité";
            case "raisons" -> "Raisons";
            case "objets" -> "Objet du suivi";
            case "themes" -> "Thèmes abordés";
            case "situations" -> "Situation";
            case "examen" -> "Examen";
            case "professionnels" -> "Professionnels";
            case "issue" -> "Entretien";
            case "motif" -> "Motif";
            case "genre" -> "Nature";
            case "nature" -> "Nature";
            case "tardif" -> "Après la date due";
            case "jeunePresent" -> "Élaboré avec le jeune";
            case "personneConfiance" -> "Personne de confiance présente";
            case "choisie" -> "Choisie par le jeune";
            case "souhait" -> "Souhaite un accompagnement";
            case "decision" -> "Décision";
            case "terme" -> "Jusqu’au";
            case "debut" -> "À partir du";
            case "code" -> "Repère";
            case "etat" -> "État";
            case "logement" -> "Logement";
            case "logementStable" -> "Logement stable";
            case "ressources" -> "Ressources";
            case "ressource" -> "Nature des ressources";
            case "activite" -> "Scolarité ou travail";
            case "activiteCode" -> "Nature de l’activité";
            case "diplome" -> "Diplôme";
            case "droitCommun" -> "Accès au droit commun";
            case "souhaitee" -> "Sortie souhaitée";
            case "emancipe" -> "Émancipé";
            case "avis" -> "Avis";
            case "moyen" -> "Moyen";
            case "consentement" -> "Consentement du jeune";
            case "mna" -> "Mineur non accompagné";
            case "mdph" -> "Concerné par la MDPH";
            case "naissance" -> "Date de naissance";
            case "avant" -> "Date de naissance écrite avant";
            case "demandeLe" -> "Demandé le";
            default -> nom;
        };
    }

    private String valeur(GenreActe genre, String nom, String valeur) {
        return switch (nom) {
            case "rendezVousLe", "terme", "debut", "naissance", "avant", "demandeLe" -> EnFrancais.jour(LocalDate.parse(valeur));
            case "heure" -> valeur.replace(":", "\u00a0h\u00a0");
            case "professionnels" -> plusieurs("professionnels-entretien", valeur);
            case "raisons" -> plusieurs("motifs-demande-majeur", valeur);
            case "objets" -> plusieurs("objets-suivi", valeur);
            case "themes" -> plusieurs("themes-six-mois", valeur);
            case "situations" -> Arrays.stream(valeur.split(",")).map(this::situation).collect(Collectors.joining(", "));
            case "issue" -> ISSUES.getOrDefault(valeur, valeur);
            case "motif" -> motif(genre, valeur);
            case "genre" -> "EXCEPTIONNEL".equals(valeur) ? "Second entretien, exceptionnel" : null;
            case "nature" -> NATURES.getOrDefault(valeur, valeur);
            case "tardif" -> "NON".equals(valeur) ? null : "ENTREE".equals(valeur) ? "Entré à 17 ans révolus" : "Oui";
            case "decision" -> "ACCORD".equals(valeur) ? "Accord" : "Refus";
            case "code" -> calendrier.libelle(valeur);
            case "etat" -> "FAIT".equals(valeur) ? "Fait" : "Sans objet";
            case "logement", "ressource", "activiteCode", "moyen", "avis", "lieu", "forme", "qualite" -> profil().libelle(LISTES.get(nom), valeur);
            case "jeunePresent", "personneConfiance", "choisie", "souhait", "logementStable", "ressources", "activite", "diplome", "droitCommun",
                    "souhaitee", "emancipe", "consentement", "mna", "mdph" -> "OUI".equals(valeur) ? "Oui" : "Non";
            default -> null;
        };
    }

    private String plusieurs(String liste, String codes) {
        return Arrays.stream(codes.split(",")).map(c -> profil().libelle(liste, c)).collect(Collectors.joining(", "));
    }

    private String situation(String code) {
        String[] parts = code.split("\\.", 2);
        return profil().autonomie().rubrique(parts[0]).stream().flatMap(r -> r.choix().stream()).filter(x -> x.code().equals(parts[1]))
                .map(Profil.Libelle::libelle).findFirst().orElse(code);
    }

    private String motif(GenreActe genre, String valeur) {
        return switch (genre) {
            case OUVERTURE -> MOTIFS_OUVERTURE.getOrDefault(valeur, valeur);
            case ENTRETIEN -> profil().libelle(profil().liste("motifs-non-tenu").stream().anyMatch(l -> l.code().equals(valeur)) ? "motifs-non-tenu"
                    : "motifs-second-entretien", valeur);
            case REPERE -> profil().libelle("motifs-repere-sans-objet", valeur);
            case DECISION -> profil().libelle("motifs-refus-majeur", valeur);
            case SORTIE -> profil().libelle("motifs-sortie", valeur);
            default -> profil().libelle("motifs-fin-autonomie", valeur);
        };
    }
}
