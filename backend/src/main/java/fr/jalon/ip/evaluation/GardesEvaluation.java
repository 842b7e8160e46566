package fr.jalon.ip.evaluation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.ip.ActesIp;
import fr.jalon.ip.EtatIp;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.InformationsPreoccupantes;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may work on an evaluation and until when. Work on acts, opinions and sections goes on side by side: it takes a shared lock, which
 * only waits for the act that hands the report in.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class GardesEvaluation {

    private static final Set<EtatIp> TRAVAIL = EnumSet.of(EtatIp.A_DESIGNER, EtatIp.EN_EVALUATION, EtatIp.PRECISION_DEMANDEE);

    private final ActesIp actes;
    private final Acces acces;
    private final Journal journal;
    private final InformationsPreoccupantes ips;
    private final JdbcClient jdbc;

    GardesEvaluation(ActesIp actes, Acces acces, Journal journal, InformationsPreoccupantes ips, JdbcClient jdbc) {
        this.actes = actes;
        this.acces = acces;
        this.journal = journal;
        this.ips = ips;
        this.jdbc = jdbc;
    }

    /** Acts and opinions: evaluators, and whoever coordinates them; from the mandate on, since a same-day start precedes the naming. */
    InformationPreoccupante pourActe(UUID ipId) {
        Sujet sujet = Sujet.ip(ipId);
        if (!acces.peut(Mission.DESIGNATION, sujet)) {
            acces.exiger(Mission.EVALUATION, sujet);
        }
        return ouverte(ipId, TRAVAIL);
    }

    /** The report and its conclusions: evaluators only, until it is handed in. */
    InformationPreoccupante pourRapport(UUID ipId) {
        acces.exiger(Mission.EVALUATION, Sujet.ip(ipId));
        return ouverte(ipId, EnumSet.of(EtatIp.EN_EVALUATION));
    }

    /** The same, holding the file: what is asked of others moves its due dates. */
    InformationPreoccupante pourAvis(UUID ipId) {
        InformationPreoccupante ip = actes.ouvrir(ipId, List.of(Mission.EVALUATION, Mission.DESIGNATION), null);
        if (!TRAVAIL.contains(ip.etat())) {
            throw close(ip.etat());
        }
        return ip;
    }

    private InformationPreoccupante ouverte(UUID ipId, Set<EtatIp> permis) {
        EtatIp etat = jdbc.sql("select etat from information_preoccupante where id = ? for share").param(ipId).query(String.class)
                .optional().map(EtatIp::valueOf).orElseThrow(Introuvable::new);
        if (!permis.contains(etat)) {
            throw close(etat);
        }
        return ips.findById(ipId).orElseThrow(Introuvable::new);
    }

    private static Conflit close(EtatIp etat) {
        return new Conflit(null, null, "L’évaluation n’est plus en cours : le dossier est maintenant « " + etat.libelle()
                + " ».");
    }

    /** A line in the journal for each sitting, not for each refresh of a screen. */
    void noterOuverture(UUID ipId) {
        UUID qui = moi();
        boolean dejaOuvert = qui != null && jdbc.sql("""
                select exists (select 1 from journal_acces where sujet_type = 'IP' and sujet_id = ? and utilisateur_id = ?
                and genre = 'OUVERTURE' and le > clock_timestamp() - interval '30 minutes')""").params(ipId, qui).query(Boolean.class).single();
        if (!dejaOuvert) {
            journal.ouverture(Sujet.ip(ipId));
        }
    }

    static UUID moi() {
        return IdentiteCourante.siPresente().map(Identite::utilisateurId).orElse(null);
    }

}
