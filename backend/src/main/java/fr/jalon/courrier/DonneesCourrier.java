package fr.jalon.courrier;

import static fr.jalon.commun.donnees.TableDuDossier.horsDossier;

import java.util.List;

import fr.jalon.commun.donnees.DonneesDuDossier;
import fr.jalon.commun.donnees.TableDuDossier;

import org.springframework.stereotype.Component;

/** Mails hold a reference and codes, never a name. */
@Component
class DonneesCourrier implements DonneesDuDossier {

    @Override
    public List<TableDuDossier> tables() {
        return List.of(
                horsDossier("courriel_sortant", "Courriels aux agents : une référence, un lien et des codes."));
    }
}
