package fr.jalon.dossier;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.temps.Horloge;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Somebody searched for a child whose file is restricted: the named holders see who and when, and call back if they judge it useful. */
@Service
public class AlertesRestreints {

    /** One line for a holder. */
    public record AlerteRestreint(UUID id, UUID enfantId, String enfant, String chercheur, String fonction, List<String> unites, Instant le, boolean vue) {
    }

    private static final int AU_PLUS = 100;

    private final JdbcClient jdbc;
    private final Noms noms;
    private final Utilisateurs utilisateurs;
    private final Faits faits;
    private final Horloge horloge;

    AlertesRestreints(JdbcClient jdbc, Noms noms, Utilisateurs utilisateurs, Faits faits, Horloge horloge) {
        this.jdbc = jdbc;
        this.noms = noms;
        this.utilisateurs = utilisateurs;
        this.faits = faits;
        this.horloge = horloge;
    }

    /** Adds the event to what the search function has just written; the searcher's answer is not changed by it. */
    @Transactional(propagation = Propagation.MANDATORY)
    void prevenir() {
        UUID qui = IdentiteCourante.exiger().utilisateurId();
        if (qui == null) {
            return;
        }
        jdbc.sql("select id, enfant_id from alerte_recherche where chercheur_id = ? and evenement_id is null").param(qui)
                .query((rs, n) -> Map.entry(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class))).list()
                .forEach(a -> jdbc.sql("update alerte_recherche set evenement_id = ? where id = ?")
                        .params(faits.rechercheRestreinte(a.getValue()), a.getKey()).update());
    }

    /** Mine, the latest first. */
    @Transactional(readOnly = true)
    public List<AlerteRestreint> miennes() {
        if (!DroitsDossier.travailleSurDossiers(IdentiteCourante.exiger())) {
            // Somebody of a service is named for a measure: who looks for the child is not theirs to know.
            return List.of();
        }
        UUID moi = IdentiteCourante.exiger().utilisateurId();
        record Ligne(UUID id, UUID enfantId, UUID chercheurId, Instant le, boolean vue) {
        }
        List<Ligne> lignes = jdbc.sql("""
                select a.id, a.enfant_id, a.chercheur_id, a.le,
                    exists (select 1 from alerte_recherche_vue v where v.alerte_id = a.id and v.utilisateur_id = r.utilisateur_id) as vue
                from enfant_restriction r join alerte_recherche a on a.enfant_id = r.enfant_id
                where r.utilisateur_id = ? order by a.le desc limit ?""").params(moi, AU_PLUS)
                .query((rs, n) -> new Ligne(rs.getObject("id", UUID.class), rs.getObject("enfant_id", UUID.class),
                        rs.getObject("chercheur_id", UUID.class), rs.getTimestamp("le").toInstant(), rs.getBoolean("vue"))).list();
        Map<UUID, NomEnfant> enfants = noms.nomsDe(lignes.stream().map(Ligne::enfantId).collect(Collectors.toSet()));
        Map<UUID, Chercheur> chercheurs = chercheurs(lignes.stream().map(Ligne::chercheurId).collect(Collectors.toSet()));
        return lignes.stream().map(l -> {
            Chercheur c = chercheurs.getOrDefault(l.chercheurId(), new Chercheur(null, "Une personne", "", List.of()));
            return new AlerteRestreint(l.id(), l.enfantId(), enfants.get(l.enfantId()).affiche(), c.nom(), c.fonction(), c.unites(), l.le(), l.vue());
        }).toList();
    }

    private record Chercheur(UUID id, String nom, String fonction, List<String> unites) {
    }

    private Map<UUID, Chercheur> chercheurs(Set<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, String> nomsAffiches = utilisateurs.noms(ids);
        return jdbc.sql("""
                select u.id, coalesce(u.fonction, '') as fonction,
                    array(select distinct x.nom from utilisateur_role r join unite x on x.id = r.unite_id where r.utilisateur_id = u.id order by 1) as unites
                from utilisateur u where u.id = any (cast(? as uuid[]))""").param(Tableaux.uuids(ids))
                .query((rs, n) -> new Chercheur(rs.getObject("id", UUID.class), nomsAffiches.get(rs.getObject("id", UUID.class)),
                        rs.getString("fonction"), List.of((String[]) rs.getArray("unites").getArray())))
                .list().stream().collect(Collectors.toMap(Chercheur::id, c -> c));
    }

    @Transactional
    public void vue(UUID alerte) {
        UUID moi = IdentiteCourante.exiger().utilisateurId();
        int ecrite = jdbc.sql("""
                insert into alerte_recherche_vue(alerte_id, utilisateur_id, vue_le)
                select a.id, r.utilisateur_id, ? from alerte_recherche a join enfant_restriction r on r.enfant_id = a.enfant_id
                where a.id = ? and r.utilisateur_id = ? on conflict (alerte_id, utilisateur_id) do update set vue_le = alerte_recherche_vue.vue_le""")
                .params(Timestamp.from(horloge.maintenant()), alerte, moi).update();
        if (ecrite == 0) {
            throw new Introuvable();
        }
    }

}
