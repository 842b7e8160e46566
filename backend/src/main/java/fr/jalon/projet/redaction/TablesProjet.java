package fr.jalon.projet.redaction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.departement.Departement;
import fr.jalon.projet.redaction.ContenuProjet.ActionDite;
import fr.jalon.projet.redaction.ContenuProjet.AvisDit;
import fr.jalon.projet.redaction.ContenuProjet.ObjectifDit;
import fr.jalon.projet.redaction.ContenuProjet.PersonneDite;
import fr.jalon.projet.redaction.ContenuProjet.RencontreDite;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of a version in words: meetings, views, objectives with their actions. */
@Component
class TablesProjet {

    private final Departement departement;
    private final JdbcClient jdbc;

    TablesProjet(Departement departement, JdbcClient jdbc) {
        this.departement = departement;
        this.jdbc = jdbc;
    }

    /** Meetings held for this version or, when none was, the last one before it. */
    List<RencontreDite> rencontres(UUID projetId, int version, Map<UUID, String> adultes, Map<UUID, String> qualites, String enfant) {
        record Ligne(UUID id, LocalDate le, String parole, String synthese, String desaccords, int numero) {
        }
        List<Ligne> tenues = jdbc.sql("""
                select r.id, r.tenue_le, r.parole_enfant, r.synthese, r.desaccords, coalesce(v.numero, 1) as numero
                from projet_rencontre r left join projet_version v on v.id = r.version_id
                where r.projet_id = ? and r.statut = 'TENUE' and r.annulee_le is null and coalesce(v.numero, 1) <= ? order by r.tenue_le, r.id""")
                .params(projetId, version).query((l, n) -> new Ligne(l.getObject(1, UUID.class), l.getObject(2, LocalDate.class), l.getString(3),
                        l.getString(4), l.getString(5), l.getInt(6))).list();
        int derniere = tenues.stream().mapToInt(Ligne::numero).max().orElse(0);
        List<Ligne> dites = tenues.stream().filter(l -> l.numero() == derniere).toList();
        Map<UUID, List<PersonneDite>> personnes = personnes(dites.stream().map(Ligne::id).toList(), adultes, qualites, enfant);
        return dites.stream().map(l -> new RencontreDite(l.id(), l.le(), personnes.getOrDefault(l.id(), List.of()), l.parole(), l.synthese(), l.desaccords())).toList();
    }

    private Map<UUID, List<PersonneDite>> personnes(List<UUID> rencontres, Map<UUID, String> adultes, Map<UUID, String> qualites, String enfant) {
        Map<UUID, List<PersonneDite>> parRencontre = new LinkedHashMap<>();
        jdbc.sql("""
                select rencontre_id, id, qualite, adulte_id, service_id, nom, presence, avis from projet_rencontre_personne where rencontre_id = any(?)
                order by array_position(array['ENFANT', 'TITULAIRE', 'TIERS', 'SERVICE', 'PROFESSIONNEL'], qualite), nom, id""")
                .param(rencontres.toArray(UUID[]::new)).query(l -> {
                    UUID adulte = l.getObject("adulte_id", UUID.class);
                    String qualite = adulte != null && qualites.containsKey(adulte) ? qualites.get(adulte) : MotsProjet.qualite(l.getString("qualite"));
                    parRencontre.computeIfAbsent(l.getObject("rencontre_id", UUID.class), k -> new ArrayList<>()).add(new PersonneDite(l.getObject("id", UUID.class),
                            adulte, nom(l, adultes, enfant), qualite, MotsProjet.presence(l.getString("presence")), l.getString("avis")));
                });
        return parRencontre;
    }

    private String nom(ResultSet l, Map<UUID, String> adultes, String enfant) throws SQLException {
        UUID adulte = l.getObject("adulte_id", UUID.class);
        String nom = l.getString("nom");
        if ("ENFANT".equals(l.getString("qualite"))) {
            return enfant;
        }
        if (adulte != null) {
            return adultes.getOrDefault(adulte, nom == null ? "Titulaire" : nom);
        }
        String service = l.getString("service_id") == null ? null : departement.noms().getOrDefault(l.getString("service_id"), l.getString("service_id"));
        return nom == null ? service : service == null ? nom : nom + " (" + service + ")";
    }

