package fr.jalon.acces;

import fr.jalon.commun.TropDeDemandes;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How often somebody may search for children. Each search is a line of the journal: the lines of the last minute are counted, on whichever
 * node they were asked. An agent typing a name leaves some ten lines; a program that asks for all the names of a directory does not get far.
 */
@Component
public class Cadence {

    private static final int FENETRE_S = 60;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final int parMinute;

    /** @param parMinute searches a person may ask in a minute; 0 means no limit */
    Cadence(JdbcClient jdbc, Journal journal, @Value("${jalon.recherche.par-minute:120}") int parMinute) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.parMinute = parMinute;
    }

    /** @throws TropDeDemandes beyond the limit; the refusal is journaled */
    public void exigerRecherche() {
        Identite qui = IdentiteCourante.exiger();
        if (parMinute == 0 || qui.systeme()) {
            return;
        }
        long faites = jdbc.sql("""
                select count(*) from journal_acces where utilisateur_id = :qui and genre = 'RECHERCHE'
                and le > clock_timestamp() - make_interval(secs => :fenetre)""")
                .param("qui", qui.utilisateurId()).param("fenetre", FENETRE_S).query(Long.class).single();
        if (faites >= parMinute) {
            journal.refus(null, "recherche cadence");
            throw new TropDeDemandes("Vous avez fait " + parMinute + " recherches en une minute. Attendez un instant, puis reprenez.", FENETRE_S);
        }
    }
}
