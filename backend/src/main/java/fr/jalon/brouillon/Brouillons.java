package fr.jalon.brouillon;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.TypeSujet;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the person is writing, kept as they type and found again on another computer. In real time; nobody else reads it. */
@Service
@Transactional
public class Brouillons {

    /** @param contenu JSON of the form, as the page gave it */
    public record Brouillon(String contenu, Long versionBase, Instant enregistreLe) {
    }

    /** A report of many sections stays far below; what is above is no form. */
    static final int TAILLE_MAX = 1_000_000;
    private static final Duration SEANCE = Duration.ofMinutes(30);
    private static final Duration GARDE = Duration.ofDays(90);
    private static final UUID SANS_SUJET = new UUID(0, 0);
    private static final Pattern FORMULAIRE = Pattern.compile("[a-z0-9][a-z0-9.-]{0,59}");

    private final JdbcClient jdbc;
    private final Acces acces;
    private final Journal journal;
    private final Coffre coffre;

    Brouillons(JdbcClient jdbc, Acces acces, Journal journal, Coffre coffre) {
        this.jdbc = jdbc;
        this.acces = acces;
        this.journal = journal;
        this.coffre = coffre;
    }

    @Transactional(readOnly = true)
    public Optional<Brouillon> lire(String formulaire, UUID sujet) {
        Identite moi = pour(formulaire, sujet);
        return jdbc.sql("select contenu, version_base, enregistre_le from brouillon where utilisateur_id = ? and formulaire = ? and sujet_id = ?")
                .params(moi.utilisateurId(), formulaire, cle(sujet))
                .query((rs, n) -> coffre.ouvrir(rs.getBytes(1), proprietaire(moi, formulaire, sujet))
                        .map(clair -> lu(clair, rs)))
                .optional().flatMap(b -> b);
    }

    private static Brouillon lu(String clair, java.sql.ResultSet rs) {
        try {
            return new Brouillon(clair, rs.getObject(2, Long.class), rs.getTimestamp(3).toInstant());
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Keeps what is typed over what was kept before. The first save of a sitting is a line of the journal.
     *
     * @param versionBase version of the file the person was reading; told back when they return
     */
    public Instant enregistrer(String formulaire, UUID sujet, String contenu, Long versionBase) {
        Identite moi = pour(formulaire, sujet);
        if (contenu.length() > TAILLE_MAX) {
            throw Refus.champ("contenu", "Cette saisie est trop longue pour être gardée : joignez un fichier.");
        }
        Instant maintenant = Instant.now();
        Optional<Instant> avant = jdbc.sql("select enregistre_le from brouillon where utilisateur_id = ? and formulaire = ? and sujet_id = ?")
                .params(moi.utilisateurId(), formulaire, cle(sujet)).query(Timestamp.class).optional().map(Timestamp::toInstant);
        jdbc.sql("""
                insert into brouillon(utilisateur_id, formulaire, sujet_id, version_base, contenu, enregistre_le) values (?, ?, ?, ?, ?, ?)
                on conflict (utilisateur_id, formulaire, sujet_id) do update set version_base = excluded.version_base,
                    contenu = excluded.contenu, enregistre_le = excluded.enregistre_le""")
                .params(moi.utilisateurId(), formulaire, cle(sujet), versionBase,
                        coffre.fermer(contenu, proprietaire(moi, formulaire, sujet)), Timestamp.from(maintenant)).update();
        if (avant.isEmpty() || avant.get().isBefore(maintenant.minus(SEANCE))) {
            journal.modification(sujets(sujet).stream().findFirst().orElse(null), "brouillon." + formulaire);
        }
        return maintenant;
    }

    public void effacer(String formulaire, UUID sujet) {
        Identite moi = pour(formulaire, sujet);
        jdbc.sql("delete from brouillon where utilisateur_id = ? and formulaire = ? and sujet_id = ?")
                .params(moi.utilisateurId(), formulaire, cle(sujet)).update();
    }

    /** The file is purged: what was being written about it goes too, whoever wrote it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void purger(UUID sujet) {
        jdbc.sql("delete from brouillon where sujet_id = ?").param(sujet).update();
    }

    @Scheduled(cron = "0 20 3 * * *")
    @SchedulerLock(name = "brouillons-anciens")
    void purgerAnciens() {
        jdbc.sql("delete from brouillon where enregistre_le < ?").param(Timestamp.from(Instant.now().minus(GARDE))).update();
    }

    /** Who writes; a file out of sight has no draft either. */
    private Identite pour(String formulaire, UUID sujet) {
        if (!FORMULAIRE.matcher(formulaire).matches()) {
            throw new Introuvable();
        }
        sujets(sujet).forEach(acces::exigerVue);
        return IdentiteCourante.exiger();
    }

    private List<Sujet> sujets(UUID sujet) {
        return sujet == null ? List.of() : jdbc.sql("select distinct sujet_type from sujet_unite where sujet_id = ?").param(sujet)
                .query(String.class).list().stream().map(t -> new Sujet(TypeSujet.valueOf(t), sujet)).toList();
    }

    private static UUID cle(UUID sujet) {
        return sujet == null ? SANS_SUJET : sujet;
    }

    private static String proprietaire(Identite moi, String formulaire, UUID sujet) {
        return moi.utilisateurId() + "|" + formulaire + "|" + cle(sujet);
    }
}
