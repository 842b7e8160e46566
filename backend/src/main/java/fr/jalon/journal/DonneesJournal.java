package fr.jalon.journal;

import static fr.jalon.commun.donnees.TableDuDossier.horsDossier;

import java.util.List;

import fr.jalon.commun.donnees.DonneesDuDossier;
import fr.jalon.commun.donnees.TableDuDossier;

import org.springframework.stereotype.Component;

/** Seals and verifications: no word of a file. */
@Component
class DonneesJournal implements DonneesDuDossier {

    @Override
    public List<TableDuDossier> tables() {
        return List.of(
                horsDossier("journal_sceau", "Sceaux du journal."),
                horsDossier("journal_verification", "Vérifications du journal : rangs et identifiants."));
    }
}
