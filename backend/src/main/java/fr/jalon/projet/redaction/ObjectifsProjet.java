package fr.jalon.projet.redaction;

import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Journal;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import jakarta.validation.constraints.Size;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Needs, objectives and actions of the version under writing: by domain of life, toward the child, the holders or those around. */
@Service
@Transactional
public class ObjectifsProjet {

    /** @param version of the line, null for a new one */
    public record DemandeObjectif(Long version, String domaine, @Size(max = 4000) String besoin, @Size(max = 2000) String objectif) {
    }

    /**
     * Who does it is somebody of the house, a service or words; nobody is possible, and told at the establishment.
     *
     * @param duree in words: « six mois »
     */
    public record DemandeAction(Long version, String aupres, @Size(max = 2000) String libelle, UUID utilisateurId, String serviceId, @Size(max = 300) String qui,
            LocalDate debut, LocalDate fin, @Size(max = 200) String duree, LocalDate echeance) {
    }

    private static final Set<String> AUPRES = Set.of("ENFANT", "TITULAIRES", "ENVIRONNEMENT");

    private final Acces acces;
    private final VersionEcrite versions;
    private final ModelesProjet modeles;
    private final Journal journal;
    private final JdbcClient jdbc;

    ObjectifsProjet(Acces acces, VersionEcrite versions, ModelesProjet modeles, Journal journal, JdbcClient jdbc) {
        this.acces = acces;
        this.versions = versions;
        this.modeles = modeles;
        this.journal = journal;
        this.jdbc = jdbc;
    }

    public UUID ajouter(UUID projetId, DemandeObjectif d) {
        VersionEcrite.Version v = ouvrir(projetId);
        exiger(v, d);
        UUID id = Ids.nouveau();
        jdbc.sql("""
                insert into projet_objectif(id, version_id, lignee, rang, domaine, besoin, objectif, version)
                values (:id, :v, :lignee, (select coalesce(max(rang), 0) + 1 from projet_objectif where version_id = :v), :domaine, :besoin, :objectif, 1)""")
                .param("id", id).param("v", v.id()).param("lignee", Ids.nouveau()).param("domaine", d.domaine()).param("besoin", net(d.besoin()))
                .param("objectif", net(d.objectif())).update();
        journal.modification(Sujet.projet(projetId), "projet.objectif");
        return id;
    }

    public void modifier(UUID projetId, UUID id, DemandeObjectif d) {
        VersionEcrite.Version v = ouvrir(projetId);
        exiger(v, d);
        tenir("projet_objectif", v, id, d.version());
        jdbc.sql("update projet_objectif set domaine = :domaine, besoin = :besoin, objectif = :objectif, version = version + 1 where id = :id")
                .param("domaine", d.domaine()).param("besoin", net(d.besoin())).param("objectif", net(d.objectif())).param("id", id).update();
        journal.modification(Sujet.projet(projetId), "projet.objectif");
    }

    /** Withdraws an objective of this version with its actions; those of former versions stay. */
    public void retirer(UUID projetId, UUID id, Long version) {
        VersionEcrite.Version v = ouvrir(projetId);
        tenir("projet_objectif", v, id, version);
        jdbc.sql("delete from projet_action where objectif_id = ?").param(id).update();
        jdbc.sql("delete from projet_objectif where id = ?").param(id).update();
        journal.modification(Sujet.projet(projetId), "projet.objectif");
    }

    public UUID ajouterAction(UUID projetId, UUID objectifId, DemandeAction d) {
        VersionEcrite.Version v = ouvrir(projetId);
        tenir("projet_objectif", v, objectifId, null);
        exiger(projetId, d);
        UUID id = Ids.nouveau();
        jdbc.sql("""
                insert into projet_action(id, version_id, objectif_id, lignee, rang, aupres, libelle, utilisateur_id, service_id, qui, debut, fin, duree, echeance, version)
                values (:id, :v, :objectif, :lignee, (select coalesce(max(rang), 0) + 1 from projet_action where version_id = :v), :aupres, :libelle,
                    :utilisateur, :service, :qui, :debut, :fin, :duree, :echeance, 1)""").param("id", id).param("v", v.id())
                .param("objectif", objectifId).param("lignee", Ids.nouveau()).param("aupres", d.aupres()).param("libelle", net(d.libelle()))
                .param("utilisateur", d.utilisateurId(), Types.OTHER).param("service", net(d.serviceId())).param("qui", net(d.qui()))
                .param("debut", d.debut(), Types.DATE).param("fin", d.fin(), Types.DATE).param("duree", net(d.duree()))
                .param("echeance", d.echeance(), Types.DATE).update();
        journal.modification(Sujet.projet(projetId), "projet.action");
        return id;
    }

