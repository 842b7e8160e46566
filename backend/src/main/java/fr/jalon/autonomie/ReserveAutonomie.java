package fr.jalon.autonomie;

import fr.jalon.acces.Reserve;
import fr.jalon.commun.TypeSujet;

import org.springframework.stereotype.Component;

/** The path of a child whose file is restricted is for the people named on that file, and for nobody else. */
@Component
class ReserveAutonomie implements Reserve {

    @Override
    public TypeSujet type() {
        return TypeSujet.AUTONOMIE;
    }

    @Override
    public String tus() {
        return "select ar.autonomie_id from autonomie_reservee ar where not exists (select 1 from enfant_restriction er"
                + " where er.enfant_id = ar.enfant_id and er.utilisateur_id = :accesQui)";
    }
}
