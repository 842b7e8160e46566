package fr.jalon.courrier;

import fr.jalon.commun.controle.Jauge;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails written and not yet sent: it grows when the mail server is down. */
@Component
class JaugeCourriels implements Jauge {

    private final JdbcClient jdbc;

    JaugeCourriels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String nom() {
        return "jalon.courriels.attente";
    }

    @Override
    public String libelle() {
        return "Courriels en attente d’envoi";
    }

    @Override
    public long valeur() {
        return jdbc.sql("select count(*) from courriel_sortant where envoye_le is null and abandonne_le is null").query(Long.class).single();
    }
}
