package fr.jalon.ip.decision;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import fr.jalon.commun.Ids;
import fr.jalon.ip.CritereL2264;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What was decided for one minor, who signed and under which délégation. Never changed: a correction cancels the line, with its reason,
 * and writes the next.
 */
@Entity
@Table(name = "decision_mineur")
class DecisionMineur {

    @Id
    private UUID id;

    @Column(name = "ip_id")
    private UUID ipId;

    @Column(name = "mineur_id")
    private UUID mineurId;

    @Enumerated(EnumType.STRING)
    private Issue issue;

    @Column(name = "nature_aide")
    private String natureAide;

    @Enumerated(EnumType.STRING)
    private CritereL2264 critere;

    @Column(name = "actions_tentees")
    private String actionsTentees;

    private String motivation;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> avertissements;

    @Column(name = "signataire_id")
    private UUID signataireId;

    @Column(name = "delegation_id")
    private UUID delegationId;

    @Column(name = "interim_de")
    private UUID interimDe;

    @Column(name = "decidee_le")
    private Instant decideeLe;

    @Column(name = "saisie_le")
    private Instant saisieLe;

    @Column(name = "saisie_par")
    private UUID saisiePar;

    @Column(name = "evenement_id")
    private UUID evenementId;

    @Column(name = "signalement_id")
    private UUID signalementId;

    @Column(name = "annulee_le")
    private Instant annuleeLe;

    @Column(name = "annulee_motif")
    private String annuleeMotif;

    protected DecisionMineur() {
    }

    /** Who signs, when, and under what power. */
    record Signature(UUID signataireId, Delegation delegation, Instant decideeLe, Instant saisieLe, UUID saisiePar) {
    }

    /** What is decided for a minor; texts already checked. */
    record Contenu(Issue issue, String natureAide, CritereL2264 critere, String actionsTentees, String motivation,
            Map<String, String> avertissements) {
    }

    DecisionMineur(UUID ipId, UUID mineurId, Contenu contenu, Signature signature) {
        this.id = Ids.nouveau();
        this.ipId = ipId;
        this.mineurId = mineurId;
        this.issue = contenu.issue();
        this.natureAide = contenu.natureAide();
        this.critere = contenu.critere();
        this.actionsTentees = contenu.actionsTentees();
        this.motivation = contenu.motivation();
        this.avertissements = contenu.avertissements();
        this.signataireId = signature.signataireId();
        this.delegationId = signature.delegation().id();
        this.interimDe = signature.delegation().interimDe();
        this.decideeLe = signature.decideeLe();
        this.saisieLe = signature.saisieLe();
        this.saisiePar = signature.saisiePar();
    }

    /** @param signalement the referral this decision sent, or null */
    void comptee(UUID evenement, UUID signalement) {
        this.evenementId = evenement;
        this.signalementId = signalement;
    }

    void annuler(Instant le, String motif) {
        this.annuleeLe = le;
        this.annuleeMotif = motif;
    }

    boolean vivante() {
        return annuleeLe == null;
    }

    UUID id() {
        return id;
    }

    UUID ipId() {
        return ipId;
    }

    UUID mineurId() {
        return mineurId;
    }

    Issue issue() {
        return issue;
    }

    String natureAide() {
        return natureAide;
    }

    CritereL2264 critere() {
        return critere;
    }

    String actionsTentees() {
        return actionsTentees;
    }

    String motivation() {
        return motivation;
    }

    UUID signataireId() {
        return signataireId;
    }

    UUID delegationId() {
        return delegationId;
    }

    UUID interimDe() {
        return interimDe;
    }

    Instant decideeLe() {
        return decideeLe;
    }

    Instant saisieLe() {
        return saisieLe;
    }

    UUID saisiePar() {
        return saisiePar;
    }

    Map<String, String> avertissements() {
        return avertissements;
    }

    UUID signalementId() {
        return signalementId;
    }

    UUID evenementId() {
        return evenementId;
    }

    Instant annuleeLe() {
        return annuleeLe;
    }

    String annuleeMotif() {
        return annuleeMotif;
    }
}
