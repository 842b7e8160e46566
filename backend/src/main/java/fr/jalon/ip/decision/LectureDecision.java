package fr.jalon.ip.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.NomEnfant;
import fr.jalon.ip.CritereL2264;
import fr.jalon.ip.EtatIp;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.InformationsPreoccupantes;
import fr.jalon.ip.MineurConcerne;
import fr.jalon.ip.MineursConcernes;
import fr.jalon.ip.evaluation.Conclusions.ConclusionMineur;
import fr.jalon.ip.evaluation.DestinataireSignalement;
import fr.jalon.ip.evaluation.Signalements;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The decision page: what the evaluators concluded beside what is decided, minor by minor. */
@Service
public class LectureDecision {

    public record Choix(String code, String libelle) {
    }

    public record ChoixCritere(String code, String libelle, boolean actionsAttendues) {
    }

    /** What the evaluators say of a minor; read only here. */
    public record ConclusionLue(String conclusion, String conclusionLibelle, List<String> natures, String proposition,
            String propositionLibelle, String natureAide, String natureAideLibelle, String motivation) {
    }

    /** A decision as written; {@code annuleeLe} says that it no longer holds. */
    public record DecisionLue(UUID id, String issue, String issueLibelle, String natureAide, String natureAideLibelle, String critere,
            String critereLibelle, String actionsTentees, String motivation, LocalDate decideeLe, UUID signataireId, String signataire,
            String interimDe, String delegation, Instant saisieLe, String saisiePar, Map<String, String> avertissements, Instant annuleeLe,
            String annuleeMotif) {
    }

    public record MineurADecider(UUID mineurId, UUID enfantId, String nom, String age, boolean moinsDeDeuxAns, boolean dejaSignale,
            ConclusionLue conclusion, DecisionLue decision, List<DecisionLue> annulees) {
    }

    public record QuestionLue(UUID id, String question, Instant demandeeLe, String demandeePar, String reponse, Instant repondueLe,
            String reponduePar) {
    }

    /** @param signatairePropose the person reading, when they may sign today */
    public record PageDecision(UUID ipId, String numero, long version, String etat, String etatLibelle, boolean peutDecider,
            LocalDate recueLe, LocalDate rapportRenduLe, LocalDate decideeLe, LocalDate aujourdhui, List<MineurADecider> mineurs,
            List<Delegations.Signataire> signataires, UUID signatairePropose, List<Choix> issues, List<Choix> aides,
            List<ChoixCritere> criteres, List<Choix> destinataires, List<QuestionLue> questions,
            List<Commissions.AvisCommission> commissions, String motCommission) {
    }

    private final InformationsPreoccupantes ips;
    private final MineursConcernes mineurs;
    private final Decisions decisions;
    private final Delegations delegations;
    private final QuestionsDuDecideur precisions;
    private final Commissions commissions;
    private final ConclusionsLues conclusions;
    private final Signalements signalements;
    private final Dossiers dossiers;
    private final Utilisateurs utilisateurs;
    private final Departement departement;
    private final Acces acces;
    private final Horloge horloge;

    LectureDecision(InformationsPreoccupantes ips, MineursConcernes mineurs, Decisions decisions, Delegations delegations,
            QuestionsDuDecideur precisions, Commissions commissions, ConclusionsLues conclusions, Signalements signalements, Dossiers dossiers,
            Utilisateurs utilisateurs, Departement departement, Acces acces, Horloge horloge) {
        this.ips = ips;
        this.mineurs = mineurs;
        this.decisions = decisions;
        this.delegations = delegations;
        this.precisions = precisions;
        this.commissions = commissions;
        this.conclusions = conclusions;
        this.signalements = signalements;
        this.dossiers = dossiers;
        this.utilisateurs = utilisateurs;
        this.departement = departement;
        this.acces = acces;
        this.horloge = horloge;
    }

