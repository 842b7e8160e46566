package fr.jalon.evenement;

import static fr.jalon.commun.donnees.TableDuDossier.de;

import java.util.List;

import fr.jalon.commun.donnees.Chapitre;
import fr.jalon.commun.donnees.Colonne;
import fr.jalon.commun.donnees.DonneesDuDossier;
import fr.jalon.commun.donnees.Nature;
import fr.jalon.commun.donnees.TableDuDossier;

import org.springframework.stereotype.Component;

/** The log is the chronology somebody is given; after a purge it stays, without a word, so that what was counted stays counted. */
@Component
class DonneesEvenement implements DonneesDuDossier {

    private static final String LES_SIENS = "t.id in (select s.evenement_id from evenement_sujet s where s.sujet_id = any(:tous))";

    @Override
    public List<TableDuDossier> tables() {
        return List.of(
                de("evenement", LES_SIENS).piece(Chapitre.CHRONOLOGIE, "Chronologie", null).nature(Nature.TIERS)
                        .depuis("evenement t left join evenement_texte x on x.evenement_id = t.id")
                        .exportSi("t.type not like 'echeance.%' and t.type not like 'rappel.%'").ordre("t.survenu_le, t.enregistre_le, t.id")
                        .dit("Le", "jour").genre(Colonne.Genre.EVENEMENT, "Fait", "type").ditAutrement("Texte", "x.texte").unite("Unité", "unite_id").agent("Par", "auteur_id")
                        .interne("id", "survenu_le", "enregistre_le", "transaction_id", "element", "dimensions", "annule_id", "rectifie_id")
                        .gardee("Un fait compté : type, date, unité, codes ; ni nom ni texte."),
                de("evenement_sujet", "t.sujet_id = any(:tous)").technique("Sujets d’un fait.").gardee("Des identifiants, qui ne mènent plus à personne."),
                de("evenement_texte", "t.evenement_id in (select s.evenement_id from evenement_sujet s where s.sujet_id = any(:tous))").technique("Dit avec la chronologie."),
                de("periode", "t.sujet_id = any(:tous) or t.enfant_id = any(:enfants)").technique("Périodes comptées, tirées des faits.").gardee("Une période comptée : dates, unité, codes."));
    }
}
