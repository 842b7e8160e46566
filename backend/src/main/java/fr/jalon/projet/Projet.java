package fr.jalon.projet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A projet as its acts leave it: never set by hand, always from {@link SituationProjet} and the measures. What lists and coverage read. */
@Entity
@Table(name = "projet")
public class Projet {

    @Id
    private UUID id;

    private String numero;

    @Column(name = "enfant_id")
    private UUID enfantId;

    @Enumerated(EnumType.STRING)
    private EtatProjet etat;

    @Column(name = "unite_id")
    private String uniteId;

    @Column(name = "mesure_id")
    private UUID mesureId;

    @Column(name = "ouvert_le")
    private LocalDate ouvertLe;

    private LocalDate depuis;

    @Column(name = "mesure_depuis")
    private LocalDate mesureDepuis;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] produits = {};

    private boolean commence;

    @Column(name = "invite_le")
    private LocalDate inviteLe;

    @Column(name = "rencontre_le")
    private LocalDate rencontreLe;

    @Column(name = "etabli_le")
    private LocalDate etabliLe;

    @Column(name = "premier_etabli_le")
    private LocalDate premierEtabliLe;

    @Column(name = "etabli_avec_mep")
    private Boolean etabliAvecMep;

    @Column(name = "remis_le")
    private LocalDate remisLe;

    @Column(name = "majeur_le")
    private LocalDate majeurLe;

    @Column(name = "revision_le")
    private LocalDate revisionLe;

    @Column(name = "revise_depuis")
    private LocalDate reviseDepuis;

    @Column(name = "motif_revision")
    private String motifRevision;

    @Column(name = "version_id")
    private UUID versionId;

    @Column(name = "referent_id")
    private UUID referentId;

    @Column(name = "referent_nom")
    private String referentNom;

    @Column(name = "clos_le")
    private LocalDate closLe;

    @Column(name = "motif_cloture")
    private String motifCloture;

    @Column(name = "saisi_le")
    private Instant saisiLe;

    @Version
    private long version;

    protected Projet() {
    }

    Projet(String numero, UUID enfantId, String uniteId, LocalDate ouvertLe, Instant saisiLe) {
        this.id = Ids.nouveau();
        this.numero = numero;
        this.enfantId = enfantId;
        this.uniteId = uniteId;
        this.etat = EtatProjet.A_PREPARER;
        this.ouvertLe = ouvertLe;
        this.depuis = ouvertLe;
        this.saisiLe = saisiLe;
    }

    /** Becomes what its acts and the measures make of it. */
    void adopter(SituationProjet s, CoursDesMesures cours, LocalDate revisionLe, LocalDate majeurLe) {
        this.etat = s.etat();
        this.majeurLe = majeurLe;
        cours.derniere().ifPresent(t -> this.uniteId = t.unite());
        this.mesureDepuis = cours.mesureDepuis();
        this.produits = cours.enCours().stream().map(TrancheExercee::produit).distinct().sorted().toArray(String[]::new);
        if (s.ouvertLe != null) {
            this.ouvertLe = s.ouvertLe;
            this.depuis = s.depuis;
        }
        this.mesureId = s.mesure;
        this.commence = s.commence;
        this.inviteLe = s.inviteLe;
        this.rencontreLe = s.rencontreLe;
        this.etabliLe = s.etabliLe;
        this.premierEtabliLe = s.premierEtabliLe;
        this.etabliAvecMep = s.etabliLe == null ? null : s.etabliAvecMep;
        this.remisLe = s.remisLe;
        this.revisionLe = revisionLe;
        this.reviseDepuis = s.reviseDepuis;
        this.motifRevision = s.motifRevision;
        this.referentId = s.referent;
        this.referentNom = s.referentNom;
        this.closLe = s.closLe;
        this.motifCloture = s.motifCloture;
    }

    void ecrit(UUID versionId) {
        this.versionId = versionId;
    }

    /** Step of the model where it waits for somebody, or null once it is over. */
    public String etape() {
        return etat.etape();
    }

    /** Established since this path began, and not past its revision on that day. */
    public boolean valide(LocalDate jour) {
        return etat.ouvert() && revisionLe != null && !revisionLe.isBefore(jour);
    }

    /** @throws Conflit when somebody else acted since the form was opened */
    public void exigerVersion(long lue) {
        if (lue != version) {
            throw new Conflit(null, null, "Ce projet a changé depuis que vous l’avez ouvert\u00a0: il est maintenant «\u00a0" + etat.libelle()
                    + "\u00a0».");
        }
    }

    Conflit pasMaintenant() {
        return new Conflit(null, null, "Cet acte n’est plus possible\u00a0: le projet est maintenant «\u00a0" + etat.libelle() + "\u00a0».");
    }

    public UUID id() {
        return id;
    }

    public String numero() {
        return numero;
    }

    public UUID enfantId() {
        return enfantId;
    }

    public EtatProjet etat() {
        return etat;
    }

    public String uniteId() {
        return uniteId;
    }

    public UUID mesureId() {
        return mesureId;
    }

    public LocalDate ouvertLe() {
        return ouvertLe;
    }

    public LocalDate depuis() {
        return depuis;
    }

    public LocalDate mesureDepuis() {
        return mesureDepuis;
    }

    /** Products of the measures exercised now. */
    public List<String> produits() {
        return List.of(produits);
    }

    public boolean commence() {
        return commence;
    }

    public LocalDate inviteLe() {
        return inviteLe;
    }

    public LocalDate rencontreLe() {
        return rencontreLe;
    }

    public LocalDate etabliLe() {
        return etabliLe;
    }

    public LocalDate premierEtabliLe() {
        return premierEtabliLe;
    }

    public Boolean etabliAvecMep() {
        return etabliAvecMep;
    }

    public LocalDate remisLe() {
        return remisLe;
    }

    /** Day of the majority, when the birth is known to the day. */
    public LocalDate majeurLe() {
        return majeurLe;
    }

    public LocalDate revisionLe() {
        return revisionLe;
    }

    public LocalDate reviseDepuis() {
        return reviseDepuis;
    }

    public String motifRevision() {
        return motifRevision;
    }

    public UUID versionId() {
        return versionId;
    }

    public UUID referentId() {
        return referentId;
    }

    public String referentNom() {
        return referentNom;
    }

    public LocalDate closLe() {
        return closLe;
    }

    public String motifCloture() {
        return motifCloture;
    }

    public Instant saisiLe() {
        return saisiLe;
    }

    public long version() {
        return version;
    }
}
