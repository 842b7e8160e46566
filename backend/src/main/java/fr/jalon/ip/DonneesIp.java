package fr.jalon.ip;

import static fr.jalon.commun.donnees.TableDuDossier.de;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.jalon.commun.Sujet;
import fr.jalon.commun.TypeSujet;
import fr.jalon.commun.donnees.Chapitre;
import fr.jalon.commun.donnees.Cles;
import fr.jalon.commun.donnees.Colonne;
import fr.jalon.commun.donnees.DonneesDuDossier;
import fr.jalon.commun.donnees.DossierTenu;
import fr.jalon.commun.donnees.Nature;
import fr.jalon.commun.donnees.TableDuDossier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Informations, IPs, evaluation, decisions: what is given of them and what is erased. Who transmitted is never given. */
@Component
class DonneesIp implements DonneesDuDossier {

    private static final String DE_L_IP = "t.ip_id = any(:ips)";
    private static final String DU_MINEUR = "t.mineur_id = any(:mineurs)";

    private final JdbcClient jdbc;

    DonneesIp(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<TableDuDossier> tables() {
        List<TableDuDossier> toutes = new ArrayList<>(informations());
        toutes.addAll(evaluation());
        toutes.addAll(decision());
        toutes.add(TableDuDossier.horsDossier("delegation_signature", "Qui signe, et quand."));
        toutes.add(de("avant_acte", "t.cle = any(:tous) or cast(t.avant ->> 'sujet_id' as uuid) = any(:tous) or cast(t.avant ->> 'ip_id' as uuid) = any(:ips)")
                .technique("Lignes d’avant un acte, gardées quelques jours pour le défaire.").effaceSi("true"));
        return toutes;
    }

    private static List<TableDuDossier> informations() {
        return List.of(
                de("information_entrante", "t.id = any(:informations)").piece(Chapitre.INFORMATION, "Information reçue", "t.id").nature(Nature.INFORMATION)
                        .justiceSi("t.nature in ('SOIT_TRANSMIS', 'COPIE_SIGNALEMENT', 'TRIBUNAL_MOINS_13')")
                        .dit("Numéro", "numero").dit("Reçue le", "recue_le").dit("Saisie le", "saisie_le").code("Mode", "mode", "modes").code("Nature", "nature", "natures")
                        .dit("Faits transmis", "faits").dit("Urgence à la réception", "urgence").code("Parents informés", "parents_informes")
                        .dit("Précision", "parents_informes_precision").unite("Reçue par", "unite_id").unite("Saisie dans", "unite_saisie").code("Orientation", "orientation")
                        .code("Orientée vers", "orientee_vers").dit("Motif de l’orientation", "orientation_motif").dit("Analysée le", "analysee_le")
                        .dit("Régularisation", "regularisation").code("Astreinte", "astreinte", "astreintes").code("État", "etat")
                        .genre(Colonne.Genre.MOTIFS, "Motifs donnés", "avertissements")
                        .tait("origine", "transmetteur_nom", "transmetteur_qualite", "transmetteur_contact", "transmetteur_professionnel", "transmetteur_anonyme",
                                "transmetteur_confidentiel", "retour_demande_le", "reference_externe")
                        .interne("id", "comptee", "ip_id", "saisie_par", "version", "analysee_par"),
                de("information_mineur", "t.information_id = any(:informations)").technique("Quels enfants une information concerne."),
                de("fiche_navette", "t.information_id = any(:informations)").piece(Chapitre.INFORMATION, "Fiche navette", "t.information_id").nature(Nature.TIERS).ordre("t.posee_le")
                        .code("Service", "service").dit("Question", "question").dit("Posée le", "posee_le").dit("Réponse", "reponse").dit("Répondue le", "repondue_le")
                        .dit("Sans objet", "sans_objet_motif").dit("Relancée le", "relancee_le").dit("Relances", "relances").unite("Unité", "unite_id")
                        .interne("id", "information_id", "posee_par", "repondue_par", "version"),
                de("consigne_parquet", "t.ip_id = any(:ips) or t.information_id = any(:informations)").piece(Chapitre.IP, "Consignes du parquet", "coalesce(t.ip_id, t.information_id)")
                        .nature(Nature.JUSTICE).ordre("t.du")
                        .dit("Du", "du").dit("Auteur", "auteur").dit("Référence", "reference").dit("Portées", "portees").dit("Précisions", "precisions").dit("Levée le", "levee_le")
                        .dit("Référence de la levée", "levee_reference").code("Motif de la levée", "levee_motif").dit("Annulée le", "annulee_le").dit("Motif de l’annulation", "annulee_motif")
                        .dit("Saisie le", "saisie_le")
                        .interne("id", "ip_id", "information_id", "saisie_par", "evenement_id", "levee_saisie_le", "levee_par", "annulee_par", "ip_le", "ip_du", "reprise_id",
                                "levee_evenement_id"));
    }

    private static List<TableDuDossier> evaluation() {
        return List.of(
                de("information_preoccupante", "t.id = any(:ips)").piece(Chapitre.IP, "Information préoccupante", "t.id")
                        .dit("Numéro", "numero").dit("Reçue le", "recue_le").dit("Qualifiée le", "qualifiee_le").dit("Urgence", "urgence").code("Voie proposée", "voie_proposee")
                        .code("Voie", "voie").dit("Levée de doutes", "levee_de_doutes").unite("Unité pilote", "unite_pilote").code("État", "etat").dit("Rapport rendu le", "rapport_rendu_le")
                        .dit("Décidée le", "decidee_le").dit("Close le", "close_le").code("Motif de clôture", "motif_cloture").interne("id", "information_initiale_id", "version"),
                de("mineur_concerne", DE_L_IP).piece(Chapitre.IP, "Place de l’enfant dans l’information préoccupante", "t.ip_id").exportSi("t.id = any(:mineurs)")
                        .code("Entré par", "origine").dit("Retiré le", "retire_le").dit("Motif du retrait", "retire_motif").interne("id", "ip_id", "enfant_id", "ordre", "version"),
                de("mandat", DE_L_IP).piece(Chapitre.IP, "Évaluation confiée", "t.ip_id").ordre("t.fait_le")
                        .code("Genre", "genre").dit("Le", "fait_le").unite("Unité", "unite_id").unite("Unité associée", "unite_associee_id").code("Voie", "voie")
                        .dit("Levée de doutes", "levee_de_doutes").dit("Message", "message").dit("Motif", "motif").genre(Colonne.Genre.MOTIFS, "Motifs donnés", "avertissements")
                        .dit("Annulé le", "annule_le").interne("id", "ip_id", "saisi_le", "saisi_par"),
                de("ip_liee", "t.ip_id = any(:ips) or t.suite_de = any(:ips)").technique("Suites entre informations préoccupantes : dites par leur chronologie."),
                de("evaluateur", DE_L_IP).piece(Chapitre.IP, "Évaluateurs", "t.ip_id").ordre("t.du")
                        .agent("Nom", "utilisateur_id").code("Profession", "profession", "professions").dit("Du", "du").dit("Au", "au").dit("Motif de la fin", "motif_fin")
                        .interne("id", "ip_id", "designe_par", "origine_tx"),
                de("acte_evaluation", DE_L_IP).piece(Chapitre.IP, "Actes de l’évaluation", "t.ip_id").nature(Nature.RAPPORT).ordre("t.le, t.heure, t.id")
                        .code("Acte", "genre").dit("Le", "le").dit("Heure", "heure").dit("Lieu", "lieu").code("Moyen", "moyen", "moyens").dit("Motif", "motif").dit("Notes", "texte")
                        .agent("Par", "auteur_id").genre(Colonne.Genre.MOTIFS, "Motifs donnés", "avertissements").dit("Annulé le", "annule_le").dit("Motif de l’annulation", "annule_motif")
                        .interne("id", "ip_id", "foyer_id", "document_id", "saisie_le", "evenement_id", "version"),
                de("acte_evaluation_personne", "t.acte_id in (select a.id from acte_evaluation a where a.ip_id = any(:ips))")
                        .piece(Chapitre.IP, "Personnes rencontrées", "(select a.ip_id from acte_evaluation a where a.id = t.acte_id)").nature(Nature.RAPPORT)
                        .exportSi("t.mineur_id is null or " + DU_MINEUR).cle("concat(t.acte_id, '/', coalesce(t.mineur_id, t.adulte_id))")
                        .ordre("(select a.le from acte_evaluation a where a.id = t.acte_id)")
                        .ditAutrement("Le", "(select a.le from acte_evaluation a where a.id = t.acte_id)", "acte_id")
                        .ditAutrement("Personne", "coalesce((select concat_ws(' ', a.prenoms, a.nom) from adulte a where a.id = t.adulte_id), 'L’enfant')", "mineur_id", "adulte_id")
                        .dit("Présente", "present").dit("Vue seule", "seul").dit("Accord", "accord").dit("Avis", "avis"),
                de("ressource_entourage", DE_L_IP).piece(Chapitre.IP, "Ressources de l’entourage", "t.ip_id").nature(Nature.TIERS).ordre("t.saisie_le")
                        .dit("Qui", "qui").dit("Lien", "lien").dit("Apport", "apport").dit("Contact", "contact").agent("Noté par", "auteur_id").dit("Noté le", "saisie_le")
                        .dit("Retiré le", "retiree_le").interne("id", "ip_id", "version"),
                de("avis_demande", DE_L_IP).piece(Chapitre.IP, "Avis demandés", "t.ip_id").nature(Nature.TIERS).ordre("t.demande_le")
                        .exportSi("t.mineur_id is null or " + DU_MINEUR)
                        .code("Partenaire", "partenaire", "partenaires").dit("Destinataire", "destinataire").dit("Question", "question").dit("Demandé le", "demande_le")
                        .code("Moyen", "moyen", "moyens").dit("Reçu le", "recu_le").dit("Réponse", "reponse").dit("Sans réponse le", "sans_reponse_le").agent("Par", "auteur_id")
                        .dit("Annulé le", "annule_le").dit("Motif de l’annulation", "annule_motif").interne("id", "ip_id", "mineur_id", "saisie_le", "document_id", "version"),
                de("avis_relance", "t.avis_id in (select a.id from avis_demande a where a.ip_id = any(:ips))").technique("Relances d’un avis : l’avis dit l’essentiel."),
                de("rapport_section", DE_L_IP).piece(Chapitre.IP, "Rapport d’évaluation", "t.ip_id").nature(Nature.RAPPORT).cle("concat(t.ip_id, '/', t.code)")
                        .code("Section", "code").dit("Texte", "texte").agent("Écrit par", "auteur_id").dit("Le", "modifiee_le").interne("ip_id", "version"),
                de("rapport_section_version", DE_L_IP).technique("Textes remplacés en écrivant : le rapport rendu est celui qui compte."),
                de("conclusion_mineur", DE_L_IP).piece(Chapitre.IP, "Conclusion de l’évaluation", "t.ip_id").nature(Nature.RAPPORT).exportSi(DU_MINEUR)
                        .cle("cast(t.mineur_id as text)")
                        .code("Conclusion", "conclusion").dit("Natures du danger", "natures").code("Proposition", "proposition").code("Aide proposée", "nature_aide", "aides")
                        .dit("Motivation", "motivation").agent("Par", "auteur_id").dit("Le", "modifiee_le").interne("mineur_id", "ip_id", "version"),
                de("remise_rapport", DE_L_IP).piece(Chapitre.IP, "Remise du rapport", "t.ip_id").ordre("t.rendu_le")
                        .dit("Rendu le", "rendu_le").code("Motif du dépassement", "motif_depassement", "motifs-depassement").genre(Colonne.Genre.MOTIFS, "Motifs donnés", "avertissements")
                        .dit("Annulée le", "annulee_le").interne("id", "ip_id", "saisie_le", "saisie_par", "evenement_id"));
    }

    private static List<TableDuDossier> decision() {
        return List.of(
                de("signalement", DE_L_IP).piece(Chapitre.IP, "Signalement à l’autorité judiciaire", "t.ip_id").nature(Nature.JUSTICE).exportSi(DU_MINEUR).ordre("t.transmis_le")
                        .dit("Transmis le", "transmis_le").code("Destinataire", "destinataire").dit("Juridiction", "juridiction").code("Critère", "critere")
                        .dit("Actions tentées", "actions_tentees").dit("Exposé", "expose").dit("Référence", "reference").dit("Annulé le", "annule_le")
                        .dit("Motif de l’annulation", "annule_motif").interne("id", "ip_id", "mineur_id", "etape", "saisie_le", "saisie_par", "evenement_id"),
                de("decision_mineur", DE_L_IP).piece(Chapitre.IP, "Décision", "t.ip_id").nature(Nature.TIERS).exportSi(DU_MINEUR).ordre("t.decidee_le")
                        .code("Issue", "issue").code("Aide", "nature_aide", "aides").code("Critère", "critere").dit("Actions tentées", "actions_tentees").dit("Motivation", "motivation")
                        .genre(Colonne.Genre.MOTIFS, "Motifs donnés", "avertissements").agent("Signataire", "signataire_id").dit("Décidée le", "decidee_le")
                        .dit("Annulée le", "annulee_le").dit("Motif de l’annulation", "annulee_motif")
                        .interne("id", "ip_id", "mineur_id", "delegation_id", "interim_de", "saisie_le", "saisie_par", "evenement_id", "signalement_id"),
                de("precision_demandee", DE_L_IP).piece(Chapitre.IP, "Précisions demandées", "t.ip_id").nature(Nature.RAPPORT).ordre("t.demandee_le")
                        .dit("Question", "question").dit("Demandée le", "demandee_le").dit("Réponse", "reponse").dit("Répondue le", "repondue_le")
                        .dit("Réponse retirée", "reponse_retiree").dit("Annulée le", "annulee_le").interne("id", "ip_id", "demandee_par", "repondue_par", "evenement_id"),
                de("information_donnee", DE_L_IP).piece(Chapitre.IP, "Personnes informées des suites", "t.ip_id").nature(Nature.TIERS)
                        .exportSi("t.destinataire <> 'TRANSMETTEUR' and (t.mineur_id is null or " + DU_MINEUR + ")").ordre("t.saisie_le")
                        .code("Destinataire", "destinataire").code("Moyen", "moyen", "moyens").dit("Le", "donnee_le").code("Motif de non-information", "motif_refus", "motifs-non-information")
                        .dit("Précision", "precision_motif").genre(Colonne.Genre.MOTIFS, "Motifs donnés", "avertissements").dit("Annulée le", "annulee_le")
                        .dit("Motif de l’annulation", "annulee_motif").interne("id", "ip_id", "reference_id", "mineur_id", "saisie_le", "saisie_par", "evenement_id"),
                de("suite_judiciaire", DE_L_IP).piece(Chapitre.IP, "Suites judiciaires", "t.ip_id").nature(Nature.JUSTICE).exportSi(DU_MINEUR).ordre("t.survenue_le")
                        .code("Suite", "suite").dit("Le", "survenue_le").dit("Référence", "reference").dit("Annulée le", "annulee_le").dit("Motif de l’annulation", "annulee_motif")
                        .interne("id", "ip_id", "mineur_id", "saisie_le", "saisie_par", "evenement_id"),
                de("correction", DE_L_IP).piece(Chapitre.IP, "Corrections", "t.ip_id").nature(Nature.TIERS).ordre("t.faite_le")
                        .code("Correction", "genre").dit("Motif", "motif").dit("Avant", "avant").dit("Après", "apres").dit("Le", "faite_le").agent("Par", "faite_par")
                        .interne("id", "ip_id", "effets", "version_avant"),
                de("fin_sans_decision", DE_L_IP).piece(Chapitre.IP, "Fin sans décision", "t.ip_id").nature(Nature.TIERS)
                        .code("Motif", "motif").dit("Le", "le").dit("Département", "departement").dit("Parents informés le", "parents_informes_le")
                        .dit("Parents non informés", "parents_non_informes").dit("Pièces", "pieces").dit("Envoyée le", "envoyee_le").dit("Accusé reçu le", "accuse_recu_le")
                        .dit("CAF interrogée le", "caf_interrogee_le").dit("Réponse de la CAF", "caf_reponse").dit("CPAM interrogée le", "cpam_interrogee_le")
                        .dit("Réponse de la CPAM", "cpam_reponse").dit("Précision", "precision_").genre(Colonne.Genre.MOTIFS, "Motifs donnés", "avertissements")
                        .dit("Annulée le", "annulee_le").dit("Motif de l’annulation", "annulee_motif")
                        .interne("id", "ip_id", "etape", "doublon_de", "saisie_le", "saisie_par", "evenement_id"),
                de("commission_mineur", DE_L_IP).piece(Chapitre.IP, "Commission", "t.ip_id").nature(Nature.RAPPORT).exportSi(DU_MINEUR).ordre("t.seance_le")
                        .dit("Séance du", "seance_le").code("Avis", "avis_issue").dit("Termes de l’avis", "avis").dit("Rendu le", "rendu_le").dit("Annulée le", "annulee_le")
                        .interne("id", "ip_id", "mineur_id", "saisie_le", "saisie_par", "evenement_id"));
    }

    /** An information that opened or joined an IP has the end of that IP; the outcome of an IP is the heaviest of its minors. */
    private static final String DOSSIERS_IP = """
            select ip.id, ip.numero, ip.etat, cast(coalesce(ip.close_le, ip.decidee_le, ip.recue_le) as date) as fin,
                (select array_agg(m.enfant_id) from mineur_concerne m where m.ip_id = ip.id and m.enfant_id = any(:enfants)) as enfants,
                (select d.issue from decision_mineur d where d.ip_id = ip.id and d.annulee_le is null
                    order by array_position(array['AUTORITE_JUDICIAIRE', 'AIDE_ADMINISTRATIVE', 'DROIT_COMMUN', 'CLASSEMENT'], d.issue) limit 1) as issue
            from information_preoccupante ip where ip.id = any(:ips)""";
    private static final String DOSSIERS_INFORMATION = """
            select i.id, i.numero, i.etat, i.orientation, cast(coalesce(i.analysee_le, i.recue_le) as date) as fin,
                (select array_agg(m.enfant_id) from information_mineur m where m.information_id = i.id and m.enfant_id = any(:enfants)) as enfants
            from information_entrante i where i.id = any(:informations) and i.ip_id is null""";

    @Override
    public List<DossierTenu> dossiers(Cles cles) {
        List<DossierTenu> ips = jdbc.sql(DOSSIERS_IP).params(cles.parametres()).query((l, n) -> {
            boolean ouvert = EtatIp.valueOf(l.getString("etat")).ouverte();
            String issue = l.getString("issue");
            return new DossierTenu(Sujet.ip(l.getObject("id", UUID.class)), enfants(l.getArray("enfants")), l.getString("numero"), "IP",
                    ouvert ? null : issue == null ? "SANS_DECISION" : issue, ouvert, ouvert ? null : l.getObject("fin", LocalDate.class));
        }).list();
        List<DossierTenu> informations = jdbc.sql(DOSSIERS_INFORMATION).params(cles.parametres()).query((l, n) -> {
            boolean ouvert = "A_ANALYSER".equals(l.getString("etat"));
            return new DossierTenu(new Sujet(TypeSujet.INFORMATION, l.getObject("id", UUID.class)), enfants(l.getArray("enfants")), l.getString("numero"), "INFORMATION",
                    ouvert ? null : "NON_QUALIFIEE".equals(l.getString("orientation")) ? "NON_QUALIFIEE" : "TRANSMISE", ouvert,
                    ouvert ? null : l.getObject("fin", LocalDate.class));
        }).list();
        return Stream.concat(ips.stream(), informations.stream()).toList();
    }

    private static java.util.Set<UUID> enfants(java.sql.Array tableau) throws java.sql.SQLException {
        return tableau == null ? java.util.Set.of() : Stream.of((UUID[]) tableau.getArray()).collect(Collectors.toSet());
    }
}