    @Transactional(readOnly = true)
    public PageDecision page(UUID ipId) {
        acces.exigerVue(Sujet.ip(ipId));
        InformationPreoccupante ip = ips.findById(ipId).orElseThrow(Introuvable::new);
        List<MineurConcerne> presents = mineurs.findByIpIdOrderByOrdre(ipId).stream().filter(m -> !m.retire()).toList();
        List<DecisionMineur> toutes = decisions.findByIpIdOrderByDecideeLeAscSaisieLeAsc(ipId);
        List<QuestionsDuDecideur.Precision> questions = precisions.de(ipId);
        Map<UUID, NomEnfant> noms = dossiers.nomsDe(presents.stream().map(MineurConcerne::enfantId).toList());
        Map<UUID, ConclusionMineur> conclues = conclusions.de(ipId);
        Set<UUID> signales = signalements.mineursSignales(ipId);
        Map<UUID, String> gens = gens(toutes, questions);
        Map<UUID, String> arretes = delegations.references(toutes.stream().map(DecisionMineur::delegationId).toList());
        List<Delegations.Signataire> signataires = delegations.signataires(horloge.aujourdhui());
        UUID moi = IdentiteCourante.siPresente().map(Identite::utilisateurId).orElse(null);
        Profil profil = departement.profil();
        return new PageDecision(ipId, ip.numero(), ip.version(), ip.etat().name(), ip.etat().libelle(),
                ip.etat() == EtatIp.A_DECIDER && acces.peut(Mission.DECISION, Sujet.ip(ipId)), horloge.jour(ip.recueLe()),
                jour(ip.rapportRenduLe()), jour(ip.decideeLe()), horloge.aujourdhui(),
                presents.stream().map(m -> mineur(m, noms.get(m.enfantId()), conclues.get(m.id()), toutes, signales, gens, arretes)).toList(),
                signataires, signataires.stream().map(Delegations.Signataire::utilisateurId).filter(s -> s.equals(moi)).findFirst().orElse(null),
                Arrays.stream(Issue.values()).map(i -> new Choix(i.name(), i.libelle())).toList(),
                profil.liste("aides").stream().map(a -> new Choix(a.code(), a.libelle())).toList(),
                Arrays.stream(CritereL2264.values()).map(c -> new ChoixCritere(c.name(), c.libelle(), c.actionsAttendues())).toList(),
                Arrays.stream(DestinataireSignalement.values()).map(d -> new Choix(d.name(), d.libelle())).toList(),
                questions.stream().map(q -> new QuestionLue(q.id(), q.question(), q.demandeeLe(), gens.get(q.demandeePar()), q.reponse(),
                        q.repondueLe(), gens.get(q.reponduePar()))).toList(),
                commissions.de(ipId), profil.mot("commission"));
    }

    private MineurADecider mineur(MineurConcerne m, NomEnfant nom, ConclusionMineur conclue, List<DecisionMineur> toutes,
            Set<UUID> signales, Map<UUID, String> gens, Map<UUID, String> arretes) {
        List<DecisionLue> siennes = toutes.stream().filter(d -> d.mineurId().equals(m.id())).map(d -> lue(d, gens, arretes)).toList();
        return new MineurADecider(m.id(), nom == null ? m.enfantId() : nom.canonique(), nom == null ? "" : nom.affiche(),
                nom == null ? "" : nom.age(), nom != null && nom.moinsDeDeuxAns(), signales.contains(m.id()), conclusion(conclue),
                siennes.stream().filter(d -> d.annuleeLe() == null).findFirst().orElse(null),
                siennes.stream().filter(d -> d.annuleeLe() != null).toList());
    }

    private ConclusionLue conclusion(ConclusionMineur c) {
        if (c == null) {
            return null;
        }
        Profil profil = departement.profil();
        Issue proposee = ConclusionsLues.issue(c.proposition());
        return new ConclusionLue(c.conclusion().name(), c.conclusion().libelle(),
                c.natures().stream().map(n -> profil.libelle("natures-danger", n)).toList(), proposee == null ? null : proposee.name(),
                proposee == null ? null : proposee.libelle(), c.natureAide(),
                c.natureAide() == null ? null : profil.libelle("aides", c.natureAide()), c.motivation());
    }

    private DecisionLue lue(DecisionMineur d, Map<UUID, String> gens, Map<UUID, String> arretes) {
        return new DecisionLue(d.id(), d.issue().name(), d.issue().libelle(), d.natureAide(),
                d.natureAide() == null ? null : departement.profil().libelle("aides", d.natureAide()),
                d.critere() == null ? null : d.critere().name(), d.critere() == null ? null : d.critere().libelle(), d.actionsTentees(),
                d.motivation(), horloge.jour(d.decideeLe()), d.signataireId(), gens.get(d.signataireId()), gens.get(d.interimDe()),
                arretes.get(d.delegationId()), d.saisieLe(), gens.get(d.saisiePar()), d.avertissements(), d.annuleeLe(), d.annuleeMotif());
    }

    private Map<UUID, String> gens(List<DecisionMineur> toutes, List<QuestionsDuDecideur.Precision> questions) {
        Set<UUID> ids = new HashSet<>();
        toutes.stream().flatMap(d -> Stream.of(d.signataireId(), d.interimDe(), d.saisiePar())).filter(Objects::nonNull).forEach(ids::add);
        questions.stream().flatMap(q -> Stream.of(q.demandeePar(), q.reponduePar())).filter(Objects::nonNull).forEach(ids::add);
        // A map that answers null for null: an act entered by the house has no author.
        Map<UUID, String> noms = new java.util.HashMap<>(utilisateurs.noms(ids));
        noms.put(null, null);
        return noms;
    }

    private LocalDate jour(Instant instant) {
        return instant == null ? null : horloge.jour(instant);
    }
}