    public void modifierAction(UUID projetId, UUID id, DemandeAction d) {
        VersionEcrite.Version v = ouvrir(projetId);
        exiger(projetId, d);
        tenir("projet_action", v, id, d.version());
        jdbc.sql("""
                update projet_action set aupres = :aupres, libelle = :libelle, utilisateur_id = :utilisateur, service_id = :service, qui = :qui,
                    debut = :debut, fin = :fin, duree = :duree, echeance = :echeance, version = version + 1 where id = :id""")
                .param("aupres", d.aupres()).param("libelle", net(d.libelle())).param("utilisateur", d.utilisateurId(), Types.OTHER)
                .param("service", net(d.serviceId())).param("qui", net(d.qui())).param("debut", d.debut(), Types.DATE).param("fin", d.fin(), Types.DATE)
                .param("duree", net(d.duree())).param("echeance", d.echeance(), Types.DATE).param("id", id).update();
        journal.modification(Sujet.projet(projetId), "projet.action");
    }

    public void retirerAction(UUID projetId, UUID id, Long version) {
        VersionEcrite.Version v = ouvrir(projetId);
        tenir("projet_action", v, id, version);
        jdbc.sql("delete from projet_action where id = ?").param(id).update();
        journal.modification(Sujet.projet(projetId), "projet.action");
    }

    private VersionEcrite.Version ouvrir(UUID projetId) {
        Sujet sujet = Sujet.projet(projetId);
        acces.exiger(acces.tenue(Plumes.MISSIONS, sujet), sujet);
        return versions.tenir(projetId);
    }

    /** The line, locked; of this version of this projet, and as it was read. */
    private void tenir(String table, VersionEcrite.Version v, UUID id, Long version) {
        long ecrite = jdbc.sql("select version from " + table + " where id = ? and version_id = ? for update").params(id, v.id()).query(Long.class)
                .optional().orElseThrow(Introuvable::new);
        if (version != null && version != ecrite) {
            throw new Conflit(null, null, "Cette ligne a été modifiée par quelqu’un d’autre depuis que vous l’avez ouverte.");
        }
    }

    private void exiger(VersionEcrite.Version v, DemandeObjectif d) {
        List<Refus.Erreur> erreurs = new ArrayList<>();
        if (d.domaine() == null || modeles.exiger(v.modele()).domaine(d.domaine()).isEmpty()) {
            erreurs.add(new Refus.Erreur("domaine", "Choisissez le domaine de vie."));
        }
        if (net(d.objectif()) == null) {
            erreurs.add(new Refus.Erreur("objectif", "Écrivez l’objectif."));
        }
        refuser(erreurs);
    }

    private void exiger(UUID projetId, DemandeAction d) {
        List<Refus.Erreur> erreurs = new ArrayList<>();
        if (d.aupres() == null || !AUPRES.contains(d.aupres())) {
            erreurs.add(new Refus.Erreur("aupres", "Dites auprès de qui se fait cette action."));
        }
        if (net(d.libelle()) == null) {
            erreurs.add(new Refus.Erreur("libelle", "Écrivez ce qui sera fait."));
        }
        if (d.debut() != null && d.fin() != null && d.fin().isBefore(d.debut())) {
            erreurs.add(new Refus.Erreur("fin", "La fin de l’action précède son début."));
        }
        if (d.debut() != null && d.echeance() != null && d.echeance().isBefore(d.debut())) {
            erreurs.add(new Refus.Erreur("echeance", "L’échéance de l’action précède son début."));
        }
        if (d.utilisateurId() != null && net(d.serviceId()) != null) {
            erreurs.add(new Refus.Erreur("serviceId", "Choisissez une personne ou un service, pas les deux."));
        }
        if (d.utilisateurId() != null && !jdbc.sql("select exists (select 1 from utilisateur where id = ? and actif)").param(d.utilisateurId()).query(Boolean.class).single()) {
            erreurs.add(new Refus.Erreur("utilisateurId", "Cette personne n’est plus en poste."));
        }
        if (net(d.serviceId()) != null && !acces.unites(Sujet.projet(projetId), Acces.Titre.EXERCICE).contains(d.serviceId())) {
            erreurs.add(new Refus.Erreur("serviceId", "Ce service n’exerce aucune mesure pour cet enfant\u00a0: écrivez son nom."));
        }
        refuser(erreurs);
    }

    private static void refuser(List<Refus.Erreur> erreurs) {
        if (!erreurs.isEmpty()) {
            throw new Refus(erreurs);
        }
    }

    private static String net(String texte) {
        return texte == null || texte.isBlank() ? null : texte.strip();
    }
}
