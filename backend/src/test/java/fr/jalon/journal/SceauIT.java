package fr.jalon.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.commun.Sujet;
import fr.jalon.essai.TestIntegration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the owner of the database does to the journal is found, and what the application may not do is refused. */
@TestIntegration
class SceauIT {

    @Autowired
    private Scellement scellement;
    @Autowired
    private VerificationJournal verification;
    @Autowired
    private Chaine chaine;
    @Autowired
    private Journal journal;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private JdbcTemplate lots;
    @Autowired
    private com.fasterxml.jackson.databind.ObjectMapper json;
    @Autowired
    private PlatformTransactionManager transactions;
    @Value("${spring.flyway.url}")
    private String url;
    @Value("${spring.flyway.user}")
    private String proprietaire;
    @Value("${spring.flyway.password}")
    private String motDePasse;
    @TempDir
    private Path dehors;

    @BeforeEach
    void several_lines_sealed() {
        // The application's own, not the owner's that tests are given: what it may not do is asked of it.
        jdbc = JdbcClient.create(lots);
        for (int i = 0; i < 6; i++) {
            ligne();
        }
        sceller();
    }

    @Test
    void every_committed_line_is_sealed_in_the_order_of_its_transaction_and_the_whole_is_intact() throws Exception {
        // A transaction of another database of the server holds the fence back for as long as it lives.
        for (int essai = 0; sansSceau() > 0 && essai < 100; essai++) {
            Thread.sleep(100);
            sceller();
        }
        assertThat(sansSceau()).isZero();
        assertThat(verifier(verification).intact()).isTrue();
        assertThat(jdbc.sql("select count(*) from journal_acces").query(Long.class).single())
                .isEqualTo(jdbc.sql("select max(rang) from journal_sceau").query(Long.class).single());
    }

