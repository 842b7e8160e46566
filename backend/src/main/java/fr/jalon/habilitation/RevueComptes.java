package fr.jalon.habilitation;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Acces;
import fr.jalon.acces.DepartDePersonne;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Role;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.acces.Utilisateurs.Habilitation;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts that were not used for a while ({@code jalon.comptes.inactivite}, 90 days), to be looked at one by one and kept or withdrawn. What
 * is decided is dated, signed and never changed; an account kept comes back on the list after as long again. A withdrawn account is out at
 * its next request, whatever the directory still says of it.
 */
@Service
public class RevueComptes {

    /** @param sansActe days without a login, since it was opened when it never had one */
    public record CompteARevoir(UUID id, String nom, String identifiant, String fonction, String habilitations, Instant derniereConnexion, Instant creeLe,
            int sansActe, long taches, Instant revuLe) {
    }

    public record DecisionRevue(UUID utilisateurId, String nom, String decision, String motif, Instant derniereConnexion, String habilitations,
            Instant decideeLe, String decideePar, boolean actif) {
    }

    public record Revue(int jours, long actifs, List<CompteARevoir> aRevoir, List<DecisionRevue> decisions) {
    }

    public enum Decision {
        MAINTENU, RETIRE, RETABLI
    }

    private final JdbcClient jdbc;
    private final Comptes comptes;
    private final Habilitations habilitations;
    private final Utilisateurs utilisateurs;
    private final Departement departement;
    private final Acces acces;
    private final Journal journal;
    private final Horloge horloge;
    private final ObjectProvider<DepartDePersonne> departs;
    private final int jours;

    RevueComptes(JdbcClient jdbc, Comptes comptes, Habilitations habilitations, Utilisateurs utilisateurs, Departement departement, Acces acces, Journal journal,
            Horloge horloge, ObjectProvider<DepartDePersonne> departs, @Value("${jalon.comptes.inactivite:90}") int jours) {
        this.jdbc = jdbc;
        this.comptes = comptes;
        this.habilitations = habilitations;
        this.utilisateurs = utilisateurs;
        this.departement = departement;
        this.acces = acces;
        this.journal = journal;
        this.horloge = horloge;
        this.departs = departs;
        this.jours = jours;
    }

    @Transactional(readOnly = true)
    public Revue revue() {
        acces.exiger(Mission.ADMINISTRATION);
        return new Revue(jours, jdbc.sql("select count(*) from utilisateur where actif").query(Long.class).single(), aRevoir(), decisions());
    }

    private List<CompteARevoir> aRevoir() {
        Instant maintenant = horloge.maintenant();
        Timestamp avant = Timestamp.from(maintenant.minus(Duration.ofDays(jours)));
        return jdbc.sql("""
                select u.id, concat_ws(' ', u.prenom, u.nom) as nom, u.identifiant, u.fonction, u.derniere_connexion, u.cree_le,
                    (select count(*) from tache_suivi s join tache t on t.id = s.tache_id where s.titulaire_id = u.id) as taches,
                    (select max(r.decidee_le) from revue_compte r where r.utilisateur_id = u.id) as revu_le,
                    array(select r.role || ' ' || coalesce(r.unite_id, '') from utilisateur_role r where r.utilisateur_id = u.id order by r.role, r.unite_id) as duties
                from utilisateur u where u.actif and greatest(u.derniere_connexion, u.cree_le) < :avant
                    and not exists (select 1 from revue_compte r where r.utilisateur_id = u.id and r.decidee_le >= :avant)
                order by coalesce(u.derniere_connexion, u.cree_le), u.nom, u.id""").param("avant", avant)
                .query((l, n) -> {
                    Instant derniere = Habilitations.instant(l.getTimestamp("derniere_connexion"));
                    Instant cree = l.getTimestamp("cree_le").toInstant();
                    return new CompteARevoir(l.getObject("id", UUID.class), l.getString("nom"), l.getString("identifiant"), l.getString("fonction"),
                            enClair(List.of((String[]) l.getArray("duties").getArray())), derniere, cree,
                            (int) Duration.between(derniere == null ? cree : derniere, maintenant).toDays(), l.getLong("taches"),
                            Habilitations.instant(l.getTimestamp("revu_le")));
                }).list();
    }

