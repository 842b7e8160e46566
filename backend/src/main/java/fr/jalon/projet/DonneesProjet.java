package fr.jalon.projet;

import static fr.jalon.commun.donnees.TableDuDossier.de;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.jalon.commun.Sujet;
import fr.jalon.commun.donnees.Chapitre;
import fr.jalon.commun.donnees.Cles;
import fr.jalon.commun.donnees.Colonne;
import fr.jalon.commun.donnees.DonneesDuDossier;
import fr.jalon.commun.donnees.DossierTenu;
import fr.jalon.commun.donnees.Nature;
import fr.jalon.commun.donnees.TableDuDossier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The projet pour l'enfant: what is given of it and what is erased. */
@Component
class DonneesProjet implements DonneesDuDossier {

    private static final String DU_PROJET = "t.projet_id = any(:projets)";
    private static final String DE_LA_VERSION = "t.version_id in (select v.id from projet_version v where v.projet_id = any(:projets))";
    private static final String SON_PROJET = "(select v.projet_id from projet_version v where v.id = t.version_id)";

    private final JdbcClient jdbc;

    DonneesProjet(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<TableDuDossier> tables() {
        return List.of(
                de("projet", "t.id = any(:projets)").piece(Chapitre.PROJET, "Projet pour l’enfant", "t.id")
                        .dit("Numéro", "numero").code("État", "etat").unite("Unité", "unite_id").dit("Ouvert le", "ouvert_le").dit("Depuis", "depuis").dit("Rencontre le", "rencontre_le")
                        .dit("Établi le", "etabli_le").dit("Remis le", "remis_le").dit("À revoir avant le", "revision_le").agent("Référent", "referent_id").dit("Nom du référent", "referent_nom")
                        .dit("Clos le", "clos_le").code("Motif de clôture", "motif_cloture").code("Motif de révision", "motif_revision")
                        .interne("id", "enfant_id", "mesure_id", "mesure_depuis", "produits", "commence", "invite_le", "premier_etabli_le", "etabli_avec_mep", "revise_depuis",
                                "version_id", "saisi_le", "version", "majeur_le"),
                de("projet_acte", DU_PROJET).piece(Chapitre.PROJET, "Vie du projet", "t.projet_id").nature(Nature.TIERS).ordre("t.le, t.saisi_le").exportSi("not t.automatique")
                        .code("Acte", "genre").dit("Le", "le").genre(Colonne.Genre.DETAILS, "Précisions", "details").dit("Texte", "texte")
                        .genre(Colonne.Genre.MOTIFS, "Motifs donnés", "avertissements").agent("Par", "saisi_par").dit("Annulé le", "annule_le").dit("Motif de l’annulation", "annule_motif")
                        .interne("id", "projet_id", "automatique", "evenement_id", "saisi_le"),
                de("projet_version", DU_PROJET).piece(Chapitre.PROJET, "Versions du projet", "t.projet_id").ordre("t.numero")
                        .dit("Version", "numero").code("État", "etat").dit("Ouverte le", "ouverte_le").dit("Motif", "motif").dit("Établie le", "etablie_le").dit("Remise le", "remise_le")
                        .agent("Signataire", "signataire_id").dit("Empreinte du contenu", "empreinte")
                        .interne("id", "projet_id", "modele", "delegation_id", "interim_de", "contenu", "version"),
                de("projet_partie", DE_LA_VERSION).piece(Chapitre.PROJET, "Parties écrites", SON_PROJET).nature(Nature.TIERS)
                        .ordre("(select v.numero from projet_version v where v.id = t.version_id), t.code")
                        .ditAutrement("Version", "(select v.numero from projet_version v where v.id = t.version_id)", "version_id")
                        .code("Partie", "code").code("Écrite par", "contributeur").dit("Texte", "texte").agent("Modifiée par", "modifie_par").dit("Le", "modifie_le").interne("id", "version"),
                de("projet_partie_ancienne", "t.partie_id in (select p.id from projet_partie p join projet_version v on v.id = p.version_id where v.projet_id = any(:projets))")
                        .technique("Textes remplacés en écrivant : la version établie est celle qui compte."),
                de("projet_objectif", DE_LA_VERSION).piece(Chapitre.PROJET, "Objectifs", SON_PROJET).nature(Nature.TIERS).ordre("t.version_id, t.rang")
                        .ditAutrement("Version", "(select v.numero from projet_version v where v.id = t.version_id)", "version_id")
                        .code("Domaine", "domaine").dit("Besoin", "besoin").dit("Objectif", "objectif").code("Bilan", "bilan").dit("Bilan le", "bilan_le")
                        .interne("id", "lignee", "rang", "version"),
                de("projet_action", DE_LA_VERSION).piece(Chapitre.PROJET, "Actions", SON_PROJET).nature(Nature.TIERS).ordre("t.version_id, t.rang")
                        .ditAutrement("Version", "(select v.numero from projet_version v where v.id = t.version_id)", "version_id")
                        .code("Auprès de", "aupres").dit("Action", "libelle").agent("Agent", "utilisateur_id").unite("Service", "service_id").dit("Qui", "qui").dit("Début", "debut")
                        .dit("Fin", "fin").dit("Durée", "duree").dit("Échéance", "echeance").dit("Faite le", "faite_le").dit("Abandonnée le", "abandonnee_le")
                        .interne("id", "objectif_id", "lignee", "rang", "version"),
                de("projet_rencontre", DU_PROJET).piece(Chapitre.PROJET, "Rencontres", "t.projet_id").nature(Nature.TIERS).ordre("coalesce(t.tenue_le, t.prevue_le)")
                        .dit("Prévue le", "prevue_le").dit("Lieu", "lieu").dit("Tenue le", "tenue_le").code("Tenue", "statut").dit("Mots de l’enfant", "parole_enfant")
                        .dit("Synthèse", "synthese").dit("Désaccords", "desaccords").dit("Motif", "motif").dit("Annulée le", "annulee_le").interne("id", "projet_id", "version_id"),
                de("projet_rencontre_personne", "t.rencontre_id in (select r.id from projet_rencontre r where r.projet_id = any(:projets))")
                        .piece(Chapitre.PROJET, "Personnes des rencontres", "(select r.projet_id from projet_rencontre r where r.id = t.rencontre_id)").nature(Nature.TIERS)
                        .code("Qualité", "qualite").ditAutrement("Nom", "coalesce(t.nom, (select concat_ws(' ', a.prenoms, a.nom) from adulte a where a.id = t.adulte_id))", "nom", "adulte_id")
                        .unite("Service", "service_id").code("Présence", "presence").dit("Avis", "avis").interne("id", "rencontre_id", "invitee"),
                de("projet_signature", DE_LA_VERSION).piece(Chapitre.PROJET, "Signatures", SON_PROJET).nature(Nature.TIERS)
                        .code("Qualité", "qualite").ditAutrement("Nom", "coalesce(t.nom, (select concat_ws(' ', a.prenoms, a.nom) from adulte a where a.id = t.adulte_id))", "nom", "adulte_id")
                        .unite("Service", "service_id").code("Signature", "statut").dit("Le", "le").dit("Motif", "motif").dit("Annulée le", "annulee_le")
                        .interne("id", "version_id", "acte_id"),
                de("projet_remise", DE_LA_VERSION).piece(Chapitre.PROJET, "Remises", SON_PROJET).nature(Nature.TIERS).ordre("t.le")
                        .code("Destinataire", "destinataire").ditAutrement("Nom", "coalesce(t.nom, (select concat_ws(' ', a.prenoms, a.nom) from adulte a where a.id = t.adulte_id))", "nom", "adulte_id")
                        .unite("Service", "service_id").code("Moyen", "moyen", "moyens").dit("Le", "le").dit("Annulée le", "annulee_le")
                        .interne("id", "version_id", "masques", "document_id", "acte_id"),
                de("projet_imprime", DE_LA_VERSION).technique("Papiers gardés du projet, chiffrés : réimprimés depuis la page du projet."));
    }

    @Override
    public List<DossierTenu> dossiers(Cles cles) {
        return jdbc.sql("select id, enfant_id, numero, etat, etabli_le, coalesce(clos_le, depuis) as fin from projet where id = any(:projets)").params(cles.parametres()).query((l, n) -> {
            boolean ouvert = !Set.of("CLOS", "ANNULE").contains(l.getString("etat"));
            return new DossierTenu(Sujet.projet(l.getObject("id", UUID.class)), Set.of(l.getObject("enfant_id", UUID.class)), l.getString("numero"), "PROJET",
                    ouvert ? null : l.getObject("etabli_le") == null ? "NON_ETABLI" : "ETABLI", ouvert, ouvert ? null : l.getObject("fin", LocalDate.class));
        }).list();
    }
}
