package fr.jalon.acces;

import java.util.UUID;

import fr.jalon.commun.Sujet;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One line of the journal a sitting: the page, its timeline and its drawing are one opening, and so is reading them again at once. */
@Component
public class Ouvertures {

    private final JdbcClient jdbc;
    private final Journal journal;

    Ouvertures(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    public void noter(Sujet sujet) {
        UUID qui = IdentiteCourante.exiger().utilisateurId();
        boolean dejaNotee = qui != null && jdbc.sql("""
                select exists (select 1 from journal_acces where utilisateur_id = ? and sujet_id = ? and genre = 'OUVERTURE'
                and le > clock_timestamp() - interval '15 minutes')""").params(qui, sujet.id()).query(Boolean.class).single();
        if (!dejaNotee) {
            journal.ouverture(sujet);
        }
    }
}
