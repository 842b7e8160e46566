package fr.jalon.ip.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.EnFrancais;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;
import fr.jalon.evenement.Periodes;
import fr.jalon.ip.ActesIp;
import fr.jalon.ip.EtatIp;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.MineurConcerne;
import fr.jalon.ip.evaluation.DestinataireSignalement;
import fr.jalon.ip.evaluation.Signalements;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Deciding for each minor, or sending the report back with a question. */
@Service
public class Decider {

    /** The decision form. {@code decideeLe} is the day it was signed; {@code motifs} answer the warnings, by code. */
    public record DemandeDecision(Long version, UUID signataireId, LocalDate decideeLe, List<DecisionSaisie> mineurs,
            Map<String, String> motifs) {
    }

    private final ActesIp actes;
    private final Decisions decisions;
    private final Delegations delegations;
    private final QuestionsDuDecideur precisions;
    private final ConclusionsLues conclusions;
    private final Signalements signalements;
    private final Evenements evenements;
    private final Periodes periodes;
    private final Utilisateurs utilisateurs;
    private final Departement departement;
    private final Horloge horloge;

    Decider(ActesIp actes, Decisions decisions, Delegations delegations, QuestionsDuDecideur precisions, ConclusionsLues conclusions,
            Signalements signalements, Evenements evenements, Periodes periodes, Utilisateurs utilisateurs, Departement departement,
            Horloge horloge) {
        this.actes = actes;
        this.decisions = decisions;
        this.delegations = delegations;
        this.precisions = precisions;
        this.conclusions = conclusions;
        this.signalements = signalements;
        this.evenements = evenements;
        this.periodes = periodes;
        this.utilisateurs = utilisateurs;
        this.departement = departement;
        this.horloge = horloge;
    }

    /** Decides for every minor that waits; a decision a correction left standing is not taken again. */
    @Transactional
    public void decider(UUID ipId, DemandeDecision demande) {
        InformationPreoccupante ip = ouvrir(ipId, demande.version());
        List<MineurConcerne> presents = actes.mineurs(ip);
        List<UUID> rang = presents.stream().map(MineurConcerne::id).toList();
        Set<UUID> decides = vivantes(ipId).stream().map(DecisionMineur::mineurId).collect(Collectors.toSet());
        List<DecisionSaisie> saisies = demande.mineurs() == null ? List.of() : demande.mineurs();

        LocalDate rapport = ip.rapportRenduLe() == null ? null : horloge.jour(ip.rapportRenduLe());
        ReglesDecision.verifierDate(demande.decideeLe(), rapport, horloge.aujourdhui());
        ReglesDecision.verifier(rang.stream().filter(m -> !decides.contains(m)).toList(), saisies, aides());
        Delegation delegation = delegation(demande.signataireId(), demande.decideeLe());
        Map<UUID, Map<String, String>> ecarts = ReglesDecision.ecarts(rang, saisies, conclusions.proposees(ipId), demande.motifs());

        Instant le = ReglesDecision.instant(demande.decideeLe(), ip.rapportRenduLe(), horloge.maintenant(), horloge.zone());
        DecisionMineur.Signature signature = new DecisionMineur.Signature(demande.signataireId(), delegation, le, horloge.maintenant(),
                IdentiteCourante.siPresente().map(Identite::utilisateurId).orElse(null));
        Map<UUID, MineurConcerne> mineurs = presents.stream().collect(Collectors.toMap(MineurConcerne::id, m -> m));
        Set<UUID> signales = signalements.mineursSignales(ipId);
        for (DecisionSaisie saisie : saisies) {
            ecrire(ip, mineurs.get(saisie.mineurId()), saisie, ecarts.getOrDefault(saisie.mineurId(), Map.of()), signature, signales);
        }
        ip.decider(le);
        periodes.fermer("ATTENTE_DECISION", Sujet.ip(ipId), demande.decideeLe());
        actes.conclure(ip, "decider", Map.of("suite", "DECIDEE"));
    }

