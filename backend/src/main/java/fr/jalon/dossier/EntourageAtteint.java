package fr.jalon.dossier;

import java.util.Collection;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether an adult or a home named by its id may be used: only through a child, never because somebody knows an id. */
@Component
class EntourageAtteint {

    enum Genre {
        ADULTE, FOYER
    }

    private final JdbcClient jdbc;
    private final Acces acces;

    EntourageAtteint(JdbcClient jdbc, Acces acces) {
        this.jdbc = jdbc;
        this.acces = acces;
    }

    /** Through one of these children, or through a brother, a sister or a shared home of theirs, under every id merges gave them. */
    boolean autourDe(Genre genre, UUID id, Collection<UUID> enfants) {
        return !enfants.isEmpty() && jdbc.sql("""
                with recursive sous(id) as (
                    select unnest(cast(:enfants as uuid[])) union
                    select e.id from sous s join enfant e on e.fusionne_vers = s.id),
                autour(id) as (
                    select id from sous union
                    select case when l.enfant_a = s.id then l.enfant_b else l.enfant_a end from lien_enfants l join sous s on s.id in (l.enfant_a, l.enfant_b)
                        where l.annule_le is null)
                """ + (genre == Genre.ADULTE ? """
                select exists (select 1 from autorite_parentale ap join autour a on a.id = ap.enfant_id where ap.adulte_id = :id)
                    or exists (select 1 from foyer_adulte fa join foyer_enfant fe on fe.foyer_id = fa.foyer_id join autour a on a.id = fe.enfant_id
                        where fa.adulte_id = :id)""" : """
                select exists (select 1 from foyer_enfant fe join autour a on a.id = fe.enfant_id where fe.foyer_id = :id)"""))
                .param("enfants", Tableaux.uuids(java.util.Set.copyOf(enfants))).param("id", id).query(Boolean.class).single();
    }

    /** Through any child whose file this person may read. */
    boolean enVue(Genre genre, UUID id) {
        Identite qui = IdentiteCourante.exiger();
        Acces.Filtre vue = acces.filtre("'ENFANT'", "e.id");
        String lu = vue.sql() + " and (not e.restreint or :systeme or exists (select 1 from enfant_restriction r where r.enfant_id = e.id"
                + " and r.utilisateur_id = cast(:qui as uuid)))";
        String requete = genre == Genre.ADULTE
                ? "select exists (select 1 from autorite_parentale ap join enfant e on e.id = ap.enfant_id where ap.adulte_id = :id and " + lu
                        + ") or exists (select 1 from foyer_adulte fa join foyer_enfant fe on fe.foyer_id = fa.foyer_id"
                        + " join enfant e on e.id = fe.enfant_id where fa.adulte_id = :id and " + lu + ")"
                : "select exists (select 1 from foyer_enfant fe join enfant e on e.id = fe.enfant_id where fe.foyer_id = :id and " + lu + ")";
        return jdbc.sql(requete).params(vue.parametres()).param("id", id).param("systeme", qui.systeme())
                .param("qui", qui.utilisateurId() == null ? null : qui.utilisateurId().toString()).query(Boolean.class).single();
    }
}
