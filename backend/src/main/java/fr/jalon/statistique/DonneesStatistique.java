package fr.jalon.statistique;

import static fr.jalon.commun.donnees.TableDuDossier.de;
import static fr.jalon.commun.donnees.TableDuDossier.horsDossier;

import java.util.List;

import fr.jalon.commun.donnees.Chapitre;
import fr.jalon.commun.donnees.DonneesDuDossier;
import fr.jalon.commun.donnees.TableDuDossier;

import org.springframework.stereotype.Component;

/** The identifier the national tool gave a young person: theirs to know, and erased with the file. */
@Component
class DonneesStatistique implements DonneesDuDossier {

    @Override
    public List<TableDuDossier> tables() {
        return List.of(horsDossier("olinpe_rapport", "Rapports de mois : des nombres."), horsDossier("olinpe_rapport_variable", "Rapports de mois, variable par variable."),
                horsDossier("olinpe_avis_lu", "Qui a lu un avis."),
                de("olinpe_identifiant", "t.enfant_id = any(:enfants)").piece(Chapitre.MESURE, "Identifiants de l’enquête OLINPE", null).ordre("t.annee")
                .dit("Année", "annee").dit("Identifiant", "identifiant").dit("Reçu le", "recu_le").agent("Repris par", "recu_par").interne("id", "enfant_id"));
    }
}
