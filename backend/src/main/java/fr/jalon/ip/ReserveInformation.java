package fr.jalon.ip;

import fr.jalon.acces.Reserve;
import fr.jalon.commun.TypeSujet;

import org.springframework.stereotype.Component;

/** What came in about a restricted child is for the people named on that child's file. */
@Component
class ReserveInformation implements Reserve {

    @Override
    public TypeSujet type() {
        return TypeSujet.INFORMATION;
    }

    @Override
    public String tus() {
        return "select ir.information_id from information_reservee ir where not exists (select 1 from enfant_restriction er"
                + " where er.enfant_id = ir.enfant_id and er.utilisateur_id = :accesQui)";
    }
}
