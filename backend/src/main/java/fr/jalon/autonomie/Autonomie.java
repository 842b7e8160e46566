package fr.jalon.autonomie;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The path of one young person as its acts leave it: never set by hand, always from {@link Situation}. */
@Entity
@Table(name = "autonomie")
public class Autonomie {

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    EtatAutonomie etat;

    @Column(name = "enfant_id")
    UUID enfantId;

    @Column(name = "unite_id")
    String uniteId;

    LocalDate naissance;

    @Column(name = "naissance_exacte")
    boolean naissanceExacte;

    @Column(name = "dix_sept_le")
    LocalDate dixSeptLe;

    @Column(name = "dix_huit_le")
    LocalDate dixHuitLe;

    @Column(name = "vingt_et_un_le")
    LocalDate vingtEtUnLe;

    @Column(name = "ouverte_le")
    LocalDate ouverteLe;

    @Column(name = "entree_le")
    LocalDate entreeLe;

    boolean tardive;

    @Column(name = "en_charge")
    boolean enCharge;

    @Column(name = "jeune_majeur")
    boolean jeuneMajeur;

    boolean mna;

    boolean mdph;

    @Column(name = "rendez_vous_le")
    LocalDate rendezVousLe;

    @Column(name = "entretien_du_le")
    LocalDate entretienDuLe;

    @Column(name = "entretien_le")
    LocalDate entretienLe;

    @Column(name = "entretien_issue")
    String entretienIssue;

    @Column(name = "notifie_le")
    LocalDate notifieLe;

    @Column(name = "projet_le")
    LocalDate projetLe;

    @Column(name = "reference_le")
    LocalDate referenceLe;

    @Column(name = "demande_le")
    LocalDate demandeLe;

    @Column(name = "decision_le")
    LocalDate decisionLe;

    String decision;

    @Column(name = "mesure_id")
    UUID mesureId;

    LocalDate terme;

    @Column(name = "sortie_le")
    LocalDate sortieLe;

    @Column(name = "sortie_majeur")
    boolean sortieMajeur;

    @Column(name = "fiche_le")
    LocalDate ficheLe;

    String logement;

    @Column(name = "logement_stable")
    Boolean logementStable;

    Boolean ressources;

    Boolean activite;

    Boolean souhaitee;

    @Column(name = "six_mois_le")
    LocalDate sixMoisLe;

    @Column(name = "six_mois_fait_le")
    LocalDate sixMoisFaitLe;

    @Column(name = "suivi_le")
    LocalDate suiviLe;

    @Column(name = "close_le")
    LocalDate closeLe;

    @Column(name = "motif_fin")
    String motifFin;

    @Column(name = "saisie_le")
    Instant saisieLe;

    @Version
    private long version;

    protected Autonomie() {
    }

    Autonomie(UUID enfantId, Instant saisieLe) {
        this.id = Ids.nouveau();
        this.enfantId = enfantId;
        this.saisieLe = saisieLe;
    }

    /** Becomes what the facts make of it. */
    void adopter(Situation s) {
        this.etat = s.etat;
        this.uniteId = s.unite;
        this.naissance = s.naissance;
        this.naissanceExacte = s.naissanceExacte;
        this.dixSeptLe = s.dixSept;
        this.dixHuitLe = s.dixHuit;
        this.vingtEtUnLe = s.vingtEtUn;
        this.ouverteLe = s.ouverteLe;
        this.entreeLe = s.entreeLe;
        this.tardive = s.tardive;
        this.enCharge = s.enCharge;
        this.jeuneMajeur = s.jeuneMajeur;
        this.mna = s.mna;
        this.mdph = s.mdph;
        this.rendezVousLe = s.rendezVousLe;
        this.entretienDuLe = s.entretienDuLe();
        this.entretienLe = s.entretienLe;
        this.entretienIssue = s.entretienIssue;
        this.notifieLe = s.notifieLe;
        this.projetLe = s.projetLe;
        this.referenceLe = s.referenceLe;
        this.demandeLe = s.demandeLe;
        this.decisionLe = s.decisionLe;
        this.decision = s.decision;
        this.mesureId = s.mesureId;
        this.terme = s.terme;
        this.sortieLe = s.sortieLe;
        this.sortieMajeur = s.sortieMajeur;
        Acte fiche = s.fiche;
        this.ficheLe = fiche == null ? null : fiche.le();
        this.logement = fiche == null ? null : fiche.d("logement");
        this.logementStable = fiche == null ? null : fiche.dit("logementStable");
        this.ressources = fiche == null ? null : fiche.dit("ressources");
        this.activite = fiche == null ? null : fiche.dit("activite");
        this.souhaitee = fiche == null ? null : fiche.dit("souhaitee");
        this.sixMoisLe = s.sixMoisLe();
        this.sixMoisFaitLe = s.sixMoisFaitLe;
        this.suiviLe = s.suiviLe;
        this.closeLe = s.closeLe;
        this.motifFin = s.motifFin;
    }

