package fr.jalon.ip.decision;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Mur;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.EnFrancais;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may sign on which day. Read by the decision, kept by the functional administrator. */
@Component
public class Delegations {

    /** A délégation as the administrator reads it. {@code decisions}: how many were signed under it. */
    public record LigneDelegation(UUID id, UUID utilisateurId, String signataire, String fonction, String reference, UUID interimDe,
            String interimDeNom, LocalDate du, LocalDate au, String finMotif, boolean enCours, long decisions) {
    }

    /** Somebody who may sign on a day. */
    public record Signataire(UUID utilisateurId, String nom, String fonction, UUID delegationId, String reference, UUID interimDe,
            String interimDeNom) {
    }

    /** A délégation to give. */
    public record NouvelleDelegation(UUID utilisateurId, String reference, UUID interimDe, LocalDate du, LocalDate au) {
    }

    private static final String COLONNES = "select id, utilisateur_id, reference, interim_de, du, au from delegation_signature ";

    private final JdbcClient jdbc;
    private final Mur mur;
    private final Utilisateurs utilisateurs;
    private final Acces acces;
    private final Evenements evenements;
    private final Horloge horloge;
    private final ObjectProvider<SignesSousDelegation> signes;

    Delegations(JdbcClient jdbc, Mur mur, Utilisateurs utilisateurs, Acces acces, Evenements evenements, Horloge horloge,
            ObjectProvider<SignesSousDelegation> signes) {
        this.jdbc = jdbc;
        this.mur = mur;
        this.utilisateurs = utilisateurs;
        this.acces = acces;
        this.evenements = evenements;
        this.horloge = horloge;
        this.signes = signes;
    }

    /** The délégation under which somebody signs on a day; their own before an intérim. */
    public Optional<Delegation> valide(UUID utilisateur, LocalDate jour) {
        return jdbc.sql(COLONNES + """
                where utilisateur_id = :qui and du <= :jour and (au is null or au >= :jour)
                order by interim_de nulls first, du desc, id limit 1""")
                .param("qui", utilisateur).param("jour", jour).query(Delegation.class).optional();
    }

    /** Who may sign on a day, by name; each once, under their own délégation before an intérim. */
    public List<Signataire> signataires(LocalDate jour) {
        return jdbc.sql("""
                select distinct on (u.nom, u.prenom, u.id) u.id as utilisateur_id, concat_ws(' ', u.prenom, u.nom) as nom, u.fonction,
                    d.id as delegation_id, d.reference, d.interim_de, concat_ws(' ', a.prenom, a.nom) as interim_de_nom
                from delegation_signature d join utilisateur u on u.id = d.utilisateur_id
                left join utilisateur a on a.id = d.interim_de
                where u.actif and d.du <= :jour and (d.au is null or d.au >= :jour)
                order by u.nom, u.prenom, u.id, d.interim_de nulls first, d.du desc, d.id""")
                .param("jour", jour).query(Signataire.class).list();
    }

