package fr.jalon.releve;

import static fr.jalon.commun.donnees.TableDuDossier.de;

import java.util.List;

import fr.jalon.commun.donnees.Chapitre;
import fr.jalon.commun.donnees.Colonne;
import fr.jalon.commun.donnees.DonneesDuDossier;
import fr.jalon.commun.donnees.Nature;
import fr.jalon.commun.donnees.TableDuDossier;

import org.springframework.stereotype.Component;

/** Light records: what is given of them and what is erased; their events and periods stay counted. */
@Component
class DonneesReleve implements DonneesDuDossier {

    @Override
    public List<TableDuDossier> tables() {
        return List.of(de("releve", "t.enfant_id = any(:enfants)").piece(Chapitre.MESURE, "Relevés", null).nature(Nature.TIERS).ordre("t.du, t.note_le")
                .code("Relevé", "code").dit("Du", "du").dit("Au", "au").genre(Colonne.Genre.DETAILS, "Précisions", "champs").dit("Texte", "texte").unite("Unité", "unite_id")
                .agent("Noté par", "note_par").dit("Noté le", "note_le").dit("Corrigé le", "corrige_le").dit("Annulé le", "annule_le").dit("Motif de l’annulation", "annule_motif")
                .interne("id", "enfant_id", "foyer_id", "evenement_id", "fin_evenement_id", "corrige_par", "version"));
    }
}
