package fr.jalon.dossier;

import java.time.Instant;
import java.time.LocalDate;
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
 * A child known to the département: named or not, born or not. A merged child keeps its row and points to the one that stands for
 * both. Identity is corrected by {@link Dossiers}, which also keeps the former names findable.
 */
@Entity
@Table(name = "enfant")
public class Enfant {

    @Id
    private UUID id;

    private String nom;

    @Column(name = "nom_usage")
    private String nomUsage;

    private String prenoms;

    @Column(name = "non_nomme")
    private boolean nonNomme;

    @Enumerated(EnumType.STRING)
    private Sexe sexe;

    @Column(name = "naissance_precision")
    @Enumerated(EnumType.STRING)
    private Naissance.Precision naissancePrecision;

    @Column(name = "naissance_le")
    private LocalDate naissanceLe;

    @Column(name = "terme_prevu")
    private LocalDate termePrevu;

    @Column(name = "naissance_constatee_le")
    private Instant naissanceConstateeLe;

    @Column(name = "commune_naissance")
    private String communeNaissance;

    @Column(name = "deces_le")
    private LocalDate decesLe;

    @Column(name = "personne_se_declarant_mineure")
    private boolean personneSeDeclarantMineure;

    private boolean restreint;

    @Column(name = "fusionne_vers")
    private UUID fusionneVers;

    @Column(name = "cree_le")
    private Instant creeLe;

    @Version
    private long version;

    protected Enfant() {
    }

    Enfant(EnfantSaisi saisi, LocalDate aujourdhui, Instant maintenant) {
        this.id = Ids.nouveau();
        this.creeLe = maintenant;
        identite(saisi, aujourdhui);
    }

    void corriger(EnfantSaisi saisi, LocalDate aujourdhui) {
        exigerActif();
        identite(saisi, aujourdhui);
    }

    private void identite(EnfantSaisi saisi, LocalDate aujourdhui) {
        Naissance naissance = saisi.naissance() == null ? Naissance.inconnue() : saisi.naissance();
        if (naissance.auPlusTot() != null && naissance.auPlusTot().isAfter(aujourdhui)) {
            throw Refus.champ("naissance.le", "La date de naissance est dans l’avenir. Pour un enfant attendu, choisissez « À naître ».");
        }
        if (saisi.decesLe() != null) {
            refuserDeces(saisi.decesLe(), naissance, aujourdhui);
        }
        this.nonNomme = saisi.nonNomme();
        this.nom = texte(saisi.nom());
        this.prenoms = texte(saisi.prenoms());
        if (!nonNomme && !naissance.aNaitre() && nom.isEmpty() && prenoms.isEmpty()) {
            throw Refus.champ("nom", "Donnez au moins un nom ou un prénom, ou cochez « Pas encore nommé ».");
        }
        this.nomUsage = saisi.nomUsage() == null || saisi.nomUsage().isBlank() ? null : saisi.nomUsage().strip();
        this.sexe = saisi.sexe() == null ? Sexe.INCONNU : saisi.sexe();
        this.naissancePrecision = naissance.precision();
        this.naissanceLe = naissance.le();
        this.termePrevu = naissance.termePrevu();
        this.communeNaissance = saisi.communeNaissance() == null || saisi.communeNaissance().isBlank() ? null : saisi.communeNaissance().strip();
        this.decesLe = saisi.decesLe();
        this.personneSeDeclarantMineure = saisi.personneSeDeclarantMineure();
    }

    private static void refuserDeces(LocalDate deces, Naissance naissance, LocalDate aujourdhui) {
        if (deces.isAfter(aujourdhui)) {
            throw Refus.champ("decesLe", "La date de décès est dans l’avenir.");
        }
        if (naissance.auPlusTot() != null && deces.isBefore(naissance.auPlusTot())) {
            throw Refus.champ("decesLe", "La date de décès précède la date de naissance.");
        }
    }

    private static String texte(String valeur) {
        return valeur == null ? "" : valeur.strip().replaceAll("\\s+", " ");
    }

    /** The expected child is born: the file goes on under the same id, and enters the counts of minors from now. */
    void naitre(LocalDate le, String prenomsDonnes, Sexe sexeConstate, LocalDate aujourdhui, Instant maintenant) {
        exigerActif();
        if (naissancePrecision != Naissance.Precision.A_NAITRE) {
            throw new Conflit(null, null, "La naissance de cet enfant est déjà enregistrée.");
        }
        if (le == null || le.isAfter(aujourdhui)) {
            throw Refus.champ("le", "Indiquez la date de naissance ; elle ne peut pas être dans l’avenir.");
        }
        this.naissancePrecision = Naissance.Precision.EXACTE;
        this.naissanceLe = le;
        this.naissanceConstateeLe = maintenant;
        if (prenomsDonnes != null && !prenomsDonnes.isBlank()) {
            this.prenoms = texte(prenomsDonnes);
            this.nonNomme = false;
        }
        if (sexeConstate != null) {
            this.sexe = sexeConstate;
        }
    }

    void deceder(LocalDate le, LocalDate aujourdhui) {
        exigerActif();
        if (le == null) {
            throw Refus.champ("le", "Indiquez la date du décès.");
        }
        try {
            refuserDeces(le, naissance(), aujourdhui);
        } catch (Refus r) {
            throw Refus.champ("le", r.erreurs().get(0).message());
        }
        this.decesLe = le;
    }

    /** Both stand for themselves, so that following pointers always ends: a child merged already is merged no further. */
    void fusionnerVers(Enfant conserve) {
        if (conserve.id.equals(id)) {
            throw Refus.champ("absorbe", "Choisissez deux dossiers différents.");
        }
        exigerActif();
        conserve.exigerActif();
        this.fusionneVers = conserve.id;
    }

    void defaireFusion(UUID conserve) {
        if (!conserve.equals(fusionneVers)) {
            throw new Conflit(null, null, "Cette réunion a déjà été annulée.");
        }
        this.fusionneVers = null;
    }

    void restreindre(boolean restreint) {
        this.restreint = restreint;
    }

    void exigerVersion(long lue) {
        if (lue != version) {
            throw new Conflit(null, null, "Ce dossier a été modifié depuis que vous l’avez ouvert.");
        }
    }

    private void exigerActif() {
        if (fusionneVers != null) {
            throw new Conflit(null, null, "Ce dossier a été réuni à un autre : ouvrez le dossier conservé.");
        }
    }

    public UUID id() {
        return id;
    }

    public String nom() {
        return nom;
    }

    public String nomUsage() {
        return nomUsage;
    }

    public String prenoms() {
        return prenoms;
    }

    public boolean nonNomme() {
        return nonNomme;
    }

    public Sexe sexe() {
        return sexe;
    }

    public Naissance naissance() {
        return new Naissance(naissancePrecision, naissanceLe, termePrevu);
    }

    public String communeNaissance() {
        return communeNaissance;
    }

    public LocalDate decesLe() {
        return decesLe;
    }

    public boolean personneSeDeclarantMineure() {
        return personneSeDeclarantMineure;
    }

    public boolean restreint() {
        return restreint;
    }

    public UUID fusionneVers() {
        return fusionneVers;
    }

    public Instant creeLe() {
        return creeLe;
    }

    public long version() {
        return version;
    }
}
