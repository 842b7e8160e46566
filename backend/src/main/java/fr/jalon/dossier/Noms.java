package fr.jalon.dossier;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.temps.Horloge;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names by id for the page shown, and the child that stands for each id since merges. */
@Component
class Noms {

    private static final String RESTREINT = "Dossier restreint";

    private final JdbcClient jdbc;
    private final Horloge horloge;

    Noms(JdbcClient jdbc, Horloge horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /** A merged child answers with the name of the one that stands for both. Names of restricted files are for their holders. */
    Map<UUID, NomEnfant> nomsDe(Collection<UUID> ids) {
        Map<UUID, NomEnfant> noms = new HashMap<>();
        if (ids.isEmpty()) {
            return noms;
        }
        Identite qui = IdentiteCourante.exiger();
        LocalDate aujourdhui = horloge.aujourdhui();
        jdbc.sql("""
                with recursive chemin(depart, id) as (
                    select e.id, e.id from enfant_repere e where e.id = any (cast(:ids as uuid[]))
                    union all
                    select c.depart, e.fusionne_vers from chemin c join enfant_repere e on e.id = c.id where e.fusionne_vers is not null)
                select c.depart, e.id, n.nom, n.nom_usage, n.prenoms, n.non_nomme, e.naissance_precision, e.naissance_le, e.terme_prevu, e.restreint,
                    e.restreint and not exists (select 1 from enfant_restriction r where r.enfant_id = e.id and r.utilisateur_id = :qui) as tu
                from chemin c join enfant_repere e on e.id = c.id left join enfant n on n.id = e.id
                where e.fusionne_vers is null and (n.id is not null or e.restreint and not exists (
                    select 1 from enfant_restriction r where r.enfant_id = e.id and r.utilisateur_id = :qui))""")
                .param("ids", Tableaux.uuids(ids)).param("qui", qui.utilisateurId(), java.sql.Types.OTHER)
                .query(rs -> {
                    Naissance naissance = new Naissance(Naissance.Precision.valueOf(rs.getString("naissance_precision")),
                            rs.getObject("naissance_le", LocalDate.class), rs.getObject("terme_prevu", LocalDate.class));
                    boolean tu = rs.getBoolean("tu") && !qui.systeme();
                    UUID depart = rs.getObject("depart", UUID.class);
                    noms.put(depart, new NomEnfant(depart, rs.getObject("id", UUID.class), tu ? RESTREINT : rs.getString("nom"),
                            tu ? "" : rs.getString("prenoms"),
                            tu ? RESTREINT : NomEnfant.affiche(rs.getString("nom"), rs.getString("nom_usage"), rs.getString("prenoms"),
                                    rs.getBoolean("non_nomme"), naissance),
                            tu ? Naissance.inconnue() : naissance, tu ? "" : naissance.age(aujourdhui), naissance.moinsDeDeuxAns(aujourdhui),
                            rs.getBoolean("restreint")));
                });
        return noms;
    }

    Map<UUID, UUID> canoniques(Collection<UUID> ids) {
        Map<UUID, UUID> canoniques = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("""
                    with recursive chemin(depart, id, vers) as (
                        select e.id, e.id, e.fusionne_vers from enfant_repere e where e.id = any (cast(:ids as uuid[]))
                        union all
                        select c.depart, e.id, e.fusionne_vers from chemin c join enfant_repere e on e.id = c.vers)
                    select depart, id from chemin where vers is null""").param("ids", Tableaux.uuids(ids))
                    .query(rs -> {
                        canoniques.put(rs.getObject("depart", UUID.class), rs.getObject("id", UUID.class));
                    });
        }
        return canoniques;
    }

    /** The child and every child merged into it: whatever is kept by id is looked for under all of them. */
    Set<UUID> identites(UUID id) {
        List<UUID> tous = jdbc.sql("""
                with recursive sous(id) as (
                    select :id union
                    select e.id from sous s join enfant_repere e on e.fusionne_vers = s.id)
                select id from sous""").param("id", canoniques(Set.of(id)).getOrDefault(id, id)).query(UUID.class).list();
        return new HashSet<>(tous);
    }

    /** Every identity of several children, and the one that stands for it. */
    Map<UUID, UUID> identites(Set<UUID> canoniques) {
        Map<UUID, UUID> identites = new HashMap<>();
        if (!canoniques.isEmpty()) {
            jdbc.sql("""
                    with recursive sous(tete, id) as (
                        select t.id, t.id from unnest(cast(:ids as uuid[])) as t(id) union
                        select s.tete, e.id from sous s join enfant_repere e on e.fusionne_vers = s.id)
                    select tete, id from sous""").param("ids", Tableaux.uuids(canoniques))
                    .query(rs -> {
                        identites.put(rs.getObject("id", UUID.class), rs.getObject("tete", UUID.class));
                    });
        }
        return identites;
    }

    /** Every other name a child is found by: former and usual names, and those of the files merged into it. */
    List<String[]> autresNoms(UUID canonique) {
        return jdbc.sql("""
                with recursive sous(id) as (
                    select cast(:id as uuid) union
                    select e.id from sous s join enfant_repere e on e.fusionne_vers = s.id)
                select a.nom, a.prenoms from nom_alternatif a join sous s on s.id = a.enfant_id
                union all
                select concat_ws(' ', e.nom, e.nom_usage), e.prenoms from enfant e join sous s on s.id = e.id where e.id <> :id""")
                .param("id", canonique).query((rs, n) -> new String[] {rs.getString(1), rs.getString(2)}).list();
    }
}
