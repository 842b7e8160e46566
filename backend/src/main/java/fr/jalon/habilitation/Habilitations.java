package fr.jalon.habilitation;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Role;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.acces.Utilisateurs.Habilitation;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.EnFrancais;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who holds which duty where. The directory says most of it; a duty may also be given by hand, from a day and, better, until another. What
 * the directory says is withdrawn in the directory. Nobody gives themselves anything.
 */
@Service
public class Habilitations {

    /**
     * @param uniteId null for the whole département
     * @param origine ANNUAIRE, MANUELLE or DEMONSTRATION
     * @param manuelleId what is withdrawn here; null for what is not
     * @param aVenir given from a day that has not come
     */
    public record LigneHabilitation(UUID utilisateurId, String nom, String identifiant, String role, String roleLibelle, List<String> missions, String uniteId,
            String origine, Instant depuis, LocalDate du, LocalDate jusquau, UUID manuelleId, String donneePar, String motif, boolean aVenir,
            Instant derniereConnexion, LocalDate absentJusquau) {
    }

    /** @param du first day; today when null @param au last day, or null */
    public record Nouvelle(UUID utilisateurId, Role role, String uniteId, LocalDate du, LocalDate au, String motif) {
    }

    private record Manuelle(UUID id, UUID utilisateurId, String role, String uniteId, LocalDate du, LocalDate au, Instant retireeLe) {

        Habilitation habilitation() {
            return new Habilitation(Role.valueOf(role), uniteId);
        }
    }

    static final String MANUELLE = "MANUELLE";
    private static final String COLONNES = "select id, utilisateur_id, role, unite_id, du, au, retiree_le from habilitation_manuelle ";

    private final JdbcClient jdbc;
    private final Comptes comptes;
    private final Utilisateurs utilisateurs;
    private final Departement departement;
    private final Acces acces;
    private final Horloge horloge;

    Habilitations(JdbcClient jdbc, Comptes comptes, Utilisateurs utilisateurs, Departement departement, Acces acces, Horloge horloge) {
        this.jdbc = jdbc;
        this.comptes = comptes;
        this.utilisateurs = utilisateurs;
        this.departement = departement;
        this.acces = acces;
        this.horloge = horloge;
    }

    /** Every duty of every active account, by unit then name; those given by hand for later included. */
    @Transactional(readOnly = true)
    public List<LigneHabilitation> toutes() {
        acces.exiger(Mission.ADMINISTRATION);
        Map<String, List<String>> missions = departement.profil().roles();
        return jdbc.sql("""
                select u.id, concat_ws(' ', u.prenom, u.nom) as nom, u.identifiant, h.*, concat_ws(' ', p.prenom, p.nom) as par, u.derniere_connexion,
                    (select max(a.au) from absence a where a.utilisateur_id = u.id and a.annulee_le is null and a.du <= :jour and a.au >= :jour) as absent
                from utilisateur u join (
                    select r.utilisateur_id, r.role, r.unite_id, r.source, r.depuis, m.du, r.jusquau, m.id as manuelle_id, m.donnee_par, m.motif, false as a_venir
                    from utilisateur_role r left join habilitation_manuelle m on r.source = 'MANUELLE' and m.retiree_le is null
                        and m.utilisateur_id = r.utilisateur_id and m.role = r.role and m.unite_id is not distinct from r.unite_id
                        and m.du <= :jour and (m.au is null or m.au >= :jour)
                    where r.jusquau is null or r.jusquau >= :jour
                    union all
                    select utilisateur_id, role, unite_id, 'MANUELLE', donnee_le, du, au, id, donnee_par, motif, true
                    from habilitation_manuelle where retiree_le is null and du > :jour) h on h.utilisateur_id = u.id
                left join utilisateur p on p.id = h.donnee_par
                where u.actif order by h.unite_id nulls first, u.nom, u.prenom, u.id, h.role""").param("jour", horloge.aujourdhui())
                .query((l, n) -> {
                    Role role = Role.valueOf(l.getString("role"));
                    boolean manuelle = MANUELLE.equals(l.getString("source"));
                    return new LigneHabilitation(l.getObject("id", UUID.class), l.getString("nom"), l.getString("identifiant"), role.name(), role.libelle(),
                            missions.getOrDefault(role.name(), List.of()).stream().map(m -> Mission.valueOf(m).libelle()).toList(), l.getString("unite_id"),
                            l.getString("source"), l.getTimestamp("depuis").toInstant(), l.getObject("du", LocalDate.class),
                            l.getObject("jusquau", LocalDate.class), l.getObject("manuelle_id", UUID.class), manuelle ? l.getString("par") : null,
                            l.getString("motif"), l.getBoolean("a_venir"), instant(l.getTimestamp("derniere_connexion")), l.getObject("absent", LocalDate.class));
                }).list();
    }