    private List<DecisionRevue> decisions() {
        return jdbc.sql("""
                select r.utilisateur_id, concat_ws(' ', u.prenom, u.nom) as nom, r.decision, r.motif, r.derniere_connexion, r.habilitations, r.decidee_le,
                    nullif(concat_ws(' ', p.prenom, p.nom), '') as decidee_par, u.actif
                from revue_compte r join utilisateur u on u.id = r.utilisateur_id left join utilisateur p on p.id = r.decidee_par
                order by r.decidee_le desc, r.id desc limit 200""")
                .query((l, n) -> new DecisionRevue(l.getObject("utilisateur_id", UUID.class), l.getString("nom"), l.getString("decision"), l.getString("motif"),
                        Habilitations.instant(l.getTimestamp("derniere_connexion")), l.getString("habilitations"), l.getTimestamp("decidee_le").toInstant(),
                        l.getString("decidee_par"), l.getBoolean("actif"))).list();
    }

    /**
     * Keeps or withdraws accounts, all or none; whatever their last use, so that somebody who leaves is withdrawn the same day.
     *
     * @param motif asked for to withdraw
     */
    @Transactional
    public void decider(List<UUID> ids, Decision decision, String motif) {
        acces.exiger(Mission.ADMINISTRATION);
        if (decision != Decision.MAINTENU && (motif == null || motif.isBlank())) {
            throw Refus.champ("motif", "Écrivez pourquoi.");
        }
        for (UUID id : ids.stream().distinct().sorted().toList()) {
            Utilisateurs.Personne personne = comptes.tenir(id).orElseThrow(() -> Refus.champ("ids", "Un de ces comptes n’existe pas."));
            if (personne.actif() == (decision == Decision.RETABLI)) {
                throw new Conflit(null, null, personne.nomAffiche() + " : ce compte est " + (personne.actif() ? "ouvert." : "déjà retiré."));
            }
            if (decision == Decision.RETIRE) {
                retirer(personne, motif.strip());
            } else if (decision == Decision.RETABLI) {
                jdbc.sql("update utilisateur set actif = true where id = ?").param(id).update();
            }
            jdbc.sql("""
                    insert into revue_compte(id, utilisateur_id, decision, motif, derniere_connexion, habilitations, decidee_le, decidee_par)
                    select ?, u.id, ?, ?, u.derniere_connexion, ?, ?, ? from utilisateur u where u.id = ?""")
                    .params(Ids.nouveau(), decision.name(), motif == null || motif.isBlank() ? null : motif.strip(), tenues(id),
                            Timestamp.from(horloge.maintenant()), IdentiteCourante.exiger().utilisateurId(), id).update();
            journal.compte(id, "compte." + decision.name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    private void retirer(Utilisateurs.Personne personne, String motif) {
        if (personne.id().equals(IdentiteCourante.exiger().utilisateurId())) {
            throw Refus.champ("ids", "On ne retire pas son propre compte.");
        }
        habilitations.toutRetirer(personne.id(), motif);
        jdbc.sql("update utilisateur set actif = false where id = ?").param(personne.id()).update();
        departs.forEach(d -> d.partie(personne.id()));
        if (utilisateurs.tenant(Mission.ADMINISTRATION).isEmpty()) {
            throw Refus.champ("ids", "Il ne resterait aucun administrateur.");
        }
    }

    private String tenues(UUID id) {
        return enClair(utilisateurs.habilitations(id).stream().map(h -> h.role().name() + " " + (h.uniteId() == null ? "" : h.uniteId())).toList());
    }

    /** « Évaluateur, CDAS Redon ; Superviseur, tout le département ». */
    private String enClair(List<String> codes) {
        Map<String, String> noms = departement.noms();
        return codes.isEmpty() ? "aucune" : codes.stream().map(c -> {
            String[] mots = (c + " ").split(" ", -1);
            Habilitation h = new Habilitation(Role.valueOf(mots[0]), mots[1].isBlank() ? null : mots[1]);
            return h.role().libelle() + ", " + (h.uniteId() == null ? "tout le département" : noms.getOrDefault(h.uniteId(), h.uniteId()));
        }).collect(Collectors.joining(" ; "));
    }
}
