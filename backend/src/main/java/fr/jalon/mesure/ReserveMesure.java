package fr.jalon.mesure;

import fr.jalon.acces.Reserve;
import fr.jalon.commun.TypeSujet;

import org.springframework.stereotype.Component;

/** The measures of a child whose file is restricted are for the people named on that file, and for nobody else. */
@Component
class ReserveMesure implements Reserve {

    @Override
    public TypeSujet type() {
        return TypeSujet.MESURE;
    }

    @Override
    public String tus() {
        return "select mr.mesure_id from mesure_reservee mr where not exists (select 1 from enfant_restriction er"
                + " where er.enfant_id = mr.enfant_id and er.utilisateur_id = :accesQui)";
    }
}
