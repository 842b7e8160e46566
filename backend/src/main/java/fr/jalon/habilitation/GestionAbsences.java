package fr.jalon.habilitation;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Territoire;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is away, from one day to another, and who receives their tasks meanwhile. Standing in gives no right: whoever does already holds every
 * mission of the one away, where that one holds it, or is first given it by hand until the return. No reason is asked or kept.
 */
@Service
public class GestionAbsences {

    /** @param taches steps the person holds today */
    public record LigneAbsence(UUID id, UUID utilisateurId, String nom, String fonction, LocalDate du, LocalDate au, UUID remplacantId, String remplacant,
            boolean enCours, long taches) {
    }

    public record Nouvelle(UUID utilisateurId, LocalDate du, LocalDate au, UUID remplacantId) {
    }

    public record PersonneAbsentable(UUID id, String nom, String fonction) {
    }

    private record Ouverte(UUID id, UUID utilisateurId, LocalDate du, LocalDate au, Instant annuleeLe) {
    }

    private static final List<Mission> MISSIONS = List.of(Mission.ADMINISTRATION, Mission.SUPERVISION);

    private final JdbcClient jdbc;
    private final Comptes comptes;
    private final Utilisateurs utilisateurs;
    private final Departement departement;
    private final Acces acces;
    private final Journal journal;
    private final Horloge horloge;

    GestionAbsences(JdbcClient jdbc, Comptes comptes, Utilisateurs utilisateurs, Departement departement, Acces acces, Journal journal, Horloge horloge) {
        this.jdbc = jdbc;
        this.comptes = comptes;
        this.utilisateurs = utilisateurs;
        this.departement = departement;
        this.acces = acces;
        this.journal = journal;
        this.horloge = horloge;
    }

    /** Absences of today and to come, then those that ended within three months. */
    @Transactional(readOnly = true)
    public List<LigneAbsence> toutes() {
        exiger();
        LocalDate jour = horloge.aujourdhui();
        return jdbc.sql("""
                select a.id, a.utilisateur_id, concat_ws(' ', u.prenom, u.nom) as nom, u.fonction, a.du, a.au, a.remplacant_id,
                    nullif(concat_ws(' ', r.prenom, r.nom), '') as remplacant, a.du <= :jour and a.au >= :jour as en_cours,
                    (select count(*) from tache_suivi s join tache t on t.id = s.tache_id where s.titulaire_id = a.utilisateur_id) as taches
                from absence a join utilisateur u on u.id = a.utilisateur_id left join utilisateur r on r.id = a.remplacant_id
                where a.annulee_le is null and a.au >= :depuis order by a.au >= :jour desc, a.du, u.nom, a.id""")
                .param("jour", jour).param("depuis", jour.minusMonths(3)).query(LigneAbsence.class).list().stream().filter(l -> dansMonTerritoire(l.utilisateurId())).toList();
    }

    /** Whose absence may be written: everybody for the administrator, their own people for whoever supervises. */
    @Transactional(readOnly = true)
    public List<PersonneAbsentable> personnes() {
        exiger();
        return comptes.actifs().stream().filter(p -> dansMonTerritoire(p.id())).map(p -> new PersonneAbsentable(p.id(), p.nomAffiche(), p.fonction())).toList();
    }

    /** Who may stand in: they hold every mission of the one away, where that one holds it. */
    @Transactional(readOnly = true)
    public List<PersonneAbsentable> remplacants(UUID absent) {
        exiger();
        Map<Mission, Territoire> tenues = utilisateurs.identite(absent).map(Identite::territoires).orElseThrow(Introuvable::new);
        return comptes.actifs().stream().filter(p -> !p.id().equals(absent) && manque(tenues, p.id()) == null)
                .map(p -> new PersonneAbsentable(p.id(), p.nomAffiche(), p.fonction())).toList();
    }

    @Transactional
    public UUID inscrire(Nouvelle n) {
        exiger();
        LocalDate jour = horloge.aujourdhui();
        Utilisateurs.Personne personne = comptes.tenir(n.utilisateurId()).filter(Utilisateurs.Personne::actif).orElse(null);
        List<Refus.Erreur> erreurs = new ArrayList<>();
        if (personne == null || !dansMonTerritoire(personne.id())) {
            erreurs.add(new Refus.Erreur("utilisateurId", "Choisissez la personne absente."));
        }
        if (n.du() == null) {
            erreurs.add(new Refus.Erreur("du", "Indiquez le premier jour de l’absence."));
        }
        if (n.au() == null) {
            erreurs.add(new Refus.Erreur("au", "Indiquez le dernier jour de l’absence ; il se change ensuite."));
        } else if (n.du() != null && n.au().isBefore(n.du())) {
            erreurs.add(new Refus.Erreur("au", "La fin précède le début."));
        } else if (n.au().isBefore(jour)) {
            erreurs.add(new Refus.Erreur("au", "Cette absence est déjà finie."));
        }
        if (erreurs.isEmpty() && n.remplacantId() != null) {
            refuserRemplacant(personne, n.remplacantId(), erreurs);
        }
        if (!erreurs.isEmpty()) {
            throw new Refus(erreurs);
        }
        if (croise(personne.id(), null, n.du(), n.au())) {
            throw Refus.champ("du", "Une autre absence de cette personne couvre une partie de ces jours.");
        }
        UUID id = Ids.nouveau();
        jdbc.sql("insert into absence(id, utilisateur_id, du, au, remplacant_id, saisie_le, saisie_par) values (?, ?, ?, ?, ?, ?, ?)")
                .params(id, personne.id(), n.du(), n.au(), n.remplacantId(), Timestamp.from(horloge.maintenant()), moi()).update();
        journal.compte(personne.id(), "absence.inscrite");
        if (n.remplacantId() != null) {
            journal.compte(n.remplacantId(), "absence.remplacement");
        }
        return id;
    }

