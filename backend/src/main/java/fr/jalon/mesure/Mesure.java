package fr.jalon.mesure;

import java.time.Instant;
import java.time.LocalDate;
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

/**
 * A measure as its acts leave it: never set by hand, always from {@link Situation}. The row holds what lists and screens read; the dates of
 * justice, the agreements and the changes stand in the acts.
 */
@Entity
@Table(name = "mesure")
public class Mesure {

    @Id
    private UUID id;

    private String numero;

    @Column(name = "enfant_id")
    private UUID enfantId;

    @Column(name = "decision_id")
    private UUID decisionId;

    private String origine;

    @Column(name = "ip_id")
    private UUID ipId;

    @Column(name = "mineur_id")
    private UUID mineurId;

    private String cadre;

    @Column(name = "base_legale")
    private String baseLegale;

    private String produit;

    private boolean accueil;

    private boolean urgence;

    private boolean provisoire;

    @Enumerated(EnumType.STRING)
    private EtatMesure etat;

    @Column(name = "unite_id")
    private String uniteId;

    @Column(name = "service_id")
    private String serviceId;

    private String autorite;

    private String juridiction;

    private String magistrat;

    private String reference;

    @Column(name = "decidee_le")
    private LocalDate decideeLe;

    private String duree;

    private LocalDate terme;

    @Column(name = "debut_prevu")
    private LocalDate debutPrevu;

    private String intensite;

    private String lieu;

    @Column(name = "attente_depuis")
    private LocalDate attenteDepuis;

    @Column(name = "affectee_le")
    private LocalDate affecteeLe;

    @Column(name = "demarree_le")
    private LocalDate demarreeLe;

    @Column(name = "demarree_a")
    private Instant demarreeA;

    @Column(name = "finie_le")
    private LocalDate finieLe;

    @Column(name = "motif_fin")
    private String motifFin;

    @Column(name = "suite_fin")
    private String suiteFin;

    @Column(name = "tiers_recherches")
    private String tiersRecherches;

    private String motivation;

    @Column(name = "saisie_le")
    private Instant saisieLe;

    @Column(name = "saisie_par")
    private UUID saisiePar;

    /** {@code UNITE} or {@code SERVICE}: who is to exercise it. */
    private String exercice;

    /** The term was evaluated, or an agreement withdrawn: what follows is to be decided. */
    @Column(name = "suite_attendue")
    private boolean suiteAttendue;

    /** Given to another service during its exercise: that service's first intervention is awaited. */
    @Column(name = "relais_attendu")
    private boolean relaisAttendu;

    @Version
    private long version;

    protected Mesure() {
    }

    Mesure(String numero, NouvelleMesure n, Instant saisieLe, UUID saisiePar) {
        this.id = Ids.nouveau();
        this.numero = numero;
        this.enfantId = n.enfantId();
        this.decisionId = n.decisionId();
        this.origine = n.origine();
        this.ipId = n.ipId();
        this.mineurId = n.mineurId();
        this.tiersRecherches = n.tiersRecherches();
        this.motivation = n.motivation();
        this.saisieLe = saisieLe;
        this.saisiePar = saisiePar;
    }

    /** Becomes what its acts make of it. */
    void adopter(Situation s) {
        this.etat = s.etat;
        this.cadre = s.cadre;
        this.baseLegale = s.base;
        this.produit = s.produit;
        this.accueil = s.accueil;
        this.urgence = s.urgence;
        this.provisoire = s.provisoire;
        this.uniteId = s.unite;
        this.serviceId = s.service;
        this.exercice = s.exercice;
        this.autorite = s.autorite;
        this.juridiction = s.juridiction;
        this.magistrat = s.magistrat;
        this.reference = s.reference;
        this.decideeLe = s.decideeLe;
        this.duree = s.duree;
        this.terme = s.terme;
        this.debutPrevu = s.debutPrevu;
        this.intensite = s.intensite;
        this.lieu = s.lieu;
        this.attenteDepuis = s.attenteDepuis;
        this.affecteeLe = s.affecteeLe;
        this.demarreeLe = s.demarreeLe;
        this.demarreeA = s.demarreeA;
        this.finieLe = s.finieLe;
        this.motifFin = s.motifFin;
        this.suiteFin = s.suiteFin;
        this.suiteAttendue = s.suiteAttendue();
        this.relaisAttendu = s.relaisAttendu;
    }

    /** Step of the model {@code mesure} where it waits for somebody, or null once it is over. */
    public String etape() {
        Situation s = new Situation();
        s.etat = etat;
        s.service = serviceId;
        s.exercice = exercice;
        s.termeEvalue = suiteAttendue;
        s.relaisAttendu = relaisAttendu;
        return s.etape();
    }

    /** @throws Conflit when somebody else acted since the form was opened */
    public void exigerVersion(long lue) {
        if (lue != version) {
            throw new Conflit(null, null, "Cette mesure a changé depuis que vous l’avez ouverte\u00a0: elle est maintenant «\u00a0"
                    + etat.libelle() + "\u00a0».");
        }
    }

    Conflit pasMaintenant() {
        return new Conflit(null, null, "Cet acte n’est plus possible\u00a0: la mesure est maintenant «\u00a0" + etat.libelle() + "\u00a0».");
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

    public UUID decisionId() {
        return decisionId;
    }

    public String origine() {
        return origine;
    }

    public UUID ipId() {
        return ipId;
    }

    public UUID mineurId() {
        return mineurId;
    }

    public String cadre() {
        return cadre;
    }

    public String baseLegale() {
        return baseLegale;
    }

    public String produit() {
        return produit;
    }

    public boolean accueil() {
        return accueil;
    }

    public boolean urgence() {
        return urgence;
    }

    public boolean provisoire() {
        return provisoire;
    }

    public EtatMesure etat() {
        return etat;
    }

    public String uniteId() {
        return uniteId;
    }

    public String serviceId() {
        return serviceId;
    }

    public String autorite() {
        return autorite;
    }

    public String juridiction() {
        return juridiction;
    }

    public String magistrat() {
        return magistrat;
    }

    public String reference() {
        return reference;
    }

    public LocalDate decideeLe() {
        return decideeLe;
    }

    public String duree() {
        return duree;
    }

    public LocalDate terme() {
        return terme;
    }

    public LocalDate debutPrevu() {
        return debutPrevu;
    }

    public String intensite() {
        return intensite;
    }

    public String lieu() {
        return lieu;
    }

    public LocalDate attenteDepuis() {
        return attenteDepuis;
    }

    public LocalDate affecteeLe() {
        return affecteeLe;
    }

    public LocalDate demarreeLe() {
        return demarreeLe;
    }

    public Instant demarreeA() {
        return demarreeA;
    }

    public LocalDate finieLe() {
        return finieLe;
    }

    public String motifFin() {
        return motifFin;
    }

    public String suiteFin() {
        return suiteFin;
    }

    public String tiersRecherches() {
        return tiersRecherches;
    }

    public String motivation() {
        return motivation;
    }

    public Instant saisieLe() {
        return saisieLe;
    }

    public UUID saisiePar() {
        return saisiePar;
    }

    public String exercice() {
        return exercice;
    }

    public boolean suiteAttendue() {
        return suiteAttendue;
    }

    public boolean relaisAttendu() {
        return relaisAttendu;
    }

    public long version() {
        return version;
    }
}
