package fr.jalon.mesure;

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

/** Measures and where an entrusted child lives: what is given of them and what is erased. */
@Component
class DonneesMesure implements DonneesDuDossier {

    private static final String DE_LA_MESURE = "t.mesure_id = any(:mesures)";
    private static final String JUDICIAIRE = "exists (select 1 from mesure j where j.id = t.mesure_id and j.cadre = 'JUDICIAIRE')";

    private final JdbcClient jdbc;

    DonneesMesure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<TableDuDossier> tables() {
        return List.of(
                de("mesure", "t.id = any(:mesures)").piece(Chapitre.MESURE, "Mesure", "t.id").ordre("t.decidee_le")
                        .dit("Numéro", "numero").code("Cadre", "cadre").code("Base légale", "base_legale").code("Mesure", "produit").code("État", "etat").unite("Unité", "unite_id")
                        .unite("Service", "service_id").code("Décidée par", "autorite", "autorites").dit("Juridiction", "juridiction").dit("Magistrat", "magistrat")
                        .dit("Référence", "reference").dit("Décidée le", "decidee_le").dit("Durée", "duree").dit("Terme", "terme").dit("Début prévu", "debut_prevu")
                        .code("Intensité", "intensite").code("Lieu d’intervention", "lieu", "lieux-intervention").dit("Affectée le", "affectee_le").dit("Démarrée le", "demarree_le")
                        .dit("Finie le", "finie_le").code("Motif de fin", "motif_fin", "motifs-fin-mesure").code("Suite", "suite_fin", "suites-mesure")
                        .code("Tiers recherchés", "tiers_recherches").dit("Motivation", "motivation").dit("Accueil", "accueil").dit("Urgence", "urgence")
                        .dit("Provisoire", "provisoire").code("Exercée par", "exercice")
                        .interne("id", "enfant_id", "decision_id", "origine", "ip_id", "mineur_id", "attente_depuis", "demarree_a", "saisie_le", "saisie_par", "version",
                                "suite_attendue", "relais_attendu"),
                de("mesure_acte", DE_LA_MESURE).piece(Chapitre.MESURE, "Vie de la mesure", "t.mesure_id").ordre("t.le, t.saisi_le").justiceSi("t.genre = 'RAPPORT' and " + JUDICIAIRE)
                        .nature(Nature.TIERS)
                        .code("Acte", "genre").dit("Le", "le").genre(Colonne.Genre.DETAILS, "Précisions", "details").dit("Texte", "texte")
                        .genre(Colonne.Genre.MOTIFS, "Motifs donnés", "avertissements").agent("Par", "saisi_par").dit("Annulé le", "annule_le").dit("Motif de l’annulation", "annule_motif")
                        .interne("id", "mesure_id", "evenement_id", "saisi_le"),
                de("mesure_accord", DE_LA_MESURE).piece(Chapitre.MESURE, "Accord des titulaires", "t.mesure_id").nature(Nature.TIERS).cle("concat(t.mesure_id, '/', t.adulte_id)")
                        .ditAutrement("Titulaire", "(select concat_ws(' ', a.prenoms, a.nom) from adulte a where a.id = t.adulte_id)", "adulte_id")
                        .code("Accord", "statut").dit("Le", "le").dit("Motif", "motif").interne("mesure_id"),
                de("mesure_referent", DE_LA_MESURE).piece(Chapitre.MESURE, "Référents", "t.mesure_id").ordre("t.du")
                        .code("Référent", "genre").agent("Agent", "utilisateur_id").dit("Nom", "nom").dit("Du", "du").dit("Au", "au").interne("id", "mesure_id"),
                de("lieu_accueil", DE_LA_MESURE).piece(Chapitre.MESURE, "Lieux d’accueil", "t.mesure_id").nature(Nature.TIERS).ordre("t.du")
                        .code("Nature", "nature").code("Type", "type").unite("Service", "service_id").dit("Désignation", "libelle").dit("Du", "du").dit("Au", "au").dit("Motif", "motif")
                        .dit("Motif de fin", "fin_motif").dit("Juge avisé le", "juge_avise_le").dit("Annulé le", "annule_le").dit("Motif de l’annulation", "annule_motif")
                        .interne("id", "mesure_id", "famille_id", "saisi_le", "saisi_par", "acte_id", "fin_acte_id"),
                de("droit_visite", DE_LA_MESURE).piece(Chapitre.MESURE, "Droits de visite et d’hébergement", "t.mesure_id").nature(Nature.JUSTICE).ordre("t.du")
                        .ditAutrement("Titulaire", "(select concat_ws(' ', a.prenoms, a.nom) from adulte a where a.id = t.adulte_id)", "adulte_id")
                        .code("Droit", "genre").code("Modalité", "modalite").dit("Ordonné le", "ordonne_le").dit("Du", "du").dit("Au", "au").dit("Texte", "texte")
                        .dit("Annulé le", "annule_le").dit("Motif de l’annulation", "annule_motif").interne("id", "mesure_id", "acte_id", "fin_acte_id", "saisi_le", "saisi_par"),
                de("fratrie_accueil", DE_LA_MESURE).piece(Chapitre.MESURE, "Accueil de la fratrie", "t.mesure_id").nature(Nature.TIERS).ordre("t.du")
                        .genre(Colonne.Genre.ENFANT, "Avec", "frere_id").dit("Ensemble", "ensemble").dit("Motif", "motif").dit("Juge avisé le", "juge_avise_le").dit("Du", "du")
                        .dit("Au", "au").dit("Annulé le", "annule_le").dit("Motif de l’annulation", "annule_motif")
                        .interne("id", "mesure_id", "acte_id", "fin_acte_id", "saisi_le", "saisi_par"),
                de("revue_statut", "t.enfant_id = any(:enfants)").piece(Chapitre.MESURE, "Examens du statut et CESSEC", null).nature(Nature.TIERS).ordre("t.prevue_le nulls last")
                        .code("Examen", "genre").dit("Prévu le", "prevue_le").dit("Tenu le", "tenue_le").dit("Avis", "avis").dit("Texte", "texte").dit("Annulé le", "annulee_le")
                        .dit("Motif de l’annulation", "annulee_motif").interne("id", "enfant_id", "mesure_id", "evenement_id", "acte_id", "saisi_le", "saisi_par"),
                de("changement_prevu", DE_LA_MESURE).piece(Chapitre.MESURE, "Changements de lieu préparés", "t.mesure_id").ordre("t.prevu_le")
                        .dit("Prévu le", "prevu_le").dit("Motif", "motif").dit("Juge avisé le", "juge_avise_le").dit("Fait le", "fait_le").dit("Annulé le", "annule_le")
                        .dit("Motif de l’annulation", "annule_motif").interne("id", "mesure_id", "acte_id", "fait_acte_id", "saisi_le", "saisi_par"),
                de("attente_rang", DE_LA_MESURE).technique("Rang proposé sur une liste d’attente : dit par l’acte."),
                TableDuDossier.horsDossier("famille_accueil", "Une famille d’accueil figure par un numéro."),
                TableDuDossier.horsDossier("capacite", "Places des services."),
                TableDuDossier.horsDossier("place_verrou", "Verrous des places."));
    }

    @Override
    public List<DossierTenu> dossiers(Cles cles) {
        return jdbc.sql("""
                select id, enfant_id, numero, etat, cadre, accueil, demarree_le, coalesce(finie_le, decidee_le) as fin from mesure where id = any(:mesures)""")
                .params(cles.parametres()).query((l, n) -> {
                    boolean ouvert = EtatMesure.valueOf(l.getString("etat")).ouverte();
                    String issue = l.getObject("demarree_le") == null ? "JAMAIS_EXERCEE" : l.getBoolean("accueil") ? "ACCUEIL" : l.getString("cadre");
                    return new DossierTenu(Sujet.mesure(l.getObject("id", UUID.class)), Set.of(l.getObject("enfant_id", UUID.class)), l.getString("numero"), "MESURE",
                            ouvert ? null : issue, ouvert, ouvert ? null : l.getObject("fin", LocalDate.class));
                }).list();
    }
}
