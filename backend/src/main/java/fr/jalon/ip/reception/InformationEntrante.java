package fr.jalon.ip.reception;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import fr.jalon.commun.Conflit;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** One thing that was told, as it was told. What it becomes is said once, by the first analysis. */
@Entity
@Table(name = "information_entrante")
public class InformationEntrante {

    @Id
    private UUID id;
    private String numero;
    private Instant recueLe;
    private Instant saisieLe;
    private boolean regularisation;
    private String astreinte;
    private String mode;
    private String nature;
    private String origine;
    @Embedded
    private Transmetteur transmetteur;
    private LocalDate retourDemandeLe;
    private String referenceExterne;
    private String faits;
    private String parentsInformes;
    private String parentsInformesPrecision;
    private String uniteId;
    private String uniteSaisie;
    private boolean urgence;
    @Enumerated(EnumType.STRING)
    private EtatInformation etat;
    @Enumerated(EnumType.STRING)
    private Orientation orientation;
    private String orienteeVers;
    private String orientationMotif;
    private Instant analyseeLe;
    private UUID analyseePar;
    private boolean comptee;
    private UUID ipId;
    private UUID saisiePar;
    @Version
    private long version;

    protected InformationEntrante() {
    }

    InformationEntrante(UUID id, String numero, SaisieInformation saisie, Recueil recueil) {
        this.id = id;
        this.numero = numero;
        this.recueLe = recueil.recueLe();
        this.saisieLe = recueil.saisieLe();
        this.saisiePar = recueil.par();
        this.uniteId = recueil.unite();
        this.uniteSaisie = recueil.uniteSaisie();
        this.comptee = recueil.comptee();
        this.regularisation = saisie.regularisation();
        this.astreinte = saisie.regularisation() ? texte(saisie.astreinte()) : null;
        this.mode = saisie.mode();
        this.nature = saisie.nature();
        this.origine = saisie.origine();
        this.transmetteur = saisie.transmetteur().enregistre();
        this.retourDemandeLe = saisie.transmetteur().retourDemande() ? recueil.jour() : null;
        this.referenceExterne = texte(saisie.reference());
        this.faits = saisie.faits().strip();
        this.parentsInformes = texte(saisie.parentsInformes());
        this.parentsInformesPrecision = texte(saisie.parentsInformesPrecision());
        this.urgence = saisie.urgence();
        this.etat = EtatInformation.A_ANALYSER;
    }

    /** Where, when and by whom it was received. */
    record Recueil(String unite, String uniteSaisie, Instant recueLe, LocalDate jour, Instant saisieLe, UUID par, boolean comptee) {
    }

    /** The first analysis: said once; a second person is told that it is done. */
    public void analyser(Orientation choix, String vers, String motif, UUID ip, Instant le, UUID par) {
        exigerEnAttente();
        this.orientation = choix;
        this.orienteeVers = vers;
        this.orientationMotif = texte(motif);
        this.ipId = ip;
        this.analyseeLe = le;
        this.analyseePar = par;
        this.etat = choix.etat();
    }

    /** @throws Conflit when the first analysis is already made */
    public void exigerEnAttente() {
        if (etat != EtatInformation.A_ANALYSER) {
            throw new Conflit(null, analyseeLe, "La première analyse est déjà faite : « " + etat.libelle() + " ».");
        }
    }

    /** The way back: waits for its first analysis again, as if nothing had been said of it (events keep what was). */
    public void rouvrir() {
        this.etat = EtatInformation.A_ANALYSER;
        this.orientation = null;
        this.orienteeVers = null;
        this.orientationMotif = null;
        this.ipId = null;
        this.analyseeLe = null;
        this.analyseePar = null;
    }

    public void corrigerReception(Instant le) {
        this.recueLe = le;
    }

    public void signalerUrgence(boolean urgente) {
        this.urgence = urgente;
    }

    /** The person who transmitted asks what followed: their own delay starts that day (L226-5). The first request counts. */
    public void demanderRetour(LocalDate le) {
        if (retourDemandeLe == null) {
            this.retourDemandeLe = le;
        }
    }

    /** @throws Conflit when somebody else acted since the form was opened */
    public void exigerVersion(long lue) {
        if (lue != version) {
            throw new Conflit(null, null, "Cette information a changé depuis que vous l’avez ouverte : elle est maintenant « " + etat.libelle()
                    + " ».");
        }
    }

    private static String texte(String valeur) {
        return valeur == null || valeur.isBlank() ? null : valeur.strip();
    }

    public UUID id() {
        return id;
    }

    public String numero() {
        return numero;
    }

    public Instant recueLe() {
        return recueLe;
    }

    public Instant saisieLe() {
        return saisieLe;
    }

    public boolean regularisation() {
        return regularisation;
    }

    public String astreinte() {
        return astreinte;
    }

    public String mode() {
        return mode;
    }

    public String nature() {
        return nature;
    }

    public String origine() {
        return origine;
    }

    public Transmetteur transmetteur() {
        return transmetteur;
    }

    public LocalDate retourDemandeLe() {
        return retourDemandeLe;
    }

    public String referenceExterne() {
        return referenceExterne;
    }

    public String faits() {
        return faits;
    }

    public String parentsInformes() {
        return parentsInformes;
    }

    public String parentsInformesPrecision() {
        return parentsInformesPrecision;
    }

    /** The unit that receives, by the profile. */
    public String uniteId() {
        return uniteId;
    }

    /** The unit of whoever typed, when it is not the one that receives. */
    public String uniteSaisie() {
        return uniteSaisie;
    }

    public boolean urgence() {
        return urgence;
    }

    public EtatInformation etat() {
        return etat;
    }

    public Orientation orientation() {
        return orientation;
    }

    public String orienteeVers() {
        return orienteeVers;
    }

    public String orientationMotif() {
        return orientationMotif;
    }

    public Instant analyseeLe() {
        return analyseeLe;
    }

    public UUID analyseePar() {
        return analyseePar;
    }

    /** False for persons who declare themselves minors (L221-2-4): outside every count of IP. */
    public boolean comptee() {
        return comptee;
    }

    public UUID ipId() {
        return ipId;
    }

    public UUID saisiePar() {
        return saisiePar;
    }

    public long version() {
        return version;
    }
}
