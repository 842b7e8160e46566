package fr.jalon.indicateur;

import static fr.jalon.commun.donnees.TableDuDossier.de;
import static fr.jalon.commun.donnees.TableDuDossier.horsDossier;

import java.util.List;

import fr.jalon.commun.donnees.DonneesDuDossier;
import fr.jalon.commun.donnees.TableDuDossier;

import org.springframework.stereotype.Component;

/** Figures name nobody. */
@Component
class DonneesIndicateur implements DonneesDuDossier {

    @Override
    public List<TableDuDossier> tables() {
        return List.of(
                horsDossier("indicateur_exercice", "Années arrêtées."),
                horsDossier("indicateur_formule", "Formules additionnées."),
                horsDossier("indicateur_cloture", "Additions de chaque nuit."),
                horsDossier("indicateur_cumul", "Sommes : des nombres par jour, unité et formule."),
                horsDossier("indicateur_delta", "Ce que chaque nuit a changé aux sommes."),
                horsDossier("indicateur_catalogue", "Indicateurs ajoutés par le département."),
                de("enfant_trait", "t.enfant_id = any(:enfants)").technique("Sexe et naissance tels que connus à chaque date, dits avec l’identité.")
                        .gardee("La date de naissance et le sexe, sans nom : les âges comptés les lisent."));
    }
}
