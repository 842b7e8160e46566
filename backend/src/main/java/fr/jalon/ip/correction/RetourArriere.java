package fr.jalon.ip.correction;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.Periodes;
import fr.jalon.evenement.Retours;
import fr.jalon.ip.ActesIp;
import fr.jalon.ip.EtatIp;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.IpDessinee;
import fr.jalon.ip.RegardsEnfants;
import fr.jalon.ip.consigne.Consignes;
import fr.jalon.ip.decision.DecisionsIp;
import fr.jalon.ip.decision.QuestionsDuDecideur;
import fr.jalon.ip.evaluation.Evaluateurs;
import fr.jalon.ip.evaluation.Remises;
import fr.jalon.ip.reception.InformationEntrante;
import fr.jalon.ip.reception.InformationsEntrantes;
import fr.jalon.ip.suites.Suites;
import fr.jalon.processus.EtatProcessus;
import fr.jalon.processus.Processus;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings an IP back to a step: what was done after it is cancelled, periods say what is true again, the engine stands there. */
@Component
class RetourArriere {


    private static final List<String> APRES_CONFIER = List.of("ip.confiee", "ip.voie-changee", "ip.unite-changee");
    private static final List<String> APRES_DESIGNER = List.of("ip.evaluateurs-designes", "ip.evaluateur-remplace");
    private static final List<String> APRES_INFORMER = List.of("ip.personnes-informees");
    private static final List<String> APRES_TOUT = List.of("ip.traitee", "ip.close", "ip.transfert-accuse");

    /** Kinds of period a step keeps open, in the order of the path. */
    private static final List<String> ATTENTES = List.of("ATTENTE_EVALUATEURS", "EVALUATION", "ATTENTE_DECISION");

    private final ActesIp actes;
    private final Acces acces;
    private final RegardsEnfants regards;
    private final Evenements evenements;
    private final Retours retours;
    private final Periodes periodes;
    private final Processus processus;
    private final DecisionsIp decisions;
    private final QuestionsDuDecideur precisions;
    private final Suites suites;
    private final Remises remises;
    private final Evaluateurs evaluateurs;
    private final Consignes consignes;
    private final InformationsEntrantes informations;
    private final Horloge horloge;
    private final JdbcClient jdbc;