    private void ecrire(InformationPreoccupante ip, MineurConcerne mineur, DecisionSaisie saisie, Map<String, String> ecarts,
            DecisionMineur.Signature signature, Set<UUID> signales) {
        DecisionMineur decision = new DecisionMineur(ip.id(), mineur.id(), saisie.contenu(ecarts), signature);
        UUID evenement = evenements.ajouter(NouvelEvenement.de("ip.decidee").survenu(signature.decideeLe()).unite(actes.unite(ip))
                .element(ip.etat().etape()).sujet(Sujet.ip(ip.id())).sujet(Sujet.mineur(mineur.id())).sujet(Sujet.enfant(mineur.enfantId()))
                .dimension("issue", decision.issue()).dimension("natureAide", decision.natureAide()).dimension("critere", decision.critere())
                .dimension("interim", decision.interimDe() == null ? null : "OUI")
                .dimension("avertissements", ecarts.isEmpty() ? null : String.join(",", ecarts.keySet())));
        UUID signalement = null;
        // Already referred during the evaluation: the decision says so, and nothing is sent twice.
        if (decision.issue() == Issue.AUTORITE_JUDICIAIRE && !signales.contains(mineur.id())) {
            signalement = signalements.transmettre(ip, new Signalements.NouveauSignalement(null, mineur.id(), signature.decideeLe(),
                    saisie.destinataire() == null ? DestinataireSignalement.PARQUET : saisie.destinataire(), saisie.juridiction(),
                    decision.critere(), decision.actionsTentees(), decision.motivation(), null));
        }
        decision.comptee(evenement, signalement);
        decisions.save(decision);
    }

    /**
     * A minor left or was withdrawn while the file waited for a decision: when every other minor has theirs, nothing waits any more.
     *
     * @return whether the step was done
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean acheverSiToutDecide(InformationPreoccupante ip) {
        List<DecisionMineur> vivantes = vivantes(ip.id());
        Set<UUID> decides = vivantes.stream().map(DecisionMineur::mineurId).collect(Collectors.toSet());
        List<MineurConcerne> presents = actes.mineurs(ip);
        if (ip.etat() != EtatIp.A_DECIDER || presents.isEmpty() || presents.stream().anyMatch(m -> !decides.contains(m.id()))) {
            return false;
        }
        Instant le = vivantes.stream().map(DecisionMineur::decideeLe).max(Instant::compareTo).orElseThrow();
        ip.decider(le);
        periodes.fermer("ATTENTE_DECISION", Sujet.ip(ip.id()), horloge.jour(le));
        actes.conclure(ip, "decider", Map.of("suite", "DECIDEE"));
        return true;
    }

    /** Sends the report back with a question: it stays handed in, and its legal date does not move. */
    @Transactional
    public void demanderPrecision(UUID ipId, Long version, String question) {
        InformationPreoccupante ip = ouvrir(ipId, version);
        if (DecisionSaisie.net(question) == null) {
            throw Refus.champ("question", "Écrivez ce que les évaluateurs doivent préciser.");
        }
        NouvelEvenement evenement = actes.evenement("ip.precision-demandee", ip).survenu(horloge.maintenant());
        ip.demanderPrecision();
        precisions.demander(ipId, question.strip(), evenements.ajouter(evenement));
        // While the evaluators answer, nobody waits for the decider.
        periodes.fermer("ATTENTE_DECISION", Sujet.ip(ipId), horloge.aujourdhui());
        actes.conclure(ip, "decider", Map.of("suite", "PRECISION"));
    }

    /** The second person to decide is told who decided first, and when. */
    private InformationPreoccupante ouvrir(UUID ipId, Long version) {
        InformationPreoccupante ip = actes.ouvrir(ipId, Mission.DECISION, null);
        if (ip.etat() != EtatIp.A_DECIDER) {
            vivantes(ipId).stream().reduce((a, b) -> b).ifPresent(d -> {
                throw new Conflit(d.saisiePar() == null ? null : utilisateurs.parId(d.saisiePar()).map(p -> p.nomAffiche()).orElse(null),
                        d.saisieLe(), "La décision de ce dossier vient d’être enregistrée : relisez-la avant de la corriger, s’il y a lieu.");
            });
        }
        if (version == null) {
            throw Refus.champ("version", "Rouvrez le dossier : la version lue manque.");
        }
        ip.exigerVersion(version);
        return ip;
    }

    private List<DecisionMineur> vivantes(UUID ipId) {
        return decisions.findByIpIdOrderByDecideeLeAscSaisieLeAsc(ipId).stream().filter(DecisionMineur::vivante).toList();
    }

    private Delegation delegation(UUID signataire, LocalDate le) {
        if (signataire == null) {
            throw Refus.champ("signataireId", "Choisissez qui signe.");
        }
        return delegations.valide(signataire, le).orElseThrow(() -> Refus.champ("signataireId",
                "Aucune délégation de signature de cette personne n’est valable le " + EnFrancais.jour(le)
                        + " : la décision serait nulle."));
    }

    private Set<String> aides() {
        return departement.profil().liste("aides").stream().map(Profil.Libelle::code).collect(Collectors.toSet());
    }
}
