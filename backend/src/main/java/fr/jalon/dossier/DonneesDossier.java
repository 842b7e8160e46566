package fr.jalon.dossier;

import static fr.jalon.commun.donnees.TableDuDossier.de;

import java.util.List;

import fr.jalon.commun.donnees.Chapitre;
import fr.jalon.commun.donnees.Colonne;
import fr.jalon.commun.donnees.DonneesDuDossier;
import fr.jalon.commun.donnees.Nature;
import fr.jalon.commun.donnees.TableDuDossier;

import org.springframework.stereotype.Component;

/** Children, adults, homes, ties, documents: what is given of them and what is erased. */
@Component
class DonneesDossier implements DonneesDuDossier {

    /** A withheld address is told to nobody who asks for a file, whoever asks. */
    private static final String SI_DITE = "case when t.adresse_protegee then null else t.%s end";

    @Override
    public List<TableDuDossier> tables() {
        return List.of(
                de("enfant", "t.id = any(:enfants)").piece(Chapitre.IDENTITE, "Identité", null)
                        .dit("Nom", "nom").dit("Nom d’usage", "nom_usage").dit("Prénoms", "prenoms").dit("Non nommé à la naissance", "non_nomme")
                        .code("Sexe", "sexe").dit("Date de naissance", "naissance_le").code("Précision de la date", "naissance_precision")
                        .dit("Terme prévu", "terme_prevu").dit("Naissance constatée le", "naissance_constatee_le")
                        .dit("Commune de naissance", "commune_naissance").dit("Décès", "deces_le")
                        .dit("Personne se déclarant mineure", "personne_se_declarant_mineure").dit("Dossier ouvert le", "cree_le")
                        .interne("id", "restreint", "fusionne_vers", "version", "efface_le")
                        .videe("""
                                nom = 'éliminé', prenoms = 'Dossier', nom_usage = null, non_nomme = false, commune_naissance = null, deces_le = null,
                                restreint = false, efface_le = :maintenant, version = t.version + 1""",
                                "La date de naissance et le sexe restent, sans nom : les âges comptés les lisent."),
                de("nom_alternatif", "t.enfant_id = any(:enfants)").piece(Chapitre.IDENTITE, "Autres noms connus", null).ordre("t.ajoute_le")
                        .dit("Nom", "nom").dit("Prénoms", "prenoms").code("Genre", "genre").dit("Noté le", "ajoute_le").interne("id", "enfant_id"),
                de("autorite_parentale", "t.enfant_id = any(:enfants)").piece(Chapitre.IDENTITE, "Titulaires de l’autorité parentale et autres adultes", null)
                        .nature(Nature.TIERS).depuis("autorite_parentale t join adulte a on a.id = t.adulte_id").ordre("t.du nulls first, t.id")
                        .ditAutrement("Adulte", "concat_ws(' ', a.prenoms, a.nom)", "adulte_id").code("Qualité", "qualite").code("Exercice", "exercice")
                        .dit("Précision", "precision_").dit("Du", "du").dit("Au", "au").dit("Annulé le", "annule_le").interne("id", "enfant_id"),
                de("adulte", "t.id = any(:adultes)").piece(Chapitre.IDENTITE, "Ce qui est noté des adultes", null).nature(Nature.TIERS).ordre("t.nom, t.id")
                        .dit("Nom", "nom").dit("Nom d’usage", "nom_usage").dit("Prénoms", "prenoms").code("Civilité", "civilite")
                        .dit("Date de naissance", "naissance_le").dit("Téléphone", "telephone").dit("Courriel", "courriel").dit("Décès", "deces_le")
                        .interne("id", "version").effaceSi(PLUS_CITE),
                de("foyer_enfant", "t.enfant_id = any(:enfants)").piece(Chapitre.IDENTITE, "Lieux de vie", null).nature(Nature.TIERS)
                        .depuis("foyer_enfant t join foyer f on f.id = t.foyer_id").ordre("t.du nulls first, t.id")
                        .ditAutrement("Lieu de vie", "case when f.adresse_protegee then 'Lieu dont l’adresse n’est pas communiquée' else coalesce(f.libelle, 'Domicile') end", "foyer_id")
                        .dit("Principal", "principal").dit("Du", "du").dit("Au", "au").dit("Annulé le", "annule_le").interne("id", "enfant_id"),
                de("foyer", "t.id = any(:foyers)").piece(Chapitre.IDENTITE, "Adresses", null).nature(Nature.TIERS).exportSi("not t.adresse_protegee")
                        .ditAutrement("Désignation", SI_DITE.formatted("libelle"), "libelle").ditAutrement("Adresse", SI_DITE.formatted("adresse"), "adresse")
                        .ditAutrement("Code postal", SI_DITE.formatted("code_postal"), "code_postal").ditAutrement("Commune", SI_DITE.formatted("commune"), "commune")
                        .ditAutrement("Téléphone", SI_DITE.formatted("telephone"), "telephone").unite("Unité", "unite_id")
                        .tait("adresse_protegee", "protection_motif").interne("id", "version")
                        .effaceSi("not exists (select 1 from foyer_enfant x where x.foyer_id = t.id) and not exists (select 1 from acte_evaluation x where x.foyer_id = t.id)"
                                + " and not exists (select 1 from releve x where x.foyer_id = t.id)"),
                de("foyer_adulte", "t.foyer_id in (select f.id from foyer f where f.id = any(:foyers))").technique("Qui vit où, entre adultes : dit avec l’adresse.")
                        .effaceSi("not exists (select 1 from foyer_enfant x where x.foyer_id = t.foyer_id)"),
                de("lien_enfants", "t.enfant_a = any(:enfants) or t.enfant_b = any(:enfants)").piece(Chapitre.IDENTITE, "Liens avec d’autres enfants", null)
                        .nature(Nature.TIERS).ordre("t.pose_le")
                        .genre(Colonne.Genre.ENFANT, "Enfant", "enfant_a").genre(Colonne.Genre.ENFANT, "Et", "enfant_b").code("Lien", "genre").dit("Note", "note")
                        .dit("Noté le", "pose_le").dit("Annulé le", "annule_le").interne("id"),
                de("fusion", "t.conserve = any(:enfants) or t.absorbe = any(:enfants)").piece(Chapitre.IDENTITE, "Réunions de dossiers", null).ordre("t.faite_le")
                        .dit("Réuni le", "faite_le").dit("Motif", "motif").agent("Par", "faite_par").dit("Annulé le", "defaite_le").dit("Motif de l’annulation", "defaite_motif")
                        .agent("Annulé par", "defaite_par")
                        .interne("id", "conserve", "absorbe", "unites", "evenement_id", "restreint_par_fusion", "designes", "doublon_avant"),
                de("document", "t.sujet_id = any(:tous)").piece(Chapitre.DOCUMENT, "Documents joints", null).nature(Nature.DOCUMENT)
                        .justiceSi("(t.nature = 'JUDICIAIRE' or t.genre in ('DECISION_JUSTICE', 'SOIT_TRANSMIS', 'SIGNALEMENT'))").ordre("t.depose_le, t.id")
                        .dit("Fichier", "nom").code("Genre", "genre").dit("Date de la pièce", "date_piece").dit("Joint le", "depose_le").agent("Joint par", "depose_par")
                        .dit("Retiré le", "retire_le").dit("Motif du retrait", "retire_motif").agent("Retiré par", "retire_par")
                        .interne("id", "sujet_type", "sujet_id", "type_mime", "taille", "sha256", "nature"),
                de("document_contenu", "t.document_id in (select d.id from document d where d.sujet_id = any(:tous))").technique("Les octets, chiffrés : donnés en fichiers."),
                de("enfant_restriction", "t.enfant_id = any(:enfants)").technique("Qui tient un dossier restreint."),
                de("enfant_mot", "t.enfant_id = any(:enfants)").technique("Index de la recherche par nom."),
                de("enfant_recherche", "t.enfant_id = any(:enfants)").technique("Index de la recherche par nom."),
                de("mot_connu", "not exists (select 1 from enfant_mot x where x.mot = t.mot)").technique("Mots des noms : un mot que plus personne ne porte s’en va.")
                        .effaceSi("true"),
                de("doublon_probable", "t.enfant_a = any(:enfants) or t.enfant_b = any(:enfants)").technique("Rapprochements à voir."),
                de("alerte_recherche", "t.enfant_id = any(:enfants)").technique("Recherches silencieuses d’un dossier restreint."),
                de("alerte_recherche_vue", "t.alerte_id in (select a.id from alerte_recherche a where a.enfant_id = any(:enfants))").technique("Alertes lues."),
                de("acces_exceptionnel", "t.enfant_id = any(:enfants)").technique("Qui a ouvert le dossier hors de son territoire : registre, comme le journal.")
                        .videe("select effacer_motifs_d_acces(:enfants)", "Le registre reste, le motif écrit par l’agent s’efface."));
    }

    /** Nothing else speaks of the adult: rows that named them beside these children went first. */
    private static final String PLUS_CITE = """
            not exists (select 1 from autorite_parentale x where x.adulte_id = t.id) and not exists (select 1 from foyer_adulte x where x.adulte_id = t.id)
            and not exists (select 1 from mesure_accord x where x.adulte_id = t.id) and not exists (select 1 from droit_visite x where x.adulte_id = t.id)
            and not exists (select 1 from projet_rencontre_personne x where x.adulte_id = t.id)
            and not exists (select 1 from projet_signature x where x.adulte_id = t.id) and not exists (select 1 from projet_remise x where x.adulte_id = t.id)
            and not exists (select 1 from acte_evaluation_personne x where x.adulte_id = t.id)""";
}
