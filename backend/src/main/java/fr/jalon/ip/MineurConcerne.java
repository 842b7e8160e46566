package fr.jalon.ip;

import java.time.Instant;
import java.util.UUID;

import fr.jalon.commun.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** One minor in one IP: conclusions, decisions and reduced delays are each minor's own. A withdrawal keeps the row and says why. */
@Entity
@Table(name = "mineur_concerne")
public class MineurConcerne {

    @Id
    private UUID id;

    @Column(name = "ip_id")
    private UUID ipId;

    @Column(name = "enfant_id")
    private UUID enfantId;

    private String origine;

    @Column(name = "retire_le")
    private Instant retireLe;

    @Column(name = "retire_motif")
    private String retireMotif;

    private int ordre;

    @Version
    private long version;

    protected MineurConcerne() {
    }

    /** @param origine INFORMATION (named by who transmitted), DOMICILE (present at home), NAISSANCE or AJOUT */
    public MineurConcerne(UUID ipId, UUID enfantId, String origine, int ordre) {
        this.id = Ids.nouveau();
        this.ipId = ipId;
        this.enfantId = enfantId;
        this.origine = origine;
        this.ordre = ordre;
    }

    public void retirer(Instant le, String motif) {
        this.retireLe = le;
        this.retireMotif = motif;
    }

    public void reintegrer() {
        this.retireLe = null;
        this.retireMotif = null;
    }

    public boolean retire() {
        return retireLe != null;
    }

    public UUID id() {
        return id;
    }

    public UUID ipId() {
        return ipId;
    }

    public UUID enfantId() {
        return enfantId;
    }

    public String origine() {
        return origine;
    }

    public Instant retireLe() {
        return retireLe;
    }

    public String retireMotif() {
        return retireMotif;
    }

    public int ordre() {
        return ordre;
    }

    public long version() {
        return version;
    }
}