    RetourArriere(ActesIp actes, Acces acces, RegardsEnfants regards, Evenements evenements, Retours retours, Periodes periodes,
            Processus processus, DecisionsIp decisions, QuestionsDuDecideur precisions, Suites suites, Remises remises, Evaluateurs evaluateurs, Consignes consignes,
            InformationsEntrantes informations, Horloge horloge, JdbcClient jdbc) {
        this.actes = actes;
        this.acces = acces;
        this.regards = regards;
        this.evenements = evenements;
        this.retours = retours;
        this.periodes = periodes;
        this.processus = processus;
        this.decisions = decisions;
        this.precisions = precisions;
        this.suites = suites;
        this.remises = remises;
        this.evaluateurs = evaluateurs;
        this.consignes = consignes;
        this.informations = informations;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    /**
     * Everything done after a step is cancelled, decisions included when the step comes before them.
     *
     * @param mineurs whose decisions fall when the file comes back to the decision; null for all
     */
    void ramener(InformationPreoccupante ip, EtatIp cible, Collection<UUID> mineurs, String motif) {
        List<String> types = new ArrayList<>(APRES_TOUT);
        if (cible.ordinal() <= EtatIp.A_INFORMER.ordinal()) {
            types.addAll(APRES_INFORMER);
        }
        if (cible.ordinal() <= EtatIp.A_DECIDER.ordinal()) {
            annulerDecisions(ip, mineurs, motif);
        }
        if (cible.ordinal() <= EtatIp.EN_EVALUATION.ordinal()) {
            remises.annuler(ip.id(), motif);
        }
        if (cible.ordinal() <= EtatIp.A_DESIGNER.ordinal()) {
            types.addAll(APRES_DESIGNER);
            evaluateurs.liberer(ip.id(), horloge.maintenant());
        }
        if (cible == EtatIp.A_CONFIER) {
            types.addAll(APRES_CONFIER);
            reprendreMandat(ip);
        }
        precisions.annulerOuvertes(ip.id()).forEach(e -> evenements.annuler(e, "ip.acte-annule", motif));
        if (cible == EtatIp.SUITES_JUDICIAIRES) {
            suites.annulerSuitesDefinitives(ip.id(), motif);
        }
        suites.annulerFin(ip.id(), motif);
        annuler(ip, types, motif);
        ip.ramener(cible);
        periodes(ip, cible);
        moteur(ip, cible);
    }

    void annulerDecisions(InformationPreoccupante ip, Collection<UUID> mineurs, String motif) {
        decisions.annuler(ip, mineurs, motif);
        if (mineurs == null) {
            suites.annulerInformations(ip.id(), null, motif);
            suites.annulerSuites(ip.id(), null, motif);
        } else {
            for (UUID mineur : mineurs) {
                suites.annulerInformations(ip.id(), mineur, motif);
                suites.annulerSuites(ip.id(), mineur, motif);
            }
        }
    }

    /** Events of these types that stand are said never to have been. */
    void annuler(InformationPreoccupante ip, List<String> types, String motif) {
        retours.valides(Sujet.ip(ip.id()), types).forEach(f -> evenements.annuler(f.id(), "ip.acte-annule", motif));
    }

    /** The unit that was entrusted reads the file and its children's no more, and is no longer the one in charge. */
    void reprendreMandat(InformationPreoccupante ip) {
        jdbc.sql("update mandat set annule_le = ? where ip_id = ? and annule_le is null")
                .params(Timestamp.from(horloge.maintenant()), ip.id()).update();
        List<Sujet> dossier = new ArrayList<>(List.of(Sujet.ip(ip.id())));
        informations.findByIpIdOrderByRecueLe(ip.id()).stream().map(InformationEntrante::id).map(Sujet::information).forEach(dossier::add);
        for (Sujet s : dossier) {
            acces.detacher(s, Acces.Titre.PILOTE);
            acces.detacher(s, Acces.Titre.ASSOCIEE);
        }
        regards.fermer(ip.id());
    }

    private void periodes(InformationPreoccupante ip, EtatIp cible) {
        Sujet sujet = Sujet.ip(ip.id());
        List<Periodes.Periode> toutes = periodes.de(sujet);
        if (cible != EtatIp.SUITES_JUDICIAIRES) {
            derniere(toutes, "TRAITEMENT").filter(p -> p.fin() != null).ifPresent(p -> periodes.rouvrir(p.periodeId()));
        }
        if (cible == EtatIp.A_CONFIER) {
            derniere(toutes, "TRAITEMENT").ifPresent(p -> retours.corrigerPeriode(p.periodeId(), actes.unite(ip), Map.of()));
        }
        String attente = attente(cible);
        int rang = attente == null ? (cible == EtatIp.A_CONFIER ? -1 : ATTENTES.size()) : ATTENTES.indexOf(attente);
        toutes.stream().filter(p -> ATTENTES.indexOf(p.genre()) > rang).map(Periodes.Periode::periodeId).distinct().forEach(periodes::annuler);
        if (attente != null) {
            derniere(toutes, attente).ifPresentOrElse(p -> {
                if (p.fin() != null) {
                    periodes.rouvrir(p.periodeId());
                }
            }, () -> periodes.ouvrir(attente, sujet, null, actes.unite(ip), Map.of(), horloge.aujourdhui()));
        }
        // A hold closed with the file, and never lifted by the parquet, holds it again.
        if (!consignes.enVigueur(ip.id()).isEmpty() && periodes.ouverte("CONSIGNE_PARQUET", sujet).isEmpty()) {
            derniere(toutes, "CONSIGNE_PARQUET").ifPresent(p -> periodes.rouvrir(p.periodeId()));
        }
    }

    private static String attente(EtatIp etat) {
        return switch (etat) {
            case A_DESIGNER -> "ATTENTE_EVALUATEURS";
            case EN_EVALUATION -> "EVALUATION";
            case A_DECIDER -> "ATTENTE_DECISION";
            default -> null;
        };
    }

    private static Optional<Periodes.Periode> derniere(List<Periodes.Periode> toutes, String genre) {
        return toutes.stream().filter(p -> p.genre().equals(genre))
                .max(Comparator.comparing(Periodes.Periode::debut, Comparator.nullsFirst(LocalDate::compareTo)).thenComparing(Periodes.Periode::segment));
    }

    /** The running instance comes back; a file that was over opens a new one at the step. */
    void moteur(InformationPreoccupante ip, EtatIp cible) {
        Sujet sujet = Sujet.ip(ip.id());
        Optional<EtatProcessus> etat = processus.etat(sujet).filter(EtatProcessus::actif);
        if (etat.isEmpty()) {
            processus.ouvrirA(sujet, IpDessinee.CLE, cible.etape(), Map.of());
        } else if (!etat.get().a(cible.etape())) {
            processus.ramener(sujet, cible.etape());
        }
    }
}
