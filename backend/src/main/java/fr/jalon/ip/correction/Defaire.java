package fr.jalon.ip.correction;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.evenement.Retours;
import fr.jalon.ip.EtatIp;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.RegardsEnfants;
import fr.jalon.ip.decision.DecisionsIp;
import fr.jalon.ip.decision.QuestionsDuDecideur;
import fr.jalon.ip.evaluation.Evaluateurs;
import fr.jalon.ip.evaluation.Remises;
import fr.jalon.ip.evaluation.Signalements;
import fr.jalon.ip.suites.Suites;

import jakarta.persistence.EntityManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes back what one transaction wrote about an IP: each part its own lines, then the rows of the file, its periods and the engine. */
@Component
class Defaire {

    /** The last line of each kind is the one its event tells: nothing came after it. */
    private static final Map<String, String> LIGNES_MANDAT = Map.of("ip.voie-changee", "VOIE", "ip.unite-changee", "UNITE");

    private final CorrigerQualification qualification;
    private final RetourArriere retour;
    private final Retours retours;
    private final DecisionsIp decisions;
    private final QuestionsDuDecideur precisions;
    private final Suites suites;
    private final Remises remises;
    private final Evaluateurs evaluateurs;
    private final RegardsEnfants regards;
    private final Signalements signalements;
    private final EntityManager entites;
    private final Horloge horloge;
    private final JdbcClient jdbc;

