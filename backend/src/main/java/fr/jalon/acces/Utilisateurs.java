package fr.jalon.acces;

import java.sql.Timestamp;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.commun.Ids;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people of the house: a local row for each, keyed by the directory's {@code sub}, and the duties they hold. */
@Component
public class Utilisateurs {

    /** Somebody as colleagues see them. */
    public record Personne(UUID id, String identifiant, String nom, String prenom, String fonction, String profession, boolean actif) {

        public String nomAffiche() {
            return prenom == null ? nom : prenom + " " + nom;
        }
    }

    /** A duty in a unit; no unit means the whole département. */
    public record Habilitation(Role role, String uniteId) {
    }

    private static final String COLONNES = "select id, identifiant, nom, prenom, fonction, profession, actif from utilisateur ";

    private final JdbcClient jdbc;
    private final Departement departement;
    private final Journal journal;
    private final Horloge horloge;

    Utilisateurs(JdbcClient jdbc, Departement departement, Journal journal, Horloge horloge) {
        this.jdbc = jdbc;
        this.departement = departement;
        this.journal = journal;
        this.horloge = horloge;
    }

    public Optional<Personne> parId(UUID id) {
        return jdbc.sql(COLONNES + "where id = ?").param(id).query(Personne.class).optional();
    }

    public Optional<Personne> parIdentifiant(String identifiant) {
        return jdbc.sql(COLONNES + "where identifiant = ?").param(identifiant).query(Personne.class).optional();
    }

    /** Where to write to somebody still active; empty when the directory gives no address. */
    public Optional<String> courriel(UUID id) {
        return jdbc.sql("select courriel from utilisateur where id = ? and actif and courriel <> ''").param(id).query(String.class).optional();
    }

    /** Names shown beside acts, by id. */
    public Map<UUID, String> noms(Set<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql(COLONNES + "where id in (:ids)").param("ids", ids).query(Personne.class).list().stream()
                .collect(Collectors.toMap(Personne::id, Personne::nomAffiche));
    }

