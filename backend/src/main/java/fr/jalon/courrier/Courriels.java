package fr.jalon.courrier;

import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import fr.jalon.commun.Ids;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Leaves a mail to be sent once the act is committed; does nothing where no mail server is set. */
@Component
public class Courriels {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final ObjectProvider<JavaMailSender> serveur;

    Courriels(JdbcClient jdbc, ObjectMapper json, ObjectProvider<JavaMailSender> serveur) {
        this.jdbc = jdbc;
        this.json = json;
        this.serveur = serveur;
    }

    /**
     * @param cle what the mail is about and for whom: left twice it is sent once
     * @param modele name of a text template in {@code courriels/}
     * @param valeurs codes and references the template shows; never a name or a fact
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void deposer(String cle, UUID destinataire, String modele, Map<String, String> valeurs) {
        if (serveur.getIfAvailable() == null) {
            return;
        }
        jdbc.sql("""
                insert into courriel_sortant(id, cle, destinataire_id, modele, valeurs) values (?, ?, ?, ?, cast(? as jsonb))
                on conflict (cle) do nothing""").params(Ids.nouveau(), cle, destinataire, modele, ecrire(valeurs)).update();
    }

    private String ecrire(Map<String, String> valeurs) {
        try {
            return json.writeValueAsString(valeurs);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
