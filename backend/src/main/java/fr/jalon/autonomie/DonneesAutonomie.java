package fr.jalon.autonomie;

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

/** The way to majority: what is given of it and what is erased. */
@Component
class DonneesAutonomie implements DonneesDuDossier {

    private final JdbcClient jdbc;

    DonneesAutonomie(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<TableDuDossier> tables() {
        return List.of(
                de("autonomie", "t.id = any(:autonomies)").piece(Chapitre.AUTONOMIE, "Parcours vers l’autonomie", null)
                        .code("État", "etat").unite("Unité", "unite_id").dit("Ouvert le", "ouverte_le").dit("Entrée le", "entree_le").dit("Mineur non accompagné", "mna").dit("MDPH", "mdph")
                        .dit("Rendez-vous le", "rendez_vous_le").dit("Entretien le", "entretien_le").code("Issue de l’entretien", "entretien_issue").dit("Conditions notifiées le", "notifie_le")
                        .dit("Projet le", "projet_le").dit("Demande le", "demande_le").dit("Décision le", "decision_le").code("Décision", "decision").dit("Terme", "terme")
                        .dit("Sortie le", "sortie_le").dit("Fiche de sortie le", "fiche_le").code("Logement", "logement").dit("Logement stable", "logement_stable").dit("Ressources", "ressources")
                        .dit("Activité", "activite").dit("Souhaitée", "souhaitee").dit("Six mois le", "six_mois_le").dit("Entretien des six mois le", "six_mois_fait_le")
                        .dit("Clos le", "close_le").code("Motif de fin", "motif_fin")
                        .interne("id", "enfant_id", "naissance", "naissance_exacte", "dix_sept_le", "dix_huit_le", "vingt_et_un_le", "tardive", "en_charge", "jeune_majeur",
                                "entretien_du_le", "reference_le", "mesure_id", "sortie_majeur", "suivi_le", "saisie_le", "version"),
                de("autonomie_acte", "t.autonomie_id = any(:autonomies)").piece(Chapitre.AUTONOMIE, "Actes du parcours", null).nature(Nature.TIERS).ordre("t.le, t.saisi_le")
                        .code("Acte", "genre").dit("Le", "le").genre(Colonne.Genre.DETAILS, "Précisions", "details").dit("Texte", "texte")
                        .genre(Colonne.Genre.MOTIFS, "Motifs donnés", "avertissements").agent("Par", "saisi_par").dit("Annulé le", "annule_le").dit("Motif de l’annulation", "annule_motif")
                        .interne("id", "autonomie_id", "evenement_id", "saisi_le"),
                de("autonomie_mot", "t.acte_id in (select a.id from autonomie_acte a where a.autonomie_id = any(:autonomies))")
                        .piece(Chapitre.AUTONOMIE, "Mots des actes", null).nature(Nature.TIERS).cle("concat(t.acte_id, '/', t.code, '/', t.rang)")
                        .ordre("(select a.le from autonomie_acte a where a.id = t.acte_id), t.code, t.rang")
                        .ditAutrement("Le", "(select a.le from autonomie_acte a where a.id = t.acte_id)", "acte_id").code("Rubrique", "code").dit("Texte", "texte").interne("rang"),
                de("autonomie_repere", "t.autonomie_id = any(:autonomies)").piece(Chapitre.AUTONOMIE, "Repères du calendrier", null).ordre("t.le")
                        .code("Repère", "code").dit("Prévu le", "le").code("État", "etat").dit("Fait le", "fait_le").interne("id", "autonomie_id"));
    }

    @Override
    public List<DossierTenu> dossiers(Cles cles) {
        return jdbc.sql("select id, enfant_id, etat, jeune_majeur, decision, coalesce(close_le, ouverte_le) as fin from autonomie where id = any(:autonomies)")
                .params(cles.parametres()).query((l, n) -> {
            boolean ouvert = EtatAutonomie.valueOf(l.getString("etat")).ouvert();
            return new DossierTenu(Sujet.autonomie(l.getObject("id", UUID.class)), Set.of(l.getObject("enfant_id", UUID.class)), "Autonomie", "AUTONOMIE",
                    ouvert ? null : "ACCORD".equals(l.getString("decision")) ? "ACCOMPAGNE" : "NON_ACCOMPAGNE", ouvert, ouvert ? null : l.getObject("fin", LocalDate.class));
        }).list();
    }
}
