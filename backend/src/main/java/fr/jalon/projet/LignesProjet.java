package fr.jalon.projet;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Utilisateurs;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Titulaire;
import fr.jalon.projet.PageProjet.ActionVue;
import fr.jalon.projet.PageProjet.MesureDuProjet;
import fr.jalon.projet.PageProjet.PersonneVue;
import fr.jalon.projet.PageProjet.ReferentDuProjet;
import fr.jalon.projet.PageProjet.RemiseVue;
import fr.jalon.projet.PageProjet.RencontreVue;
import fr.jalon.projet.PageProjet.SignatureVue;
import fr.jalon.projet.PageProjet.VersionDuProjet;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of a projet's page, one query each. Names are read for the page shown, never stored. */
@Component
class LignesProjet {

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final Utilisateurs utilisateurs;
    private final LibellesProjet mots;

    LignesProjet(JdbcClient jdbc, Dossiers dossiers, Utilisateurs utilisateurs, LibellesProjet mots) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.utilisateurs = utilisateurs;
        this.mots = mots;
    }

    ReferentDuProjet referent(Projet p) {
        if (p.referentId() != null) {
            return new ReferentDuProjet(p.referentId(), utilisateurs.noms(java.util.Set.of(p.referentId())).get(p.referentId()));
        }
        return p.referentNom() == null ? null : new ReferentDuProjet(null, p.referentNom());
    }

    List<VersionDuProjet> versions(UUID projet) {
        return jdbc.sql("""
                select v.id, v.numero, v.modele, v.etat, v.ouverte_le, v.motif, v.etablie_le, v.remise_le, v.empreinte, v.signataire_id,
                    concat_ws(' ', u.prenom, u.nom) as signataire, d.reference from projet_version v
                left join utilisateur u on u.id = v.signataire_id left join delegation_signature d on d.id = v.delegation_id
                where v.projet_id = ? order by v.numero desc""")
                .param(projet).query((l, n) -> new VersionDuProjet(l.getObject("id", UUID.class), l.getInt("numero"), l.getString("modele"),
                        l.getString("etat"), l.getObject("ouverte_le", LocalDate.class), mots.motif(l.getString("motif")),
                        l.getObject("etablie_le", LocalDate.class), l.getObject("remise_le", LocalDate.class),
                        l.getObject("signataire_id") == null ? null : l.getString("signataire"), l.getString("reference"), l.getString("empreinte"))).list();
    }

    List<MesureDuProjet> mesures(Projet p, CoursDesMesures cours) {
        List<UUID> ids = cours.mesures();
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select id, numero, produit, service_id, demarree_le, finie_le from mesure where id = any(:ids) order by demarree_le desc, id")
                .param("ids", ids.toArray(UUID[]::new)).query((l, n) -> {
                    String service = l.getString("service_id");
                    return new MesureDuProjet(l.getObject("id", UUID.class), l.getString("numero"), mots.produit(l.getString("produit")),
                            service == null ? null : mots.unite(service).libelle(), l.getObject("demarree_le", LocalDate.class),
                            l.getObject("finie_le", LocalDate.class), l.getObject("id", UUID.class).equals(p.mesureId()));
                }).list();
    }

    List<RencontreVue> rencontres(UUID projet) {
        record Ligne(UUID rencontre, PersonneVue personne) {
        }
        List<Ligne> personnes = jdbc.sql("""
                select x.* from projet_rencontre_personne x join projet_rencontre r on r.id = x.rencontre_id
                where r.projet_id = ? and r.annulee_le is null order by x.id""").param(projet)
                .query((l, n) -> new Ligne(l.getObject("rencontre_id", UUID.class), new PersonneVue(l.getObject("id", UUID.class), l.getString("qualite"),
                        l.getObject("adulte_id", UUID.class), l.getString("service_id"), l.getString("nom"), l.getBoolean("invitee"),
                        l.getString("presence"), l.getString("avis")))).list();
        Map<UUID, String> adultes = adultes(projet, personnes.stream().anyMatch(x -> x.personne().adulteId() != null));
        Map<UUID, List<PersonneVue>> parRencontre = personnes.stream().collect(Collectors.groupingBy(Ligne::rencontre, Collectors.mapping(x ->
                nommer(x.personne(), adultes), Collectors.toList())));
        return jdbc.sql("select * from projet_rencontre where projet_id = ? and annulee_le is null order by coalesce(tenue_le, prevue_le) desc nulls last, id")
                .param(projet).query((l, n) -> new RencontreVue(l.getObject("id", UUID.class), l.getString("statut"), l.getObject("prevue_le", LocalDate.class),
                        l.getString("lieu"), l.getObject("tenue_le", LocalDate.class), l.getString("parole_enfant"), l.getString("synthese"),
                        l.getString("desaccords"), l.getString("motif"), parRencontre.getOrDefault(l.getObject("id", UUID.class), List.of()))).list();
    }

    private PersonneVue nommer(PersonneVue x, Map<UUID, String> adultes) {
        return x.nom() != null ? x : new PersonneVue(x.id(), x.qualite(), x.adulteId(), x.serviceId(), nom(x.adulteId(), x.serviceId(), null, adultes),
                x.invitee(), x.presence(), x.avis());
    }

    private String nom(UUID adulte, String service, String ecrit, Map<UUID, String> adultes) {
        return ecrit != null ? ecrit : adulte != null ? adultes.get(adulte) : service != null ? mots.unite(service).libelle() : null;
    }

    private Map<UUID, String> adultes(UUID projet, boolean utiles) {
        Map<UUID, String> noms = new HashMap<>();
        if (utiles) {
            UUID enfant = jdbc.sql("select enfant_id from projet where id = ?").param(projet).query(UUID.class).single();
            dossiers.titulaires(enfant).forEach((Titulaire t) -> noms.putIfAbsent(t.adulteId(), t.affiche()));
        }
        return noms;
    }

    List<SignatureVue> signatures(UUID projet) {
        List<SignatureVue> lues = jdbc.sql("""
                select s.* from projet_signature s join projet_version v on v.id = s.version_id where v.projet_id = ? and s.annulee_le is null
                order by v.numero desc, s.id""").param(projet)
                .query((l, n) -> new SignatureVue(l.getObject("id", UUID.class), l.getObject("version_id", UUID.class), l.getString("qualite"),
                        l.getObject("adulte_id", UUID.class), l.getString("service_id"), l.getString("nom"), l.getString("statut"),
                        l.getObject("le", LocalDate.class), l.getString("motif"))).list();
        Map<UUID, String> adultes = adultes(projet, lues.stream().map(SignatureVue::adulteId).anyMatch(Objects::nonNull));
        return lues.stream().map(s -> new SignatureVue(s.id(), s.versionId(), s.qualite(), s.adulteId(), s.serviceId(),
                nom(s.adulteId(), s.serviceId(), s.nom(), adultes), s.statut(), s.le(), s.motif())).toList();
    }

    List<RemiseVue> remises(UUID projet) {
        List<RemiseVue> lues = jdbc.sql("""
                select r.* from projet_remise r join projet_version v on v.id = r.version_id where v.projet_id = ? and r.annulee_le is null
                order by v.numero desc, r.le, r.id""").param(projet)
                .query((l, n) -> new RemiseVue(l.getObject("id", UUID.class), l.getObject("version_id", UUID.class), l.getString("destinataire"),
                        l.getObject("adulte_id", UUID.class), l.getString("service_id"), l.getString("nom"), LectureProjet.textes(l.getArray("masques")),
                        l.getString("moyen"), l.getObject("le", LocalDate.class), l.getObject("document_id", UUID.class))).list();
        Map<UUID, String> adultes = adultes(projet, lues.stream().map(RemiseVue::adulteId).anyMatch(Objects::nonNull));
        return lues.stream().map(r -> new RemiseVue(r.id(), r.versionId(), r.destinataire(), r.adulteId(), r.serviceId(),
                nom(r.adulteId(), r.serviceId(), r.nom(), adultes), r.masques(), r.moyen(), r.le(), r.documentId())).toList();
    }

    /** Actions of the version in force. */
    List<ActionVue> actions(UUID projet, LocalDate jour) {
        return jdbc.sql("""
                select a.*, concat_ws(' ', u.prenom, u.nom) as personne from projet_action a left join utilisateur u on u.id = a.utilisateur_id
                where a.version_id = (select v.id from projet_version v where v.projet_id = ? and v.etat <> 'EN_COURS' order by v.numero desc limit 1)
                order by a.rang, a.id""").param(projet).query((l, n) -> {
                    LocalDate echeance = l.getObject("echeance", LocalDate.class) == null ? l.getObject("fin", LocalDate.class)
                            : l.getObject("echeance", LocalDate.class);
                    LocalDate faite = l.getObject("faite_le", LocalDate.class);
                    LocalDate abandonnee = l.getObject("abandonnee_le", LocalDate.class);
                    String service = l.getString("service_id");
                    String qui = l.getString("qui") != null ? l.getString("qui") : service != null ? mots.unite(service).libelle()
                            : l.getObject("utilisateur_id") == null ? null : l.getString("personne");
                    return new ActionVue(l.getObject("id", UUID.class), l.getObject("lignee", UUID.class), l.getString("libelle"), l.getString("aupres"),
                            qui, l.getObject("utilisateur_id", UUID.class), service, l.getObject("debut", LocalDate.class), echeance, faite, abandonnee,
                            faite == null && abandonnee == null && echeance != null && echeance.isBefore(jour));
                }).list();
    }
}
