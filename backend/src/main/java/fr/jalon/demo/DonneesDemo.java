package fr.jalon.demo;

import static fr.jalon.commun.donnees.TableDuDossier.horsDossier;

import java.util.List;

import fr.jalon.commun.donnees.DonneesDuDossier;
import fr.jalon.commun.donnees.TableDuDossier;

import org.springframework.stereotype.Component;

/** The synthetic département’s own marks. */
@Component
class DonneesDemo implements DonneesDuDossier {

    @Override
    public List<TableDuDossier> tables() {
        return List.of(
                horsDossier("demo_semis", "Graine de la démonstration."),
                horsDossier("demo_lot", "Avancement de la démonstration : identifiants."));
    }
}
