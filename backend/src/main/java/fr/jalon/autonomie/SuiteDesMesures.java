package fr.jalon.autonomie;

import java.util.UUID;

import fr.jalon.dossier.SuiteIdentite;
import fr.jalon.mesure.Mesure;
import fr.jalon.mesure.SuiteMesure;

import org.springframework.stereotype.Component;

/** A measure that starts, ends or is corrected, and a birth date that is, move the path in the same transaction. */
@Component
class SuiteDesMesures implements SuiteMesure, SuiteIdentite {

    private final OuvertureAutonomie ouverture;

    SuiteDesMesures(OuvertureAutonomie ouverture) {
        this.ouverture = ouverture;
    }

    @Override
    public void suivre(Mesure mesure) {
        ouverture.suivreEnfant(mesure.enfantId());
    }

    @Override
    public void suivre(UUID enfantId) {
        ouverture.suivreEnfant(enfantId);
    }
}
