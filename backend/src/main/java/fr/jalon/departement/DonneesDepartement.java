package fr.jalon.departement;

import static fr.jalon.commun.donnees.TableDuDossier.horsDossier;

import java.util.List;

import fr.jalon.commun.donnees.DonneesDuDossier;
import fr.jalon.commun.donnees.TableDuDossier;

import org.springframework.stereotype.Component;

/** The profile and the units are nobody’s. */
@Component
class DonneesDepartement implements DonneesDuDossier {

    @Override
    public List<TableDuDossier> tables() {
        return List.of(
                horsDossier("profil", "Réglages du département."),
                horsDossier("unite", "Unités et services."));
    }
}