    /** @throws Refus at its field, all at once */
    @Transactional
    public UUID donner(Nouvelle n) {
        acces.exiger(Mission.ADMINISTRATION);
        LocalDate jour = horloge.aujourdhui();
        LocalDate du = n.du() == null ? jour : n.du();
        Utilisateurs.Personne personne = comptes.tenir(n.utilisateurId()).filter(Utilisateurs.Personne::actif).orElse(null);
        List<Refus.Erreur> erreurs = new ArrayList<>();
        if (personne == null) {
            erreurs.add(new Refus.Erreur("utilisateurId", "Choisissez une personne dont le compte est ouvert."));
        } else if (personne.id().equals(moi())) {
            erreurs.add(new Refus.Erreur("utilisateurId", "Personne ne s’habilite soi-même : demandez-le à un autre administrateur."));
        }
        verifierLeLieu(n, erreurs);
        if (du.isBefore(jour)) {
            erreurs.add(new Refus.Erreur("du", "Une habilitation ne se donne pas pour le passé."));
        }
        if (n.au() != null && n.au().isBefore(du)) {
            erreurs.add(new Refus.Erreur("au", "La fin précède le début."));
        }
        if (n.motif() == null || n.motif().strip().length() < 5) {
            erreurs.add(new Refus.Erreur("motif", "Écrivez pourquoi cette habilitation est donnée à la main."));
        }
        if (!erreurs.isEmpty()) {
            throw new Refus(erreurs);
        }
        Habilitation h = new Habilitation(n.role(), n.uniteId());
        if (utilisateurs.habilitations(personne.id()).contains(h) || manuelles(personne.id()).stream().anyMatch(m -> m.habilitation().equals(h))) {
            throw Refus.champ("role", "Cette personne tient déjà ce rôle ici.");
        }
        UUID id = Ids.nouveau();
        jdbc.sql("""
                insert into habilitation_manuelle(id, utilisateur_id, role, unite_id, du, au, motif, donnee_le, donnee_par)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""").params(id, personne.id(), n.role().name(), n.uniteId(), du, n.au(), n.motif().strip(),
                        Timestamp.from(horloge.maintenant()), moi()).update();
        if (!du.isAfter(jour)) {
            utilisateurs.ajouter(personne.id(), h, MANUELLE, n.au());
        }
        return id;
    }

    private void verifierLeLieu(Nouvelle n, List<Refus.Erreur> erreurs) {
        if (n.role() == null) {
            erreurs.add(new Refus.Erreur("role", "Choisissez un rôle."));
            return;
        }
        if (n.uniteId() == null) {
            if (n.role() == Role.SERVICE_HABILITE) {
                erreurs.add(new Refus.Erreur("uniteId", "Un service habilité n’a jamais tout le département."));
            }
            return;
        }
        Departement.UniteActive unite = departement.unites().stream().filter(u -> u.id().equals(n.uniteId())).findFirst().orElse(null);
        if (unite == null) {
            erreurs.add(new Refus.Erreur("uniteId", "Choisissez une unité ouverte."));
        } else if ((n.role() == Role.SERVICE_HABILITE) != "SERVICE".equals(unite.type())) {
            erreurs.add(new Refus.Erreur("uniteId", "Un service habilité se tient dans son service, et personne d’autre n’y tient de rôle."));
        } else if (departement.profil().roles().getOrDefault(n.role().name(), List.of()).stream().noneMatch(m -> departement.typesPour(m).contains(unite.type()))) {
            erreurs.add(new Refus.Erreur("uniteId", "« " + n.role().libelle() + " » n’a aucune mission dans ce type d’unité."));
        }
    }

