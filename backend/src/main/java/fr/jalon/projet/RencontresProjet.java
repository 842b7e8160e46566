package fr.jalon.projet;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Mission;
import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.EnFrancais;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The shared meeting: who is invited, who came, the child's own words, each view, and the disagreements kept as such (D223-13). */
@Service
public class RencontresProjet {

    /**
     * Somebody at a meeting.
     *
     * @param id of the person invited, when this meeting was prepared
     * @param qualite {@code ENFANT}, {@code TITULAIRE}, {@code TIERS}, {@code SERVICE} or {@code PROFESSIONNEL}
     * @param presence {@code PRESENTE}, {@code ABSENTE} or {@code EXCUSEE}; null while it is to come
     */
    public record PersonneRencontre(UUID id, String qualite, UUID adulteId, String serviceId, @Size(max = 200) String nom, String presence,
            @Size(max = 10_000) String avis) {
    }

    /** @param le day the invitations left; {@code prevueLe} day of the meeting */
    public record DemandeInvitation(Long version, LocalDate le, LocalDate prevueLe, @Size(max = 300) String lieu, @Valid List<PersonneRencontre> personnes) {
    }

    /**
     * @param rencontreId the one prepared, or null for one that was not
     * @param statut {@code TENUE} or {@code NON_TENUE}, which asks for a reason
     */
    public record DemandeRencontre(Long version, UUID rencontreId, String statut, LocalDate le, @Size(max = 300) String lieu,
            @Valid List<PersonneRencontre> personnes, @Size(max = 20_000) String paroleEnfant, @Size(max = 20_000) String synthese,
            @Size(max = 20_000) String desaccords, @Size(max = 4000) String motif, Map<String, String> motifs) {
    }

    /** @param adulteId whose view; null for the child's; {@code sens} ACCORD, RESERVE or DESACCORD */
    public record DemandeAvis(Long version, UUID adulteId, LocalDate le, String sens, @Size(max = 10_000) String texte) {
    }

    private static final Set<String> QUALITES = Set.of("ENFANT", "TITULAIRE", "TIERS", "SERVICE", "PROFESSIONNEL");
    private static final Set<String> PRESENCES = Set.of("PRESENTE", "ABSENTE", "EXCUSEE");

    private final ActesProjet actes;
    private final GardeProjet garde;
    private final JdbcClient jdbc;

    RencontresProjet(ActesProjet actes, GardeProjet garde, JdbcClient jdbc) {
        this.actes = actes;
        this.garde = garde;
        this.jdbc = jdbc;
    }

    @Transactional
    public void inviter(UUID projetId, DemandeInvitation d) {
        Projet p = actes.ouvrir(projetId, d.version(), Mission.PARCOURS);
        GardeProjet.ouvert(p);
        garde.fait("le", d.le(), p);
        if (d.prevueLe() == null) {
            throw Refus.champ("prevueLe", "Indiquez le jour de la rencontre.");
        }
        GardeProjet.pasAvant("prevueLe", d.prevueLe(), d.le(), "l’invitation");
        List<PersonneRencontre> personnes = d.personnes() == null ? List.of() : d.personnes();
        if (personnes.isEmpty()) {
            throw Refus.champ("personnes", "Dites qui est invité.");
        }
        UUID id = Ids.nouveau();
        jdbc.sql("insert into projet_rencontre(id, projet_id, version_id, prevue_le, lieu, statut) values (:id, :projet, :version, :le, :lieu, 'PREVUE')")
                .param("id", id).param("projet", p.id()).param("version", p.versionId()).param("le", d.prevueLe()).param("lieu", ActesProjet.net(d.lieu())).update();
        for (int i = 0; i < personnes.size(); i++) {
            inscrire(id, personnes.get(i), i, true, null);
        }
        actes.noter(p, GenreActeProjet.INVITATION, d.le(), Map.of("rencontre", id, "prevueLe", d.prevueLe()), null, null);
        actes.suivre(p, "inviter");
    }

    @Transactional
    public void tenir(UUID projetId, DemandeRencontre d) {
        Projet p = actes.ouvrir(projetId, d.version(), Mission.PARCOURS);
        GardeProjet.ouvert(p);
        boolean tenue = "TENUE".equals(d.statut());
        if (!tenue && !"NON_TENUE".equals(d.statut())) {
            throw Refus.champ("statut", "Dites si la rencontre a eu lieu.");
        }
        garde.fait("le", d.le(), p);
        if (!tenue && ActesProjet.net(d.motif()) == null) {
            throw Refus.champ("motif", "Écrivez pourquoi la rencontre n’a pas eu lieu.");
        }
        List<PersonneRencontre> personnes = d.personnes() == null ? List.of() : d.personnes();
        if (tenue && personnes.stream().noneMatch(x -> "PRESENTE".equals(x.presence()))) {
            throw Refus.champ("personnes", "Dites qui est venu.");
        }
        boolean etabli = p.etat() == EtatProjet.A_REMETTRE || p.etat() == EtatProjet.SUIVI;
        Map<String, String> passes = new Avertissements.Controle(d.motifs())
                .si(tenue && etabli && !d.le().isBefore(p.etabliLe()), "RENCONTRE_APRES_ETABLISSEMENT",
                        "Le projet est établi depuis le " + (etabli ? EnFrancais.jour(p.etabliLe()) : "") + "\u00a0: la rencontre vient après.")
                .exiger();
        UUID id = enregistrer(p, d, tenue, personnes);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("rencontre", id);
        details.put("statut", d.statut());
        details.put("parents", parents(id));
        actes.noter(p, GenreActeProjet.RENCONTRE, d.le(), details, passes, d.motif());
        actes.suivre(p, "rencontre");
    }