    /** Whether the facts left both the same. */
    boolean memeLigne(Autonomie a) {
        return Objects.equals(etat, a.etat) && Objects.equals(uniteId, a.uniteId) && Objects.equals(naissance, a.naissance) &&
                Objects.equals(naissanceExacte, a.naissanceExacte) && Objects.equals(dixSeptLe, a.dixSeptLe) &&
                Objects.equals(dixHuitLe, a.dixHuitLe) && Objects.equals(vingtEtUnLe, a.vingtEtUnLe) && Objects.equals(ouverteLe,
                a.ouverteLe) && Objects.equals(entreeLe, a.entreeLe) && Objects.equals(tardive, a.tardive) && Objects.equals(enCharge,
                a.enCharge) && Objects.equals(jeuneMajeur, a.jeuneMajeur) && Objects.equals(mna, a.mna) && Objects.equals(mdph,
                a.mdph) && Objects.equals(rendezVousLe, a.rendezVousLe) && Objects.equals(entretienDuLe, a.entretienDuLe) &&
                Objects.equals(entretienLe, a.entretienLe) && Objects.equals(entretienIssue, a.entretienIssue) &&
                Objects.equals(notifieLe, a.notifieLe) && Objects.equals(projetLe, a.projetLe) && Objects.equals(referenceLe,
                a.referenceLe) && Objects.equals(demandeLe, a.demandeLe) && Objects.equals(decisionLe, a.decisionLe) &&
                Objects.equals(decision, a.decision) && Objects.equals(mesureId, a.mesureId) && Objects.equals(terme, a.terme) &&
                Objects.equals(sortieLe, a.sortieLe) && Objects.equals(sortieMajeur, a.sortieMajeur) && Objects.equals(ficheLe,
                a.ficheLe) && Objects.equals(logement, a.logement) && Objects.equals(logementStable, a.logementStable) &&
                Objects.equals(ressources, a.ressources) && Objects.equals(activite, a.activite) && Objects.equals(souhaitee,
                a.souhaitee) && Objects.equals(sixMoisLe, a.sixMoisLe) && Objects.equals(sixMoisFaitLe, a.sixMoisFaitLe) &&
                Objects.equals(suiviLe, a.suiviLe) && Objects.equals(closeLe, a.closeLe) && Objects.equals(motifFin, a.motifFin);
    }

    /** @throws Conflit when somebody else acted since the form was opened */
    public void exigerVersion(long lue) {
        if (lue != version) {
            throw new Conflit(null, null, "Ce parcours a changé depuis que vous l’avez ouvert\u00a0: il est maintenant «\u00a0"
                    + etat.libelle() + "\u00a0».");
        }
    }

    Conflit pasMaintenant() {
        return new Conflit(null, null, "Cet acte n’est plus possible\u00a0: le parcours est maintenant «\u00a0" + etat.libelle() + "\u00a0».");
    }

    public UUID id() {
        return id;
    }

    public UUID enfantId() {
        return enfantId;
    }

    public String uniteId() {
        return uniteId;
    }

    public EtatAutonomie etat() {
        return etat;
    }

    /** Step of the model where it waits for somebody, or null once it is over. */
    public String etape() {
        return etat == null ? null : etat.etape();
    }

    public long version() {
        return version;
    }
}
