package fr.jalon.projet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import fr.jalon.commun.temps.EnFrancais;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.projet.PageProjet.MotProjet;

import org.springframework.stereotype.Component;

/** Codes of projets in the words of the département. */
@Component
class LibellesProjet {

    private static final Map<String, String> MOTIFS = Map.of("MESURE", "Une autre mesure a commencé", "RAPPORT", "Rapport de situation", "ECHEANCE",
            "Date de révision", "SITUATION", "Changement de situation", "DEMANDE", "Demande de la famille", "REPRISE", "Retour de l’enfant");
    private static final Map<String, String> AVERTISSEMENTS = Map.of("DOMAINE_VIDE", "Domaine sans objectif", "PARENTS_JAMAIS_VENUS",
            "Parents jamais venus", "ACTION_SANS_RESPONSABLE", "Action sans personne pour la faire", "RENCONTRE_APRES_ETABLISSEMENT",
            "Rencontre après l’établissement");
    private static final Map<String, String> VALEURS = Map.ofEntries(Map.entry("TENUE", "Tenue"), Map.entry("NON_TENUE", "Non tenue"),
            Map.entry("PRESENTS", "Présents"), Map.entry("ABSENTS", "Absents"), Map.entry("NON_INVITES", "Non invités"), Map.entry("ACCORD", "Accord"),
            Map.entry("RESERVE", "Réserve"), Map.entry("DESACCORD", "Désaccord"), Map.entry("SIGNEE", "Signée"), Map.entry("REFUSEE", "Refusée"),
            Map.entry("ABSENTE", "Absente"), Map.entry("SANS_OBJET", "Sans objet"), Map.entry("ENFANT", "Enfant"), Map.entry("TITULAIRE", "Titulaire"),
            Map.entry("TUTEUR", "Tuteur"), Map.entry("SERVICE", "Service"), Map.entry("JUGE", "Juge"), Map.entry("TIERS", "Tiers"),
            Map.entry("MAIN_PROPRE", "En main propre"), Map.entry("ENTRETIEN", "Entretien"), Map.entry("COURRIER", "Courrier"),
            Map.entry("COURRIEL", "Courriel"), Map.entry("MAINTENU", "Maintenu"), Map.entry("AJUSTE", "Ajusté"), Map.entry("FINI", "Fini"),
            Map.entry("FAITE", "Faite"), Map.entry("ABANDONNEE", "Ne sera pas faite"), Map.entry("OUI", "Oui"), Map.entry("NON", "Non"));
    private static final Map<String, String> TITRES = Map.ofEntries(Map.entry("produit", "Mesure"), Map.entry("motif", "Motif"),
            Map.entry("statut", "Statut"), Map.entry("parents", "Parents"), Map.entry("sens", "Sens"), Map.entry("qualite", "Personne"),
            Map.entry("destinataire", "Remis à"), Map.entry("moyen", "Moyen"), Map.entry("issue", "Suite"), Map.entry("nom", "Nom"),
            Map.entry("aTemps", "Dans le délai"), Map.entry("mep", "Dans le cadre d’une MEP"), Map.entry("dateLegale", "À faire avant le"),
            Map.entry("prevueLe", "Rencontre prévue"));

    private final Departement departement;

    LibellesProjet(Departement departement) {
        this.departement = departement;
    }

    String mot() {
        return departement.profil().mot("projet");
    }

    String motLong() {
        return departement.profil().mot("projet-long");
    }

    MotProjet unite(String id) {
        return id == null ? null : new MotProjet(id, departement.noms().getOrDefault(id, id));
    }

    String produit(String code) {
        return departement.profil().produit(code == null ? "" : code).map(Profil.Produit::sigle).orElse(code);
    }

    MotProjet motif(String code) {
        return code == null ? null : new MotProjet(code, MOTIFS.getOrDefault(code, departement.profil().libelle("motifs-fin-mesure", code)));
    }

    String avertissement(String code) {
        return AVERTISSEMENTS.getOrDefault(code, code);
    }

    /** What an act says, line by line, in words; ids are left out. */
    List<MotProjet> details(ActeProjet a) {
        List<MotProjet> lignes = new ArrayList<>();
        a.details().forEach((nom, valeur) -> {
            if (TITRES.containsKey(nom)) {
                lignes.add(new MotProjet(TITRES.get(nom), switch (nom) {
                    case "produit" -> produit(valeur);
                    case "motif" -> motif(valeur).libelle();
                    case "dateLegale", "prevueLe" -> EnFrancais.jour(java.time.LocalDate.parse(valeur));
                    case "nom" -> valeur;
                    default -> VALEURS.getOrDefault(valeur, valeur);
                }));
            }
        });
        return lignes;
    }
}
