package fr.jalon.tache;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Absences;
import fr.jalon.acces.Acces;
import fr.jalon.acces.DepartDePersonne;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.TypeSujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who holds a task, who gave it, who has read it. Facts about people at work, in real time; they are no events of the file. */
@Service
@Transactional
public class FaitsTaches implements DepartDePersonne {

    /** Somebody who may hold the task, how many they hold already, and until when they are away if they are today. */
    public record Affectable(UUID id, String nom, String fonction, long tachesEnMain, LocalDate absentJusquau) {
    }

    private record Tache(Sujet sujet, Mission mission, String unite) {
    }

    private final JdbcClient jdbc;
    private final Acces acces;
    private final Journal journal;
    private final Departement departement;
    private final Absences absences;
    private final Horloge horloge;

    FaitsTaches(JdbcClient jdbc, Acces acces, Journal journal, Departement departement, Absences absences, Horloge horloge) {
        this.jdbc = jdbc;
        this.acces = acces;
        this.journal = journal;
        this.departement = departement;
        this.absences = absences;
        this.horloge = horloge;
    }

    /**
     * « Je prends. » Taking what one already holds changes nothing; whoever stands in for somebody away takes what that one held.
     *
     * @throws Conflit telling who has it, when somebody was faster
     */
    public void prendre(String id) {
        Tache tache = tache(id);
        acces.exiger(tache.mission(), tache.sujet());
        UUID moi = IdentiteCourante.exiger().utilisateurId();
        int prises = jdbc.sql("""
                insert into tache_suivi(tache_id, titulaire_id, depuis) values (:id, :moi, :le) on conflict (tache_id) do update
                    set titulaire_id = excluded.titulaire_id, depuis = excluded.depuis, affectee_par = null
                    where tache_suivi.titulaire_id = any(:remplacees)""")
                .param("id", id).param("moi", moi).param("le", Timestamp.from(Instant.now()))
                .param("remplacees", absences.remplacees(moi, horloge.aujourdhui()).toArray(UUID[]::new)).update();
        if (prises == 0) {
            refuserSiAutre(id, moi);
            return;
        }
        journal.modification(tache.sujet(), "tache.prendre");
    }

    /** « Je remets à l’équipe. » The holder does, or whoever watches over delays. */
    public void remettre(String id) {
        Tache tache = tache(id);
        acces.exigerVue(tache.sujet());
        Identite qui = IdentiteCourante.exiger();
        int remises = jdbc.sql("delete from tache_suivi where tache_id = ? and (titulaire_id = ? or ?)")
                .params(id, qui.utilisateurId(), acces.peut(Mission.SUPERVISION, tache.sujet())).update();
        if (remises == 0) {
            refuserSiAutre(id, qui.utilisateurId());
            return;
        }
        journal.modification(tache.sujet(), "tache.remettre");
    }

    /** Gives tasks to somebody who holds their mission; all or none. */
    public void affecter(List<String> ids, UUID utilisateur) {
        Identite qui = IdentiteCourante.exiger();
        for (String id : ids.stream().distinct().sorted().toList()) {
            Tache tache = tache(id);
            acces.exigerVue(tache.sujet());
            if (!acces.peutUne(List.of(Mission.SUPERVISION, tache.mission()), tache.sujet())) {
                journal.refus(tache.sujet(), "tache.affecter");
                throw new Interdit("Affecter cette tâche revient à la mission « " + tache.mission().libelle() + " » ou « "
                        + Mission.SUPERVISION.libelle() + " ».");
            }
            if (candidats(List.of(id)).stream().noneMatch(a -> a.id().equals(utilisateur))) {
                throw Refus.champ("utilisateurId", "Cette personne ne tient pas la mission « " + tache.mission().libelle()
                        + " » pour ce dossier. Choisissez un nom de la liste.");
            }
            jdbc.sql("""
                    insert into tache_suivi(tache_id, titulaire_id, depuis, affectee_par) values (:id, :a, :le, :par)
                    on conflict (tache_id) do update set titulaire_id = excluded.titulaire_id, depuis = excluded.depuis,
                        affectee_par = excluded.affectee_par where tache_suivi.titulaire_id <> excluded.titulaire_id""")
                    .param("id", id).param("a", utilisateur).param("le", Timestamp.from(Instant.now()))
                    .param("par", qui.utilisateurId()).update();
            journal.modification(tache.sujet(), "tache.affecter");
        }
    }