    /** References of délégations, by id. */
    Map<UUID, String> references(Collection<UUID> ids) {
        Map<UUID, String> references = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, reference from delegation_signature where id in (:ids)").param("ids", Set.copyOf(ids)).query(l -> {
                references.put(l.getObject(1, UUID.class), l.getString(2));
            });
        }
        return references;
    }

    /** Délégations for the administrator, running ones first. */
    @Transactional(readOnly = true)
    public List<LigneDelegation> toutes() {
        acces.exiger(Mission.ADMINISTRATION);
        LocalDate jour = horloge.aujourdhui();
        // How many decisions were signed under each, in files the administrator does not open.
        return mur.parLaMaison(() -> jdbc.sql("""
                select d.id, d.utilisateur_id, concat_ws(' ', u.prenom, u.nom) as signataire, u.fonction, d.reference, d.interim_de,
                    concat_ws(' ', a.prenom, a.nom) as interim_de_nom, d.du, d.au, d.fin_motif,
                    (d.au is null or d.au >= :jour) as en_cours,
                    (select count(*) from decision_mineur x where x.delegation_id = d.id and x.annulee_le is null) as decisions
                from delegation_signature d join utilisateur u on u.id = d.utilisateur_id
                left join utilisateur a on a.id = d.interim_de
                order by (d.au is null or d.au >= :jour) desc, u.nom, d.du desc, d.id""")
                .param("jour", jour).query(LigneDelegation.class).list());
    }

    /** Gives a délégation; an intérim names the absent decider. */
    @Transactional
    public UUID donner(NouvelleDelegation d) {
        acces.exiger(Mission.ADMINISTRATION);
        List<Refus.Erreur> erreurs = new ArrayList<>();
        if (d.utilisateurId() == null || utilisateurs.parId(d.utilisateurId()).isEmpty()) {
            erreurs.add(new Refus.Erreur("utilisateurId", "Choisissez la personne qui signera."));
        }
        if (d.reference() == null || d.reference().isBlank()) {
            erreurs.add(new Refus.Erreur("reference", "Indiquez l’arrêté qui donne cette délégation."));
        }
        if (d.du() == null) {
            erreurs.add(new Refus.Erreur("du", "Indiquez le premier jour de la délégation."));
        } else if (d.au() != null && d.au().isBefore(d.du())) {
            erreurs.add(new Refus.Erreur("au", "La fin de la délégation précède son début."));
        }
        if (d.interimDe() != null && (d.interimDe().equals(d.utilisateurId()) || utilisateurs.parId(d.interimDe()).isEmpty())) {
            erreurs.add(new Refus.Erreur("interimDe", "L’intérim se fait au nom d’une autre personne."));
        }
        if (d.interimDe() != null && d.au() == null) {
            erreurs.add(new Refus.Erreur("au", "Un intérim a un dernier jour."));
        }
        if (!erreurs.isEmpty()) {
            throw new Refus(erreurs);
        }
        return inscrire(d);
    }

    /** The same without the right being asked: for the house itself (demonstration, first start). */
    @Transactional
    public UUID inscrire(NouvelleDelegation d) {
        UUID id = Ids.nouveau();
        UUID par = IdentiteCourante.siPresente().map(Identite::utilisateurId).orElse(null);
        jdbc.sql("""
                insert into delegation_signature(id, utilisateur_id, reference, interim_de, du, au, donnee_le, donnee_par)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(id, d.utilisateurId(), d.reference().strip(), d.interimDe(), d.du(), d.au(),
                        Timestamp.from(horloge.maintenant()), par).update();
        evenements.ajouter(NouvelEvenement.de("delegation.donnee").survenu(d.du()).dimension("delegation", id)
                .dimension("genre", d.interimDe() == null ? "PROPRE" : "INTERIM"));
        return id;
    }

    /**
     * Ends a délégation on a day.
     *
     * @throws Refus when decisions were signed under it after that day: they would become void
     */
    @Transactional
    public void terminer(UUID id, LocalDate au, String motif) {
        acces.exiger(Mission.ADMINISTRATION);
        Delegation d = jdbc.sql(COLONNES + "where id = ? for update").param(id).query(Delegation.class).optional()
                .orElseThrow(Introuvable::new);
        if (d.au() != null && d.au().isBefore(horloge.aujourdhui())) {
            throw new Conflit(null, null, "Cette délégation est déjà finie depuis le " + EnFrancais.jour(d.au()) + ".");
        }
        if (au == null || au.isBefore(d.du())) {
            throw Refus.champ("au", "Indiquez le dernier jour de la délégation, au plus tôt son premier jour.");
        }
        LocalDate derniere = mur.parLaMaison(() -> jdbc.sql("select max(decidee_le) from decision_mineur where delegation_id = ? and annulee_le is null")
                .param(id).query(Timestamp.class).optional().map(t -> horloge.jour(t.toInstant())).orElse(null));
        for (SignesSousDelegation autres : signes) {
            LocalDate signe = mur.parLaMaison(() -> autres.dernier(id).orElse(null));
            if (signe != null && signe.isAfter(au)) {
                throw Refus.champ("au", autres.libelle() + " a été signé sous cette délégation le " + EnFrancais.jour(signe)
                        + " : il deviendrait nul.");
            }
        }
        if (derniere != null && derniere.isAfter(au)) {
            throw Refus.champ("au", "Une décision a été signée sous cette délégation le " + EnFrancais.jour(derniere)
                    + " : elle deviendrait nulle.");
        }
        jdbc.sql("update delegation_signature set au = ?, fin_motif = ? where id = ?")
                .params(au, motif == null || motif.isBlank() ? null : motif.strip(), id).update();
        evenements.ajouter(NouvelEvenement.de("delegation.terminee").survenu(au).dimension("delegation", id));
    }
}
