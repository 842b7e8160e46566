package fr.jalon.projet;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.Ids;
import fr.jalon.commun.temps.Horloge;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Versions of a projet: one is written at a time; the next one starts as a copy of the last, without what is finished. A version left by a
 * revision that was cancelled keeps what was written, and is written on when the next one opens.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class VersionsProjet {

    private record Ligne(UUID id, int numero, String etat) {
    }

    private final JdbcClient jdbc;
    private final ObjectProvider<ContenuDeVersion> contenus;
    private final Horloge horloge;

    VersionsProjet(JdbcClient jdbc, ObjectProvider<ContenuDeVersion> contenus, Horloge horloge) {
        this.jdbc = jdbc;
        this.contenus = contenus;
        this.horloge = horloge;
    }

    /** The row points to the version written, or to the last established; opens one when the projet is to be written and none is. */
    void accorder(Projet p) {
        List<Ligne> versions = jdbc.sql("select id, numero, etat from projet_version where projet_id = ? order by numero desc").param(p.id())
                .query(Ligne.class).list();
        Optional<Ligne> enCours = versions.stream().filter(v -> "EN_COURS".equals(v.etat())).findFirst();
        Optional<Ligne> etablie = versions.stream().filter(v -> !"EN_COURS".equals(v.etat())).findFirst();
        if (p.etat().enEcriture() && enCours.isEmpty()) {
            p.ecrit(ouvrir(p, etablie.orElse(null)));
        } else if (p.etat().enEcriture()) {
            p.ecrit(enCours.get().id());
        } else {
            p.ecrit(etablie.or(() -> enCours).map(Ligne::id).orElse(null));
        }
    }

    private UUID ouvrir(Projet p, Ligne precedente) {
        UUID id = Ids.nouveau();
        LocalDate le = p.reviseDepuis() == null ? p.depuis() : p.reviseDepuis();
        jdbc.sql("insert into projet_version(id, projet_id, numero, modele, etat, ouverte_le, motif) values (:id, :projet, :numero, :modele, 'EN_COURS', :le, :motif)")
                .param("id", id).param("projet", p.id()).param("numero", precedente == null ? 1 : precedente.numero() + 1)
                .param("modele", contenu().modele(horloge.aujourdhui())).param("le", le).param("motif", p.motifRevision()).update();
        if (precedente != null) {
            copier(precedente.id(), id);
        }
        return id;
    }

    /** Parts as they stand, objectives that go on, and of these the actions not finished; each keeps its lignee. */
    private void copier(UUID de, UUID vers) {
        jdbc.sql("""
                insert into projet_partie(id, version_id, code, contributeur, texte, modifie_le, modifie_par)
                select gen_random_uuid(), :vers, code, contributeur, texte, modifie_le, modifie_par from projet_partie where version_id = :de""")
                .param("de", de).param("vers", vers).update();
        jdbc.sql("""
                insert into projet_objectif(id, version_id, lignee, rang, domaine, besoin, objectif)
                select gen_random_uuid(), :vers, lignee, rang, domaine, besoin, objectif from projet_objectif
                where version_id = :de and bilan is distinct from 'FINI'""").param("de", de).param("vers", vers).update();
        jdbc.sql("""
                insert into projet_action(id, version_id, objectif_id, lignee, rang, aupres, libelle, utilisateur_id, service_id, qui, debut, fin, duree, echeance)
                select gen_random_uuid(), :vers, n.id, a.lignee, a.rang, a.aupres, a.libelle, a.utilisateur_id, a.service_id, a.qui, a.debut, a.fin,
                    a.duree, a.echeance
                from projet_action a join projet_objectif o on o.id = a.objectif_id
                join projet_objectif n on n.version_id = :vers and n.lignee = o.lignee
                where a.version_id = :de and a.faite_le is null and a.abandonnee_le is null""").param("de", de).param("vers", vers).update();
    }

    private ContenuDeVersion contenu() {
        return contenus.getObject();
    }

    /** Code of the form model the version is written with. */
    public String modele(UUID versionId) {
        return jdbc.sql("select modele from projet_version where id = ?").param(versionId).query(String.class).single();
    }

    /** Established: the content is frozen with its fingerprint, and is never changed again. */
    void etablir(Projet p, UUID versionId, ContenuDeVersion.Etablissement s) {
        jdbc.sql("update projet_version set signataire_id = :qui, delegation_id = :delegation, interim_de = :interim where id = :id")
                .param("qui", s.signataire()).param("delegation", s.delegation()).param("interim", s.interimDe(), java.sql.Types.OTHER)
                .param("id", versionId).update();
        String fige = contenu().figer(p, versionId, s);
        jdbc.sql("""
                update projet_version set etat = 'ETABLIE', etablie_le = :le, contenu = cast(:contenu as jsonb), version = version + 1,
                    -- Of the text the database gives back, so that anybody may check it there.
                    empreinte = encode(sha256(convert_to(cast(:contenu as jsonb)::text, 'UTF8')), 'hex') where id = :id and etat = 'EN_COURS'""").param("le", s.le()).param("contenu", fige).param("id", versionId).update();
    }

    /** The establishment is cancelled: the version is written again, unless the next one already is. */
    void rouvrir(UUID versionId) {
        UUID suivante = jdbc.sql("""
                select n.id from projet_version v join projet_version n on n.projet_id = v.projet_id and n.etat = 'EN_COURS' where v.id = ?""")
                .param(versionId).query(UUID.class).optional().orElse(null);
        if (suivante != null) {
            boolean ecrite = jdbc.sql("""
                    select exists (select 1 from projet_partie where version_id = :v and version > 0)
                        or exists (select 1 from projet_objectif where version_id = :v and version > 0)
                        or exists (select 1 from projet_action where version_id = :v and version > 0)""").param("v", suivante).query(Boolean.class).single();
            if (ecrite) {
                throw new Conflit(null, null, "La version suivante est déjà commencée\u00a0: elle repose sur celle-ci.");
            }
            oublier(suivante);
        }
        jdbc.sql("""
                update projet_version set etat = 'EN_COURS', etablie_le = null, signataire_id = null, delegation_id = null, interim_de = null,
                    contenu = null, empreinte = null, version = version + 1 where id = ?""").param(versionId).update();
    }

    private void oublier(UUID versionId) {
        for (String table : List.of("projet_action", "projet_objectif", "projet_partie")) {
            if ("projet_partie".equals(table)) {
                jdbc.sql("delete from projet_partie_ancienne where partie_id in (select id from projet_partie where version_id = ?)").param(versionId).update();
            }
            jdbc.sql("delete from " + table + " where version_id = ?").param(versionId).update();
        }
        jdbc.sql("update projet set version_id = null where version_id = ?").param(versionId).update();
        jdbc.sql("delete from projet_version where id = ?").param(versionId).update();
    }

    /** Handed over, or no longer when the last hand-over is cancelled. */
    void remise(UUID versionId) {
        jdbc.sql("""
                update projet_version v set remise_le = r.le, etat = case when r.le is null then 'ETABLIE' else 'REMISE' end
                from (select min(le) as le from projet_remise where version_id = :id and annulee_le is null) r
                where v.id = :id and v.etat <> 'EN_COURS'""").param("id", versionId).update();
    }
}