    Defaire(CorrigerQualification qualification, RetourArriere retour, Retours retours, DecisionsIp decisions, QuestionsDuDecideur precisions,
            Suites suites, Remises remises, Evaluateurs evaluateurs, RegardsEnfants regards, Signalements signalements, EntityManager entites,
            Horloge horloge, JdbcClient jdbc) {
        this.qualification = qualification;
        this.retour = retour;
        this.retours = retours;
        this.decisions = decisions;
        this.precisions = precisions;
        this.suites = suites;
        this.remises = remises;
        this.evaluateurs = evaluateurs;
        this.regards = regards;
        this.signalements = signalements;
        this.entites = entites;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    /** The events that remain are cancelled by the caller. */
    void defaire(InformationPreoccupante ip, Retours.Acte acte, String type, String motif) {
        List<UUID> faits = acte.faits().stream().map(Retours.Fait::id).toList();
        signalements(ip, faits, motif);
        if (type.equals("ip.qualifiee")) {
            qualification.appliquer(ip, null, motif);
            rendreLesTaches(ip, acte.transaction());
            return;
        }
        lignes(ip, faits, acte, motif);
        entites.flush();
        retours.retablirPeriodes(Sujet.ip(ip.id()), acte.transaction());
        retablirRegards(ip, acte.transaction());
        retablirLignes(ip, acte.transaction());
        entites.refresh(ip);
        if (ip.etat().ouverte()) {
            retour.moteur(ip, ip.etat());
            rendreLesTaches(ip, acte.transaction());
        }
    }

    private void lignes(InformationPreoccupante ip, List<UUID> faits, Retours.Acte acte, String motif) {
        List<UUID> decides = decisions.vivantes(ip.id()).values().stream().filter(d -> faits.contains(d.evenementId()))
                .map(DecisionsIp.Vivante::mineurId).toList();
        if (!decides.isEmpty()) {
            decisions.annuler(ip, decides, motif);
        }
        suites.defaire(ip.id(), faits, motif);
        if (acte.contient("ip.close")) {
            suites.annulerFin(ip.id(), motif);
        }
        if (acte.contient("ip.precision-demandee")) {
            precisions.annulerQuestion(faits);
        }
        if (acte.contient("ip.precision-apportee")) {
            precisions.annulerReponse(ip.id());
        }
        if (acte.contient("ip.rapport-rendu")) {
            remises.annuler(ip.id(), motif);
        }
        if (acte.contient("ip.evaluateurs-designes")) {
            evaluateurs.liberer(ip.id(), horloge.maintenant());
        }
        Timestamp maintenant = Timestamp.from(horloge.maintenant());
        if (acte.contient("ip.confiee")) {
            jdbc.sql("update mandat set annule_le = ? where ip_id = ? and annule_le is null").params(maintenant, ip.id()).update();
        }
        for (Map.Entry<String, String> ligne : LIGNES_MANDAT.entrySet()) {
            if (acte.contient(ligne.getKey())) {
                jdbc.sql("""
                        update mandat set annule_le = :le where id = (select id from mandat where ip_id = :ip and genre = :genre
                            and annule_le is null order by saisi_le desc, id desc limit 1)""")
                        .param("le", maintenant).param("ip", ip.id()).param("genre", ligne.getValue()).update();
            }
        }
        if (acte.contient("ip.evaluateur-remplace")) {
            retablirEvaluateurs(ip, acte.transaction(), maintenant);
        }
        jdbc.sql("update commission_mineur set annulee_le = :le where evenement_id in (:faits) and annulee_le is null")
                .param("le", maintenant).param("faits", faits).update();
    }

    private void signalements(InformationPreoccupante ip, List<UUID> faits, String motif) {
        jdbc.sql("select id from signalement where ip_id = :ip and evenement_id in (:faits) and annule_le is null").param("ip", ip.id())
                .param("faits", faits).query(UUID.class).list().forEach(s -> signalements.annuler(ip, s, motif));
    }

    /**
     * Units the act opened the file to read it no more, those it closed it to read it again. A child's file that something else keeps
     * open to a unit stays so.
     */
    private void retablirRegards(InformationPreoccupante ip, String transaction) {
        UUID[] dossier = jdbc.sql("select id from information_entrante where ip_id = :ip union select cast(:ip as uuid)")
                .param("ip", ip.id()).query(UUID.class).list().toArray(UUID[]::new);
        jdbc.sql("delete from sujet_unite where sujet_id = any (:dossier) and origine_tx = cast(:tx as xid8)")
                .param("dossier", dossier).param("tx", transaction).update();
        jdbc.sql("""
                insert into sujet_unite(sujet_type, sujet_id, unite_id, titre, du, origine_tx)
                select r.sujet_type, r.sujet_id, r.unite_id, r.titre, r.du, r.origine_tx
                from avant_acte a, jsonb_populate_record(null::sujet_unite, a.avant) r
                where a.transaction_id = cast(:tx as xid8) and a.table_nom = 'sujet_unite' and (r.sujet_id = any (:dossier)
                    or r.sujet_id in (select enfant_id from mineur_concerne where ip_id = :ip))
                on conflict do nothing""").param("tx", transaction).param("dossier", dossier).param("ip", ip.id()).update();
        regards.fermer(ip.id(), transaction);
    }

    /** Who the act named evaluates no more, whom it ended evaluates again. */
    private void retablirEvaluateurs(InformationPreoccupante ip, String transaction, Timestamp maintenant) {
        jdbc.sql("""
                update evaluateur set au = greatest(cast(? as timestamptz), du), motif_fin = 'CORRECTION'
                where ip_id = ? and au is null and origine_tx = cast(? as xid8)""").params(maintenant, ip.id(), transaction).update();
        jdbc.sql("""
                update evaluateur t set au = null, motif_fin = null from avant_acte a
                where a.transaction_id = cast(? as xid8) and a.table_nom = 'evaluateur' and a.cle = t.id and t.ip_id = ?
                    and a.avant ->> 'au' is null""").params(transaction, ip.id()).update();
    }

    /** Whoever held the step that opens again finds it in their hands, unless they had handed it back, or work here no more. */
    private void rendreLesTaches(InformationPreoccupante ip, String transaction) {
        jdbc.sql("""
                insert into tache_suivi(tache_id, titulaire_id, depuis, affectee_par)
                select t.id, r.titulaire_id, r.depuis, r.affectee_par
                from avant_acte a, jsonb_to_record(a.avant)
                    r(sujet_id uuid, etape text, titulaire_id uuid, depuis timestamptz, affectee_par uuid)
                join tache t on t.sujet_id in (:ip, :information) and t.etape = r.etape
                join utilisateur u on u.id = r.titulaire_id and u.actif
                where a.transaction_id = cast(:tx as xid8) and a.table_nom = 'tache' and r.sujet_id in (:ip, :information)
                on conflict do nothing""").param("tx", transaction).param("ip", ip.id()).param("information", ip.informationInitialeId()).update();
    }

    /** The oldest picture a transaction left of a row is how it stood before it. The version goes on: whoever read before is told. */
    private void retablirLignes(InformationPreoccupante ip, String transaction) {
        jdbc.sql("""
                update information_preoccupante t set recue_le = r.recue_le, urgence = r.urgence, voie = r.voie,
                    levee_de_doutes = r.levee_de_doutes, unite_pilote = r.unite_pilote, etat = r.etat, rapport_rendu_le = r.rapport_rendu_le,
                    decidee_le = r.decidee_le, close_le = r.close_le, motif_cloture = r.motif_cloture, version = t.version + 1
                from (select a.avant from avant_acte a where a.transaction_id = cast(:tx as xid8) and a.table_nom = 'information_preoccupante'
                        and a.cle = :ip order by a.id limit 1) a, jsonb_populate_record(null::information_preoccupante, a.avant) r
                where t.id = :ip""").param("tx", transaction).param("ip", ip.id()).update();
        List<UUID> mineurs = jdbc.sql("""
                update mineur_concerne t set retire_le = r.retire_le, retire_motif = r.retire_motif, version = t.version + 1
                from (select distinct on (a.cle) a.avant from avant_acte a where a.transaction_id = cast(:tx as xid8)
                        and a.table_nom = 'mineur_concerne' order by a.cle, a.id) a, jsonb_populate_record(null::mineur_concerne, a.avant) r
                where t.id = r.id and t.ip_id = :ip returning t.id""").param("tx", transaction).param("ip", ip.id()).query(UUID.class).list();
        mineurs.forEach(id -> entites.refresh(entites.find(fr.jalon.ip.MineurConcerne.class, id)));
    }

    /** Where the file stood before a transaction; empty when it did not move. */
    Optional<EtatIp> etatAvant(UUID ipId, String transaction) {
        return jdbc.sql("""
                select avant ->> 'etat' from avant_acte where transaction_id = cast(:tx as xid8) and table_nom = 'information_preoccupante'
                and cle = :ip order by id limit 1""").param("tx", transaction).param("ip", ipId).query(String.class).optional()
                .map(EtatIp::valueOf);
    }
}
