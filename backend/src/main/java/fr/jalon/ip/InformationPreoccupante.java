package fr.jalon.ip;

import java.time.Instant;
import java.util.UUID;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Refus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/**
 * A qualified information (R226-2-2): what happens to it step by step. Each method is one act of a professional and refuses to be
 * called out of turn; the engine is moved by the caller in the same transaction. The legal clock runs from {@link #recueLe()},
 * never from qualification (D226-2-4 II).
 */
@Entity
@Table(name = "information_preoccupante")
public class InformationPreoccupante {

    @Id
    private UUID id;

    private String numero;

    @Column(name = "information_initiale_id")
    private UUID informationInitialeId;

    @Column(name = "recue_le")
    private Instant recueLe;

    @Column(name = "qualifiee_le")
    private Instant qualifieeLe;

    private boolean urgence;

    @Column(name = "voie_proposee")
    private String voieProposee;

    private String voie;

    @Column(name = "levee_de_doutes")
    private boolean leveeDeDoutes;

    @Column(name = "unite_pilote")
    private String unitePilote;

    @Enumerated(EnumType.STRING)
    private EtatIp etat;

    @Column(name = "rapport_rendu_le")
    private Instant rapportRenduLe;

    @Column(name = "decidee_le")
    private Instant decideeLe;

    @Column(name = "close_le")
    private Instant closeLe;

    @Column(name = "motif_cloture")
    @Enumerated(EnumType.STRING)
    private MotifCloture motifCloture;

    @Version
    private long version;

    protected InformationPreoccupante() {
    }

    public InformationPreoccupante(String numero, UUID informationInitialeId, Instant recueLe, Instant qualifieeLe, boolean urgence,
            String voieProposee) {
        this.id = Ids.nouveau();
        this.numero = numero;
        this.informationInitialeId = informationInitialeId;
        this.recueLe = recueLe;
        this.qualifieeLe = qualifieeLe;
        this.urgence = urgence;
        this.voieProposee = voieProposee;
        this.etat = EtatIp.A_CONFIER;
    }

    /** Mandate: the track is chosen (or left open during a same-day levée de doutes) and a unit leads. */
    public void confier(String unite, String voieChoisie, boolean leveeDeDoutes) {
        exiger(EtatIp.A_CONFIER);
        if (voieChoisie == null && !leveeDeDoutes) {
            throw Refus.champ("voie", "Choisissez la voie d’évaluation, ou ouvrez une levée de doutes.");
        }
        this.unitePilote = unite;
        this.voie = voieChoisie;
        this.leveeDeDoutes = leveeDeDoutes;
        this.etat = EtatIp.A_DESIGNER;
    }

    /** The track may change at any time before the report; whatever its length, it counts from reception. */
    public void choisirVoie(String voieChoisie) {
        if (etat != EtatIp.A_DESIGNER && etat != EtatIp.EN_EVALUATION) {
            throw pasMaintenant();
        }
        this.voie = voieChoisie;
        this.leveeDeDoutes = false;
    }

    public void changerUnite(String unite) {
        if (!etat.ouverte()) {
            throw pasMaintenant();
        }
        this.unitePilote = unite;
    }

    public void designer() {
        exiger(EtatIp.A_DESIGNER);
        this.etat = EtatIp.EN_EVALUATION;
    }

    /** The report is handed in: the evaluation clock stops here. */
    public void rendreRapport(Instant le) {
        exiger(EtatIp.EN_EVALUATION);
        this.rapportRenduLe = le;
        this.etat = EtatIp.A_DECIDER;
    }

    public void demanderPrecision() {
        exiger(EtatIp.A_DECIDER);
        this.etat = EtatIp.PRECISION_DEMANDEE;
    }

    public void apporterPrecision() {
        exiger(EtatIp.PRECISION_DEMANDEE);
        this.etat = EtatIp.A_DECIDER;
    }

    public void decider(Instant le) {
        exiger(EtatIp.A_DECIDER);
        this.decideeLe = le;
        this.etat = EtatIp.A_INFORMER;
    }

    /** Everybody who had to be told was told, or it is written why not: the full-processing clock stops here. */
    public void terminerInformation(Instant le, boolean justiceAttendue) {
        exiger(EtatIp.A_INFORMER);
        this.closeLe = le;
        this.etat = justiceAttendue ? EtatIp.SUITES_JUDICIAIRES : EtatIp.TRAITEE;
    }

    public void terminerSuites() {
        exiger(EtatIp.SUITES_JUDICIAIRES);
        this.etat = EtatIp.TRAITEE;
    }

    public void clore(MotifCloture motif, Instant le) {
        if (!etat.ouverte()) {
            throw pasMaintenant();
        }
        this.motifCloture = motif;
        this.closeLe = le;
        this.etat = EtatIp.CLOSE_SANS_DECISION;
    }

    /** The way back: brings the IP to an open step, forgetting the dates of what is cancelled (events keep them). */
    public void ramener(EtatIp cible) {
        if (!cible.ouverte()) {
            throw new IllegalArgumentException("Une IP se ramène à une étape ouverte");
        }
        if (cible.ordinal() <= EtatIp.EN_EVALUATION.ordinal()) {
            this.rapportRenduLe = null;
        }
        if (cible.ordinal() <= EtatIp.PRECISION_DEMANDEE.ordinal()) {
            this.decideeLe = null;
        }
        if (cible == EtatIp.A_CONFIER) {
            this.unitePilote = null;
            this.voie = null;
            this.leveeDeDoutes = false;
        }
        if (cible != EtatIp.SUITES_JUDICIAIRES) {
            this.closeLe = null;
        }
        this.motifCloture = null;
        this.etat = cible;
    }

    /** It should never have been an IP: the row stays readable and nothing counts it. */
    public void annuler() {
        this.etat = EtatIp.ANNULEE;
    }

    public void corrigerReception(Instant recueLe) {
        this.recueLe = recueLe;
    }

    public void corrigerUrgence(boolean urgence) {
        this.urgence = urgence;
    }

    /** @throws Conflit when somebody else acted since the form was opened */
    public void exigerVersion(long lue) {
        if (lue != version) {
            throw new Conflit(null, null, "Ce dossier a changé depuis que vous l’avez ouvert : il est maintenant « " + etat.libelle()
                    + " ».");
        }
    }

    private void exiger(EtatIp attendu) {
        if (etat != attendu) {
            throw pasMaintenant();
        }
    }

    private Conflit pasMaintenant() {
        return new Conflit(null, null, "Cette étape a déjà été faite : le dossier est maintenant « " + etat.libelle() + " ».");
    }

    public UUID id() {
        return id;
    }

    public String numero() {
        return numero;
    }

    public UUID informationInitialeId() {
        return informationInitialeId;
    }

    public Instant recueLe() {
        return recueLe;
    }

    public Instant qualifieeLe() {
        return qualifieeLe;
    }

    public boolean urgence() {
        return urgence;
    }

    public String voieProposee() {
        return voieProposee;
    }

    public String voie() {
        return voie;
    }

    public boolean leveeDeDoutes() {
        return leveeDeDoutes;
    }

    public String unitePilote() {
        return unitePilote;
    }

    public EtatIp etat() {
        return etat;
    }

    public Instant rapportRenduLe() {
        return rapportRenduLe;
    }

    public Instant decideeLe() {
        return decideeLe;
    }

    public Instant closeLe() {
        return closeLe;
    }

    public MotifCloture motifCloture() {
        return motifCloture;
    }

    public long version() {
        return version;
    }
}