    /** Who holds a mission in a unit, or in the whole département: the people an act can be given to. */
    public List<Personne> tenant(Mission mission, String unite) {
        List<String> roles = departement.profil().roles().entrySet().stream()
                .filter(e -> e.getValue().contains(mission.name())).map(Map.Entry::getKey).toList();
        if (roles.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(COLONNES + """
                where actif and id in (select utilisateur_id from utilisateur_role
                where role in (:roles) and (unite_id = :unite or unite_id is null)) order by nom, prenom""")
                .param("roles", roles).param("unite", unite).query(Personne.class).list();
    }

    /** Who holds a mission anywhere in the département. */
    public List<Personne> tenant(Mission mission) {
        List<String> roles = departement.profil().roles().entrySet().stream()
                .filter(e -> e.getValue().contains(mission.name())).map(Map.Entry::getKey).toList();
        if (roles.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(COLONNES + "where actif and id in (select utilisateur_id from utilisateur_role where role in (:roles)) order by nom, prenom, id")
                .param("roles", roles).query(Personne.class).list();
    }

    public List<Habilitation> habilitations(UUID id) {
        return jdbc.sql("select role, unite_id from utilisateur_role where utilisateur_id = ? order by role, unite_id")
                .param(id).query((ligne, n) -> new Habilitation(Role.valueOf(ligne.getString(1)), ligne.getString(2))).list();
    }

    /** Who this person is today; empty when they are not known or were cut off. */
    public Optional<Identite> identite(UUID id) {
        // Asked at every request: one query for the person and the duties.
        Set<UUID> exceptions = new LinkedHashSet<>();
        List<Map.Entry<Personne, Habilitation>> lignes = jdbc.sql("""
                select u.identifiant, u.nom, u.prenom, u.fonction, u.profession, r.role, r.unite_id,
                    exceptions_de(u.id) as exceptions
                from utilisateur u left join utilisateur_role r on r.utilisateur_id = u.id and (r.jusquau is null or r.jusquau >= ?)
                where u.id = ? and u.actif order by r.role, r.unite_id""").params(horloge.aujourdhui(), id)
                .query((l, n) -> {
                    exceptions.addAll(List.of((UUID[]) l.getArray("exceptions").getArray()));
                    return Map.entry(new Personne(id, l.getString("identifiant"), l.getString("nom"), l.getString("prenom"),
                        l.getString("fonction"), l.getString("profession"), true),
                        new Habilitation(l.getString("role") == null ? null : Role.valueOf(l.getString("role")), l.getString("unite_id")));
                }).list();
        return lignes.stream().findFirst().map(Map.Entry::getKey).map(personne -> {
            List<Habilitation> habilitations = lignes.stream().map(Map.Entry::getValue).filter(h -> h.role() != null).toList();
            List<Habilitation> surDossiers = habilitations.stream().filter(h -> h.role().dossiers()).toList();
            boolean departementEntier = surDossiers.stream().anyMatch(h -> h.uniteId() == null);
            Set<String> unites = surDossiers.stream().map(Habilitation::uniteId).filter(u -> u != null)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            Set<Role> roles = habilitations.stream().map(Habilitation::role)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
            return new Identite(id, personne.identifiant(), personne.nomAffiche(), roles, territoires(habilitations),
                    unites, departementEntier, exceptions, false);
        });
    }

    /** A duty gives its missions in its own unit, where the profile lets that type of unit hold them. */
    private Map<Mission, Territoire> territoires(List<Habilitation> habilitations) {
        Map<String, String> types = departement.unites().stream()
                .collect(Collectors.toMap(Departement.UniteActive::id, Departement.UniteActive::type));
        Map<Mission, Territoire> territoires = new EnumMap<>(Mission.class);
        for (Habilitation h : habilitations) {
            for (String nom : departement.profil().roles().getOrDefault(h.role().name(), List.of())) {
                if (h.uniteId() == null || departement.typesPour(nom).contains(types.getOrDefault(h.uniteId(), ""))) {
                    territoires.merge(Mission.valueOf(nom), h.uniteId() == null ? new Territoire(Set.of(), true)
                            : new Territoire(Set.of(h.uniteId()), false), Territoire::et);
                }
            }
        }
        return territoires;
    }

    /** Creates or refreshes the local row of somebody the directory knows, and their duties, as the directory says them today. */
    @Transactional
    public UUID accueillir(String sub, String identifiant, String nom, String prenom, String courriel, List<Habilitation> habilitations) {
        UUID id = jdbc.sql("""
                insert into utilisateur(id, sub, identifiant, nom, prenom, courriel, derniere_connexion)
                values (:id, :sub, :identifiant, :nom, :prenom, :courriel, :le)
                on conflict (sub) do update set identifiant = excluded.identifiant, nom = excluded.nom, prenom = excluded.prenom,
                    courriel = excluded.courriel, derniere_connexion = excluded.derniere_connexion
                returning id""")
                .param("id", Ids.nouveau()).param("sub", sub).param("identifiant", identifiant).param("nom", nom)
                .param("prenom", prenom).param("courriel", courriel).param("le", Timestamp.from(horloge.maintenant())).query(UUID.class).single();
        habiliter(id, habilitations);
        return id;
    }

    /**
     * What the directory says, today: duties it no longer says end, those given by hand stay. Each change is a line of the journal, the
     * directory's own.
     */
    @Transactional
    public void habiliter(UUID id, List<Habilitation> habilitations) {
        List<Habilitation> toutes = habilitations(id);
        Set<Habilitation> manuelles = Set.copyOf(jdbc.sql("select role, unite_id from utilisateur_role where utilisateur_id = ? and source = 'MANUELLE'")
                .param(id).query((l, n) -> new Habilitation(Role.valueOf(l.getString(1)), l.getString(2))).list());
        Set<Habilitation> avant = new HashSet<>(toutes);
        avant.removeAll(manuelles);
        Set<Habilitation> apres = new HashSet<>(habilitations);
        apres.removeAll(manuelles);
        if (avant.equals(apres)) {
            return;
        }
        IdentiteCourante.en(Identite.systeme("annuaire"), () -> {
            avant.stream().filter(h -> !apres.contains(h)).forEach(h -> retirer(id, h, "ANNUAIRE"));
            apres.stream().filter(h -> !avant.contains(h)).forEach(h -> ajouter(id, h, "ANNUAIRE", null));
            return null;
        });
    }

    /** A duty that holds from the next request on. @param jusquau last day included, or null */
    @Transactional
    public void ajouter(UUID id, Habilitation h, String source, java.time.LocalDate jusquau) {
        int faites = jdbc.sql("""
                insert into utilisateur_role(utilisateur_id, role, unite_id, source, depuis, jusquau) values (?, ?, ?, ?, ?, ?)
                on conflict do nothing""").params(id, h.role().name(), h.uniteId(), source, Timestamp.from(horloge.maintenant()), jusquau).update();
        if (faites == 1) {
            journal.compte(id, "habilitation.donnee " + code(h));
        }
    }

    /** @param source where it came from: what the directory says is not taken away here, nor the reverse */
    @Transactional
    public void retirer(UUID id, Habilitation h, String source) {
        int faites = jdbc.sql("delete from utilisateur_role where utilisateur_id = ? and role = ? and unite_id is not distinct from ? and source = ?")
                .params(id, h.role().name(), h.uniteId(), source).update();
        if (faites == 1) {
            journal.compte(id, "habilitation.retiree " + code(h));
        }
    }

    private static String code(Habilitation h) {
        return h.role().name() + " " + (h.uniteId() == null ? "departement" : h.uniteId());
    }

    @Transactional
    public void connecte(UUID id) {
        jdbc.sql("update utilisateur set derniere_connexion = ? where id = ?").params(Timestamp.from(horloge.maintenant()), id).update();
    }
}
