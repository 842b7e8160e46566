package fr.jalon.echeance;

import static fr.jalon.commun.donnees.TableDuDossier.de;
import static fr.jalon.commun.donnees.TableDuDossier.horsDossier;

import java.util.List;

import fr.jalon.commun.donnees.DonneesDuDossier;
import fr.jalon.commun.donnees.TableDuDossier;

import org.springframework.stereotype.Component;

/** Due dates and reminders go with the file; the rules are nobody’s. */
@Component
class DonneesEcheance implements DonneesDuDossier {

    @Override
    public List<TableDuDossier> tables() {
        return List.of(
                de("echeance", "t.sujet_id = any(:tous)").technique("Dates calculées, dites par les faits dont elles partent."),
                de("echeance_retenue", "t.sujet_id = any(:tous)").technique("Consignes qui retiennent une étape : dites par la consigne."),
                de("rappel", "t.sujet_id = any(:tous)").technique("Rappels faits aux agents."),
                de("rappel_vu", "t.rappel_id in (select r.id from rappel r where r.sujet_id = any(:tous))").technique("Rappels lus."),
                horsDossier("echeance_regle", "Règles des délais."));
    }
}
