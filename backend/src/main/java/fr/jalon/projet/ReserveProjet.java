package fr.jalon.projet;

import fr.jalon.acces.Reserve;
import fr.jalon.commun.TypeSujet;

import org.springframework.stereotype.Component;

/** The projet of a child whose file is restricted is for the people named on that file, and for nobody else. */
@Component
class ReserveProjet implements Reserve {

    @Override
    public TypeSujet type() {
        return TypeSujet.PROJET;
    }

    @Override
    public String tus() {
        return "select pr.projet_id from projet_reserve pr where not exists (select 1 from enfant_restriction er"
                + " where er.enfant_id = pr.enfant_id and er.utilisateur_id = :accesQui)";
    }
}