    /** From the next request on, the person no longer holds it. */
    @Transactional
    public void retirer(UUID id, String motif) {
        acces.exiger(Mission.ADMINISTRATION);
        Manuelle m = jdbc.sql(COLONNES + "where id = ? for update").param(id).query(Manuelle.class).optional().orElseThrow(Introuvable::new);
        if (motif == null || motif.isBlank()) {
            throw Refus.champ("motif", "Écrivez pourquoi cette habilitation est retirée.");
        }
        if (m.retireeLe() != null) {
            throw new Conflit(null, m.retireeLe(), "Cette habilitation est déjà retirée.");
        }
        if (m.au() != null && m.au().isBefore(horloge.aujourdhui())) {
            throw new Conflit(null, null, "Cette habilitation est finie depuis le " + EnFrancais.jour(m.au()) + ".");
        }
        fermer(m, motif.strip());
    }

    /** All that was given by hand to somebody whose account is withdrawn. */
    void toutRetirer(UUID utilisateur, String motif) {
        manuelles(utilisateur).forEach(m -> fermer(m, motif));
    }

    private void fermer(Manuelle m, String motif) {
        jdbc.sql("update habilitation_manuelle set retiree_le = ?, retiree_par = ?, retrait_motif = ? where id = ?")
                .params(Timestamp.from(horloge.maintenant()), moi(), motif, m.id()).update();
        utilisateurs.retirer(m.utilisateurId(), m.habilitation(), MANUELLE);
    }

    /** Given by hand, not withdrawn and not over: in force or to come. */
    private List<Manuelle> manuelles(UUID utilisateur) {
        return jdbc.sql(COLONNES + "where utilisateur_id = ? and retiree_le is null and (au is null or au >= ?)").params(utilisateur, horloge.aujourdhui())
                .query(Manuelle.class).list();
    }

    /** What begins today holds, what ended yesterday is put away; the rule itself already leaves out what is over. */
    @Scheduled(cron = "0 1 * * * *")
    @SchedulerLock(name = "habilitations-datees")
    @Transactional
    public void suivre() {
        LocalDate jour = horloge.aujourdhui();
        IdentiteCourante.en(Identite.systeme("horloge"), () -> {
            jdbc.sql("select utilisateur_id, role, unite_id from utilisateur_role where source = 'MANUELLE' and jusquau < ?").param(jour)
                    .query((l, n) -> Map.entry(l.getObject(1, UUID.class), new Habilitation(Role.valueOf(l.getString(2)), l.getString(3)))).list()
                    .forEach(e -> utilisateurs.retirer(e.getKey(), e.getValue(), MANUELLE));
            jdbc.sql(COLONNES + """
                    m where m.retiree_le is null and m.du <= :jour and (m.au is null or m.au >= :jour) and not exists (select 1 from utilisateur_role r
                        where r.utilisateur_id = m.utilisateur_id and r.role = m.role and r.unite_id is not distinct from m.unite_id)""")
                    .param("jour", jour).query(Manuelle.class).list()
                    .forEach(m -> utilisateurs.ajouter(m.utilisateurId(), m.habilitation(), MANUELLE, m.au()));
            return null;
        });
    }

    public static List<Role> roles() {
        return Arrays.asList(Role.values());
    }

    static Instant instant(Timestamp t) {
        return t == null ? null : t.toInstant();
    }

    private static UUID moi() {
        return IdentiteCourante.exiger().utilisateurId();
    }
}
