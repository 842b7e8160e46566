package fr.jalon.schema;

import static fr.jalon.commun.donnees.TableDuDossier.horsDossier;

import java.util.List;

import fr.jalon.commun.donnees.DonneesDuDossier;
import fr.jalon.commun.donnees.TableDuDossier;

import org.springframework.stereotype.Component;

/** The follow-up of a schéma: actions of a département, nobody's file. */
@Component
class DonneesSchema implements DonneesDuDossier {

    @Override
    public List<TableDuDossier> tables() {
        return List.of(horsDossier("schema_etape", "Étapes des fiches d’un schéma."));
    }
}