    /** The person has read the line; nothing else changes. */
    public void lue(String id) {
        acces.exigerVue(tache(id).sujet());
        jdbc.sql("insert into tache_lue(utilisateur_id, tache_id, lue_le) values (?, ?, ?) on conflict do nothing")
                .params(IdentiteCourante.exiger().utilisateurId(), id, Timestamp.from(Instant.now())).update();
    }

    /** What somebody held goes back to the team. */
    @Override
    public void partie(UUID utilisateur) {
        jdbc.sql("delete from tache_suivi where titulaire_id = ?").param(utilisateur).update();
    }

    @Transactional(readOnly = true)
    public List<Affectable> affectables(String id) {
        return affectables(List.of(id));
    }

    /** Who may hold every one of these tasks. */
    @Transactional(readOnly = true)
    public List<Affectable> affectables(List<String> ids) {
        ids.stream().map(this::tache).map(Tache::sujet).distinct().forEach(acces::exigerVue);
        return candidats(ids);
    }

    private List<Affectable> candidats(List<String> ids) {
        Map<String, List<String>> roles = departement.profil().roles();
        List<String[]> paires = roles.entrySet().stream()
                .flatMap(r -> r.getValue().stream().map(m -> new String[] {Mission.valueOf(m).code(), r.getKey()})).toList();
        return jdbc.sql("""
                with tenue as (select * from unnest(:missions, :roles) t(mission, role)),
                     demandee as (select * from tache where id = any(:ids))
                select u.id, concat_ws(' ', u.prenom, u.nom) nom, coalesce(u.fonction, '') fonction,
                       (select count(*) from tache_suivi s join tache t on t.id = s.tache_id where s.titulaire_id = u.id) taches_en_main,
                       (select max(a.au) from absence a where a.utilisateur_id = u.id and a.annulee_le is null and a.du <= :jour and a.au >= :jour) absent_jusquau
                from utilisateur u where u.actif and not exists (
                    select 1 from demandee t where not exists (
                        select 1 from utilisateur_role r join tenue on tenue.role = r.role and tenue.mission = t.mission
                        where r.utilisateur_id = u.id
                        and (r.unite_id is null or r.unite_id = t.unite_id or exists (select 1 from sujet_unite su
                             where su.sujet_type = t.sujet_type and su.sujet_id = t.sujet_id and su.unite_id = r.unite_id))))
                order by u.nom, u.prenom""")
                .param("missions", paires.stream().map(p -> p[0]).toArray(String[]::new))
                .param("roles", paires.stream().map(p -> p[1]).toArray(String[]::new))
                .param("ids", ids.toArray(String[]::new)).param("jour", horloge.aujourdhui()).query(Affectable.class).list();
    }

    private Tache tache(String id) {
        return jdbc.sql("select sujet_type, sujet_id, mission, unite_id from tache where id = ?").param(id)
                .query((rs, n) -> new Tache(new Sujet(TypeSujet.valueOf(rs.getString(1)), rs.getObject(2, UUID.class)),
                        Mission.deCode(rs.getString(3)), rs.getString(4)))
                .optional().orElseThrow(() -> new Conflit(null, null, "Cette tâche vient d’être faite : elle n’attend plus personne."));
    }

    private void refuserSiAutre(String id, UUID moi) {
        jdbc.sql("""
                select s.titulaire_id, s.depuis, concat_ws(' ', u.prenom, u.nom) nom from tache_suivi s
                left join utilisateur u on u.id = s.titulaire_id where s.tache_id = ? and s.titulaire_id <> ?""")
                .params(id, moi)
                .query((rs, n) -> new Conflit(rs.getString("nom"), rs.getTimestamp("depuis").toInstant(),
                        "Cette tâche est déjà prise par " + rs.getString("nom") + "."))
                .optional().ifPresent(c -> {
                    throw c;
                });
    }
}
