package fr.jalon.brouillon;

import static fr.jalon.commun.donnees.TableDuDossier.de;

import java.util.List;

import fr.jalon.commun.donnees.DonneesDuDossier;
import fr.jalon.commun.donnees.TableDuDossier;

import org.springframework.stereotype.Component;

/** Drafts about the file go with it. */
@Component
class DonneesBrouillon implements DonneesDuDossier {

    @Override
    public List<TableDuDossier> tables() {
        return List.of(
                de("brouillon", "t.sujet_id = any(:tous)").technique("Formulaires à demi écrits, chiffrés, effacés après quatre-vingt-dix jours."));
    }
}