    /** Views told outside a meeting for this version, and those told once the former one was frozen, which it could not say. */
    List<AvisDit> avis(UUID versionId, Map<UUID, String> adultes, String enfant) {
        return avis("""
                where a.version_id = :v or a.numero = (select numero - 1 from projet_version where id = :v) and a.tardif""", versionId, adultes, enfant);
    }

    /** Views told about a version since it was frozen: each copy handed over says those of its day. */
    List<AvisDit> avisTardifs(UUID versionId, Map<UUID, String> adultes, String enfant) {
        return avis("where a.version_id = :v and a.tardif", versionId, adultes, enfant);
    }

    private List<AvisDit> avis(String ou, UUID versionId, Map<UUID, String> adultes, String enfant) {
        return jdbc.sql("""
                select a.* from (select x.id, x.le, x.saisi_le, x.texte, x.details ->> 'adulte' as adulte, x.details ->> 'sens' as sens, v.id as version_id, v.numero,
                    v.contenu is not null and not v.contenu -> 'avis' @> jsonb_build_array(jsonb_build_object('id', x.id)) as tardif
                from projet_acte x join projet_version v on v.projet_id = x.projet_id and v.id::text = x.details ->> 'version'
                where x.projet_id = (select projet_id from projet_version where id = :v) and x.genre = 'AVIS_FAMILLE' and x.annule_le is null) a\s"""
                + ou + " order by a.le, a.saisi_le, a.id").param("v", versionId).query((l, n) -> {
                    UUID adulte = l.getString("adulte") == null ? null : UUID.fromString(l.getString("adulte"));
                    return new AvisDit(l.getObject("id", UUID.class), adulte, adulte == null ? enfant : adultes.getOrDefault(adulte, "Titulaire"),
                            l.getObject("le", LocalDate.class), MotsProjet.sens(l.getString("sens")), l.getString("texte"));
                }).list();
    }

    List<ObjectifDit> objectifs(UUID versionId, ModeleProjet modele) {
        record Action(UUID objectif, ActionDite dite) {
        }
        Map<String, String> unites = departement.noms();
        Map<UUID, List<ActionDite>> actions = jdbc.sql("""
                select a.objectif_id, a.lignee, a.aupres, a.libelle, concat_ws(' ', u.prenom, u.nom) as personne, a.service_id, a.qui, a.debut, a.fin, a.duree,
                    a.echeance, a.faite_le from projet_action a left join utilisateur u on u.id = a.utilisateur_id where a.version_id = ? order by a.rang, a.id""")
                .param(versionId).query((l, n) -> new Action(l.getObject("objectif_id", UUID.class), new ActionDite(l.getObject("lignee", UUID.class),
                        l.getString("aupres"), modele.aupres().stream().filter(a -> a.code().equals(aupres(l))).map(ModeleProjet.Aupres::libelle).findFirst().orElse(aupres(l)),
                        l.getString("libelle"), qui(l, unites), l.getObject("debut", LocalDate.class), l.getObject("fin", LocalDate.class), l.getString("duree"),
                        l.getObject("echeance", LocalDate.class), l.getObject("faite_le", LocalDate.class)))).list().stream()
                .collect(Collectors.groupingBy(Action::objectif, Collectors.mapping(Action::dite, Collectors.toList())));
        return jdbc.sql("select id, lignee, domaine, besoin, objectif, bilan from projet_objectif where version_id = ? order by rang, id").param(versionId)
                .query((l, n) -> new ObjectifDit(l.getObject("lignee", UUID.class), l.getString("domaine"),
                        modele.domaine(l.getString("domaine")).map(ModeleProjet.Domaine::libelle).orElse(l.getString("domaine")), l.getString("besoin"),
                        l.getString("objectif"), MotsProjet.bilan(l.getString("bilan")), actions.getOrDefault(l.getObject("id", UUID.class), List.of()))).list();
    }

    private static String aupres(ResultSet l) {
        try {
            return l.getString("aupres");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String qui(ResultSet l, Map<String, String> unites) throws SQLException {
        String personne = l.getString("personne");
        if (personne != null && !personne.isBlank()) {
            return personne;
        }
        String service = l.getString("service_id") == null ? null : unites.getOrDefault(l.getString("service_id"), l.getString("service_id"));
        String qui = l.getString("qui");
        return service == null ? qui : qui == null ? service : qui + " (" + service + ")";
    }
}
