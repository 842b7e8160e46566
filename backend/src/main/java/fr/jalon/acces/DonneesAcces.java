package fr.jalon.acces;

import static fr.jalon.commun.donnees.TableDuDossier.de;
import static fr.jalon.commun.donnees.TableDuDossier.horsDossier;

import java.util.List;

import fr.jalon.commun.donnees.DonneesDuDossier;
import fr.jalon.commun.donnees.TableDuDossier;

import org.springframework.stereotype.Component;

/** Sight goes with the file; the journal stays: ids and codes under their seals. */
@Component
class DonneesAcces implements DonneesDuDossier {

    @Override
    public List<TableDuDossier> tables() {
        return List.of(
                de("sujet_unite", "t.sujet_id = any(:tous)").technique("Unités qui voient le dossier."),
                de("journal_acces", "t.sujet_id = any(:tous)").technique("Qui a lu ou modifié : registre du délégué.").gardee("Identifiants et codes, sous leurs sceaux : la chaîne se vérifie encore."),
                de("commande_recue", "exists (select 1 from unnest(:tous) as m(id) where t.reponse like concat('%', m.id, '%') or t.chemin like concat('%', m.id, '%') or t.emplacement like concat('%', m.id, '%'))")
                        .technique("Réponses gardées vingt-quatre heures pour les envois répétés."),
                horsDossier("utilisateur", "Agents."),
                horsDossier("habilitation_manuelle", "Habilitations données à la main."),
                horsDossier("absence", "Absences des agents."),
                horsDossier("revue_compte", "Revue des comptes."),
                horsDossier("utilisateur_role", "Habilitations des agents."),
                horsDossier("spring_session", "Sessions des agents."),
                horsDossier("spring_session_attributes", "Sessions des agents."));
    }
}