    @Test
    void a_line_of_a_transaction_still_open_waits_and_is_sealed_after_it_even_when_later_ones_were_written() {
        UUID[] lente = new UUID[1];
        new TransactionTemplate(transactions).executeWithoutResult(statut -> {
            lente[0] = ligne();
            Thread autre = new Thread(() -> {
                ligne();
                sceller();
            });
            autre.start();
            try {
                autre.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            assertThat(sansSceau()).isPositive();
        });
        sceller();
        assertThat(sansSceau()).isZero();
        assertThat(verifier(verification).intact()).isTrue();
    }

    @Test
    void the_application_can_neither_change_nor_remove_a_line_nor_a_seal() {
        for (String ordre : List.of("update journal_acces set acteur = 'x'", "delete from journal_acces", "update journal_sceau set rang = rang + 1",
                "delete from journal_sceau", "truncate journal_acces", "delete from journal_verification")) {
            assertThatThrownBy(() -> jdbc.sql(ordre).update()).as(ordre).hasRootCauseInstanceOf(SQLException.class);
        }
    }

    @Test
    void a_line_altered_by_the_owner_of_the_database_is_found_at_its_rank() throws Exception {
        long rang = rangDuMilieu();
        enProprietaire("update journal_acces set utilisateur_id = gen_random_uuid() where id = (select ligne_id from journal_sceau where rang = " + rang + ")",
                () -> constate(verification, VerificationJournal.Genre.ALTEREE, rang));
    }

    @Test
    void a_line_removed_by_the_owner_of_the_database_is_found_at_its_rank() throws Exception {
        long rang = rangDuMilieu();
        enProprietaire("delete from journal_acces where id = (select ligne_id from journal_sceau where rang = " + rang + ")",
                () -> constate(verification, VerificationJournal.Genre.RETIREE, rang));
    }

    @Test
    void a_line_removed_with_its_seal_leaves_a_hole() throws Exception {
        long rang = rangDuMilieu();
        enProprietaire("delete from journal_acces where id = (select ligne_id from journal_sceau where rang = " + rang + "); "
                + "delete from journal_sceau where rang = " + rang, () -> constate(verification, VerificationJournal.Genre.RANG_MANQUANT, rang + 1));
    }

    @Test
    void a_line_slipped_in_behind_the_chain_has_no_seal() throws Exception {
        enProprietaire("insert into journal_acces(id, transaction_id, genre, acteur) values (gen_random_uuid(), '3', 'OUVERTURE', 'x')",
                () -> constate(verification, VerificationJournal.Genre.SANS_SCEAU, 0));
    }

    @Test
    void seals_exchanged_between_two_ranks_no_longer_agree() throws Exception {
        long rang = rangDuMilieu();
        enProprietaire("update journal_sceau set rang = -1 where rang = " + rang + "; update journal_sceau set rang = " + rang + " where rang = " + (rang + 1)
                + "; update journal_sceau set rang = " + (rang + 1) + " where rang = -1",
                () -> constate(verification, VerificationJournal.Genre.ALTEREE, rang));
    }

    @Test
    void the_end_of_the_journal_cut_off_with_its_seals_contradicts_the_anchor_kept_outside() throws Exception {
        Ancres ancres = new Ancres(dehors.resolve("ancres.txt"), chaine);
        VerificationJournal avecAncre = new VerificationJournal(lots, jdbc, chaine, ancres, json);
        long fin = scellement.tete().rang();
        ancres.poser(scellement.tete());
        assertThat(verifier(avecAncre).intact()).isTrue();
        enProprietaire("delete from journal_acces where id = (select ligne_id from journal_sceau where rang = " + fin + "); "
                + "delete from journal_sceau where rang = " + fin, () -> constate(avecAncre, VerificationJournal.Genre.FIN_COUPEE, fin));
    }

    @Test
    void an_anchor_written_by_somebody_without_the_key_is_not_believed() throws Exception {
        Path fichier = dehors.resolve("ancres.txt");
        Files.writeString(fichier, "2026-01-01T00:00:00Z 1 " + "00".repeat(32) + " " + "11".repeat(32) + "\n");
        VerificationJournal avecAncre = new VerificationJournal(lots, jdbc, chaine, new Ancres(fichier, chaine), json);
        constate(avecAncre, VerificationJournal.Genre.ANCRE_ILLISIBLE, 1);
    }

    private UUID ligne() {
        UUID sujet = UUID.randomUUID();
        return IdentiteCourante.en(Identite.systeme("essai"), () -> new TransactionTemplate(transactions).execute(statut -> {
            journal.modification(Sujet.ip(sujet), "essai");
            return sujet;
        }));
    }

    private void sceller() {
        IdentiteCourante.en(Identite.systeme("sceau"), () -> {
            while (scellement.sceller() > 0) {
                // Until nothing waits.
            }
            return null;
        });
    }

    private static VerificationJournal.Resultat verifier(VerificationJournal v) {
        return IdentiteCourante.en(Identite.systeme("sceau"), v::verifier);
    }

    private void constate(VerificationJournal v, VerificationJournal.Genre genre, long rang) {
        VerificationJournal.Resultat resultat = new TransactionTemplate(transactions).execute(s -> verifier(v));
        assertThat(resultat.anomalies()).anyMatch(a -> a.genre() == genre && a.rang() == rang);
    }

    private long sansSceau() {
        return jdbc.sql("select count(*) from journal_acces j where not exists (select 1 from journal_sceau s where s.ligne_id = j.id)")
                .query(Long.class).single();
    }

    private long rangDuMilieu() {
        return scellement.tete().rang() - 3;
    }

    /** As the owner, who passes over the rights of the application; what it did is put back from a copy after. */
    private void enProprietaire(String ordre, Runnable constat) throws Exception {
        try (Connection connexion = DriverManager.getConnection(url, proprietaire, motDePasse); Statement s = connexion.createStatement()) {
            s.execute("create temp table lignes as select * from journal_acces; create temp table sceaux as select * from journal_sceau");
            try {
                s.execute(ordre);
                constat.run();
            } finally {
                s.execute("delete from journal_sceau; delete from journal_acces where id not in (select id from lignes); "
                        + "delete from journal_acces j using lignes l where l.id = j.id and row(l.*) is distinct from row(j.*); "
                        + "insert into journal_acces select * from lignes l where not exists (select 1 from journal_acces j where j.id = l.id); "
                        + "insert into journal_sceau select * from sceaux");
            }
        }
    }
}
