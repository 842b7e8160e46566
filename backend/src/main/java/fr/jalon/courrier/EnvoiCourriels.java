package fr.jalon.courrier;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Utilisateurs;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Empties the outbox, one node at a time and one transaction a mail: what was sent is marked before the next one leaves. A server that
 * does not answer is tried again later and later, for about two days.
 */
@Component
class EnvoiCourriels {

    private static final Logger LOG = LoggerFactory.getLogger(EnvoiCourriels.class);
    private static final Identite COURRIER = Identite.systeme("courrier");
    private static final int ESSAIS_MAX = 16;
    private static final int PAR_PASSAGE = 200;
    private static final TypeReference<Map<String, String>> VALEURS = new TypeReference<>() {
    };

    private record Depose(UUID id, UUID destinataire, String modele, String valeurs, int essais) {
    }

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ObjectProvider<JavaMailSender> serveur;
    private final Redaction redaction;
    private final Utilisateurs utilisateurs;
    private final ObjectMapper json;
    private final String expediteur;

    EnvoiCourriels(JdbcClient jdbc, TransactionTemplate transaction, ObjectProvider<JavaMailSender> serveur, Redaction redaction,
            Utilisateurs utilisateurs, ObjectMapper json, @Value("${jalon.courriel.expediteur:jalon@localhost}") String expediteur) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.serveur = serveur;
        this.redaction = redaction;
        this.utilisateurs = utilisateurs;
        this.json = json;
        this.expediteur = expediteur;
    }

    @Scheduled(fixedDelayString = "${jalon.courriel.periode:PT30S}", initialDelayString = "PT20S")
    @SchedulerLock(name = "courrier", lockAtMostFor = "PT10M")
    public void envoyer() {
        if (serveur.getIfAvailable() == null) {
            return;
        }
        IdentiteCourante.en(COURRIER, () -> {
            int envoyes = 0;
            while (envoyes < PAR_PASSAGE && Boolean.TRUE.equals(transaction.execute(statut -> envoyerUn()))) {
                envoyes++;
            }
            return null;
        });
    }

    /** @return whether there may be another one to send now */
    private boolean envoyerUn() {
        Optional<Depose> suivant = jdbc.sql("""
                select id, destinataire_id, modele, valeurs, essais from courriel_sortant
                where envoye_le is null and abandonne_le is null and prochain_essai_le <= clock_timestamp()
                order by prochain_essai_le, id limit 1 for update skip locked""")
                .query((l, n) -> new Depose(l.getObject(1, UUID.class), l.getObject(2, UUID.class), l.getString(3), l.getString(4),
                        l.getInt(5))).optional();
        if (suivant.isEmpty()) {
            return false;
        }
        Depose d = suivant.get();
        Optional<String> adresse = utilisateurs.courriel(d.destinataire());
        if (adresse.isEmpty()) {
            abandonner(d.id(), "sans adresse");
            return true;
        }
        try {
            Redaction.Texte texte = redaction.rediger(d.modele(), json.readValue(d.valeurs(), VALEURS));
            SimpleMailMessage message = new SimpleMailMessage();
            message.setFrom(expediteur);
            message.setTo(adresse.get());
            message.setSubject(texte.objet());
            message.setText(texte.corps());
            serveur.getObject().send(message);
            jdbc.sql("update courriel_sortant set envoye_le = clock_timestamp(), essais = essais + 1, derniere_erreur = null where id = ?")
                    .param(d.id()).update();
            return true;
        } catch (MailException e) {
            reporter(d, e);
            // The server does not answer: the others wait for the next round.
            return false;
        } catch (JsonProcessingException e) {
            abandonner(d.id(), "illisible");
            return true;
        }
    }

    private void reporter(Depose d, MailException e) {
        if (d.essais() + 1 >= ESSAIS_MAX) {
            LOG.warn("Un courriel est abandonné après {} essais : {}", ESSAIS_MAX, e.getClass().getSimpleName());
            abandonner(d.id(), e.getClass().getSimpleName());
            return;
        }
        Duration attente = attente(d.essais());
        // The class of the fault only: the message of a mail server may repeat an address.
        jdbc.sql("""
                update courriel_sortant set essais = essais + 1, derniere_erreur = ?,
                    prochain_essai_le = clock_timestamp() + make_interval(secs => ?) where id = ?""")
                .params(e.getClass().getSimpleName(), (double) attente.toSeconds(), d.id()).update();
    }

    /** One minute, then twice as long each time, six hours at most. */
    static Duration attente(int essais) {
        Duration doublee = Duration.ofMinutes(1L << Math.min(essais, 20));
        return doublee.compareTo(Duration.ofHours(6)) > 0 ? Duration.ofHours(6) : doublee;
    }

    private void abandonner(UUID id, String pourquoi) {
        jdbc.sql("update courriel_sortant set abandonne_le = clock_timestamp(), derniere_erreur = ? where id = ?").params(pourquoi, id).update();
    }
}
