package fr.jalon.contrat;

import static fr.jalon.commun.donnees.TableDuDossier.horsDossier;

import java.util.List;

import fr.jalon.commun.donnees.DonneesDuDossier;
import fr.jalon.commun.donnees.TableDuDossier;

import org.springframework.stereotype.Component;

/** The table of the contract: numbers of a département and words about them, nobody's file. */
@Component
class DonneesContrat implements DonneesDuDossier {

    @Override
    public List<TableDuDossier> tables() {
        return List.of(
                horsDossier("indicateur_valeur", "Nombres saisis du contrat."),
                horsDossier("indicateur_import", "Fichiers de nombres reçus."),
                horsDossier("contrat_mot", "Commentaires d’une case du tableau."),
                horsDossier("contrat_arrete", "Tableaux arrêtés."),
                horsDossier("fiche_responsable", "Qui répond d’une fiche."),
                horsDossier("fiche_recit", "Texte d’une fiche du contrat."),
                horsDossier("rapport_etape", "Étapes du rapport annuel."));
    }
}
