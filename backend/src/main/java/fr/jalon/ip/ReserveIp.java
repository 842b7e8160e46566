package fr.jalon.ip;

import fr.jalon.acces.Reserve;
import fr.jalon.commun.TypeSujet;

import org.springframework.stereotype.Component;

/** An IP in which a restricted child stands is for the people named on that child's file: what it tells of the others tells of the child. */
@Component
class ReserveIp implements Reserve {

    @Override
    public TypeSujet type() {
        return TypeSujet.IP;
    }

    @Override
    public String tus() {
        return "select ir.ip_id from ip_reservee ir where not exists (select 1 from enfant_restriction er"
                + " where er.enfant_id = ir.enfant_id and er.utilisateur_id = :accesQui)";
    }
}