    private UUID enregistrer(Projet p, DemandeRencontre d, boolean tenue, List<PersonneRencontre> personnes) {
        UUID id = d.rencontreId() == null ? Ids.nouveau() : d.rencontreId();
        if (d.rencontreId() == null) {
            jdbc.sql("insert into projet_rencontre(id, projet_id, statut) values (?, ?, 'NON_TENUE')").params(id, p.id()).update();
        } else if (jdbc.sql("select count(*) from projet_rencontre where id = ? and projet_id = ? and statut = 'PREVUE' and annulee_le is null")
                .params(id, p.id()).query(Long.class).single() == 0) {
            throw new Introuvable();
        }
        jdbc.sql("""
                update projet_rencontre set statut = :statut, tenue_le = :tenue, version_id = :version, lieu = coalesce(:lieu, lieu), parole_enfant = :parole,
                    synthese = :synthese, desaccords = :desaccords, motif = :motif where id = :id""").param("statut", d.statut())
                .param("tenue", tenue ? d.le() : null, java.sql.Types.DATE).param("version", p.versionId()).param("lieu", ActesProjet.net(d.lieu()))
                .param("parole", ActesProjet.net(d.paroleEnfant())).param("synthese", ActesProjet.net(d.synthese()))
                .param("desaccords", ActesProjet.net(d.desaccords())).param("motif", ActesProjet.net(d.motif())).param("id", id).update();
        for (int i = 0; i < personnes.size(); i++) {
            PersonneRencontre x = personnes.get(i);
            if (tenue && !PRESENCES.contains(String.valueOf(x.presence()))) {
                throw Refus.champ("personnes[" + i + "].presence", "Dites si cette personne est venue.");
            }
            int ecrites = x.id() == null ? 0 : jdbc.sql("update projet_rencontre_personne set presence = :presence, avis = :avis where id = :id and rencontre_id = :rencontre")
                    .param("presence", x.presence()).param("avis", ActesProjet.net(x.avis())).param("id", x.id()).param("rencontre", id).update();
            if (ecrites == 0) {
                inscrire(id, x, i, false, x.presence());
            }
        }
        return id;
    }

    private void inscrire(UUID rencontre, PersonneRencontre x, int rang, boolean invitee, String presence) {
        String champ = "personnes[" + rang + "]";
        if (x.qualite() == null || !QUALITES.contains(x.qualite())) {
            throw Refus.champ(champ + ".qualite", "Dites qui est cette personne auprès de l’enfant.");
        }
        if (!"ENFANT".equals(x.qualite()) && x.adulteId() == null && x.serviceId() == null && ActesProjet.net(x.nom()) == null) {
            throw Refus.champ(champ + ".nom", "Choisissez la personne, ou écrivez son nom.");
        }
        jdbc.sql("""
                insert into projet_rencontre_personne(id, rencontre_id, qualite, adulte_id, service_id, nom, invitee, presence, avis)
                values (:id, :rencontre, :qualite, :adulte, :service, :nom, :invitee, :presence, :avis)""").param("id", Ids.nouveau())
                .param("rencontre", rencontre).param("qualite", x.qualite()).param("adulte", x.adulteId(), java.sql.Types.OTHER)
                .param("service", ActesProjet.net(x.serviceId())).param("nom", ActesProjet.net(x.nom())).param("invitee", invitee)
                .param("presence", presence).param("avis", ActesProjet.net(x.avis())).update();
    }

    /** Whether a holder of parental authority came: counted, never blocking. */
    private String parents(UUID rencontre) {
        return jdbc.sql("""
                select case when bool_or(presence = 'PRESENTE') then 'PRESENTS' when count(*) = 0 then 'NON_INVITES' else 'ABSENTS' end
                from projet_rencontre_personne where rencontre_id = ? and qualite = 'TITULAIRE'""").param(rencontre).query(String.class).single();
    }

    @Transactional
    public void recueillirAvis(UUID projetId, DemandeAvis d) {
        Projet p = actes.ouvrir(projetId, d.version(), Mission.PARCOURS);
        GardeProjet.ouvert(p);
        garde.fait("le", d.le(), p);
        if (d.sens() == null || !Set.of("ACCORD", "RESERVE", "DESACCORD").contains(d.sens())) {
            throw Refus.champ("sens", "Dites s’il s’agit d’un accord, d’une réserve ou d’un désaccord.");
        }
        if (ActesProjet.net(d.texte()) == null) {
            throw Refus.champ("texte", "Écrivez l’avis tel qu’il est dit.");
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("adulte", d.adulteId());
        details.put("qualite", d.adulteId() == null ? "ENFANT" : "TITULAIRE");
        details.put("sens", d.sens());
        details.put("version", p.versionId());
        actes.noter(p, GenreActeProjet.AVIS_FAMILLE, d.le(), details, null, d.texte());
        actes.suivre(p, "avis");
    }
}
