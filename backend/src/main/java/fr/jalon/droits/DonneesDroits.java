package fr.jalon.droits;

import static fr.jalon.commun.donnees.TableDuDossier.de;
import static fr.jalon.commun.donnees.TableDuDossier.horsDossier;

import java.util.List;

import fr.jalon.commun.donnees.Chapitre;
import fr.jalon.commun.donnees.DonneesDuDossier;
import fr.jalon.commun.donnees.TableDuDossier;

import org.springframework.stereotype.Component;

/** Our own tables: the requests are given back as the rest; after a purge their numbers, dates and hashes stay. */
@Component
class DonneesDroits implements DonneesDuDossier {

    private static final String DES_ENFANTS = "t.demande_id in (select d.id from droits_demande d where d.enfant_id = any(:enfants))";

    @Override
    public List<TableDuDossier> tables() {
        return List.of(
                de("droits_demande", "t.enfant_id = any(:enfants)").piece(Chapitre.DEMANDE, "Demandes", null).ordre("t.recue_le")
                        .dit("Numéro", "numero").code("Demande", "genre").code("En qualité de", "qualite").dit("Demandée par", "demandeur").dit("Objet", "objet").dit("Reçue le", "recue_le")
                        .dit("Identité vérifiée le", "identite_le").dit("Par", "identite_moyen").dit("Répondre avant le", "echeance").dit("Prolongée le", "prolongee_le")
                        .dit("Motif de la prolongation", "prolongation_motif").code("État", "etat").code("Réponse", "decision").dit("Motifs", "decision_motif").dit("Ce qui est corrigé", "corrige")
                        .dit("Remise par", "moyen").dit("Répondue le", "repondue_le").agent("Répondue par", "repondue_par").tait("contact")
                        .interne("id", "enfant_id", "unite_id", "evenement_id", "saisie_le", "saisie_par", "version")
                        .videe("""
                                demandeur = 'Effacé', contact = null, objet = null, identite_moyen = null, prolongation_motif = null, decision_motif = null, corrige = null,
                                moyen = null""", "Numéro, dates et sens de la réponse restent."),
                de("droits_marque", DES_ENFANTS).technique("Ce qui est décidé d’une partie, en préparant une copie."),
                de("droits_remise", DES_ENFANTS).technique("Copies arrêtées, chiffrées.").videe("pdf = null, json = null, documents = null", "Les empreintes de ce qui fut remis restent."),
                de("elimination", "t.id in (select x.elimination_id from elimination_enfant x where x.enfant_id = any(:enfants))").technique("Éliminations proposées.")
                        .videe("refus_motif = null, abandon_motif = null", "Visa, dates, comptes et certificat restent : ils ne nomment aucun enfant."),
                de("elimination_enfant", "t.enfant_id = any(:enfants)").technique("Enfants d’une élimination.").gardee("Des identifiants, qui ne mènent plus à personne."),
                de("elimination_dossier", "t.sujet_id = any(:tous)").technique("Dossiers d’une élimination.").gardee("Numéros de dossiers et dates."),
                horsDossier("conservation_regle", "Durées de conservation."));
    }
}