    private void refuserRemplacant(Utilisateurs.Personne absente, UUID remplacant, List<Refus.Erreur> erreurs) {
        if (remplacant.equals(absente.id())) {
            erreurs.add(new Refus.Erreur("remplacantId", "On ne se remplace pas soi-même."));
        } else if (utilisateurs.parId(remplacant).filter(Utilisateurs.Personne::actif).isEmpty()) {
            erreurs.add(new Refus.Erreur("remplacantId", "Choisissez une personne dont le compte est ouvert."));
        } else {
            Mission manque = manque(utilisateurs.identite(absente.id()).map(Identite::territoires).orElse(Map.of()), remplacant);
            if (manque != null) {
                erreurs.add(new Refus.Erreur("remplacantId", "Cette personne ne tient pas la mission « " + manque.libelle()
                        + " » partout où la tient la personne absente. Donnez-lui d’abord l’habilitation, jusqu’au retour."));
            }
        }
    }

    /** The first mission somebody would lack to stand in, or null. */
    private Mission manque(Map<Mission, Territoire> tenues, UUID remplacant) {
        Map<Mission, Territoire> siennes = utilisateurs.identite(remplacant).map(Identite::territoires).orElse(Map.of());
        return tenues.entrySet().stream().filter(e -> {
            Territoire t = siennes.getOrDefault(e.getKey(), Territoire.NULLE_PART);
            return !t.departement() && (e.getValue().departement() || !t.unites().containsAll(e.getValue().unites()));
        }).map(Map.Entry::getKey).sorted().findFirst().orElse(null);
    }

    /** Comes back earlier or later; a last day before the first cancels the absence. */
    @Transactional
    public void changerLaFin(UUID id, LocalDate au) {
        exiger();
        Ouverte a = jdbc.sql("select id, utilisateur_id, du, au, annulee_le from absence where id = ? for update").param(id).query(Ouverte.class).optional()
                .filter(o -> dansMonTerritoire(o.utilisateurId())).orElseThrow(Introuvable::new);
        LocalDate jour = horloge.aujourdhui();
        if (a.annuleeLe() != null || a.au().isBefore(jour)) {
            throw new Conflit(null, null, "Cette absence est déjà finie.");
        }
        if (au == null || au.isBefore(jour.minusDays(1))) {
            throw Refus.champ("au", "Indiquez le dernier jour de l’absence, au plus tôt hier.");
        }
        comptes.tenir(a.utilisateurId());
        if (croise(a.utilisateurId(), id, a.du(), au)) {
            throw Refus.champ("au", "Une autre absence de cette personne couvre une partie de ces jours.");
        }
        if (au.isBefore(a.du())) {
            jdbc.sql("update absence set annulee_le = ?, annulee_par = ? where id = ?").params(Timestamp.from(horloge.maintenant()), moi(), id).update();
            journal.compte(a.utilisateurId(), "absence.annulee");
        } else {
            jdbc.sql("update absence set au = ? where id = ?").params(au, id).update();
            journal.compte(a.utilisateurId(), "absence.changee");
        }
    }

    private boolean croise(UUID personne, UUID saufId, LocalDate du, LocalDate au) {
        return jdbc.sql("""
                select exists (select 1 from absence where utilisateur_id = :qui and annulee_le is null and du <= :au and au >= :du
                    and (cast(:sauf as uuid) is null or id <> :sauf))""").param("qui", personne).param("du", du).param("au", au)
                .param("sauf", saufId, java.sql.Types.OTHER).query(Boolean.class).single();
    }

    private void exiger() {
        Identite qui = IdentiteCourante.exiger();
        if (MISSIONS.stream().noneMatch(qui::a)) {
            journal.refus(null, "absences");
            throw new Interdit("Les absences sont tenues par l’administrateur fonctionnel et par qui supervise.");
        }
    }

    private boolean dansMonTerritoire(UUID personne) {
        Identite qui = IdentiteCourante.exiger();
        Territoire mien = qui.territoire(Mission.SUPERVISION);
        return qui.a(Mission.ADMINISTRATION) || mien.departement()
                || utilisateurs.habilitations(personne).stream().anyMatch(h -> h.uniteId() != null && mien.unites().contains(h.uniteId()));
    }

    private static UUID moi() {
        return IdentiteCourante.exiger().utilisateurId();
    }
}
