package fr.jalon.courrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.UUID;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import fr.jalon.acces.Role;
import fr.jalon.commun.base.Ports;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.reception.Accueil;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails against a real SMTP server, that stops and comes back. A context of its own, because a mail server is set. */
@TestIntegration
class CourrielIT {

    private static final int PORT = Ports.libre();

    @DynamicPropertySource
    static void serveur(DynamicPropertyRegistry registre) {
        registre.add("spring.mail.host", () -> "127.0.0.1");
        registre.add("spring.mail.port", () -> PORT);
        registre.add("jalon.adresse", () -> "https://jalon.exemple.fr/");
    }

    @Autowired
    private Courriels courriels;
    @Autowired
    private EnvoiCourriels envoi;
    @Autowired
    private Accueil accueil;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;
    private final GreenMail smtp = new GreenMail(new ServerSetup(PORT, "127.0.0.1", "smtp"));
    private UUID destinataire;

    @BeforeEach
    void preparer() {
        jdbc.sql("update courriel_sortant set abandonne_le = now() where envoye_le is null").update();
        destinataire = gens.de(Role.EVALUATEUR, null);
        jdbc.sql("update utilisateur set courriel = 'agent@exemple.fr', nom = 'Kerguelen' where id = ?").param(destinataire).update();
    }

    @AfterEach
    void arreter() {
        smtp.stop();
    }

    @Test
    void a_mail_left_twice_is_sent_once_and_names_nobody() throws Exception {
        smtp.start();
        deposer("un");
        deposer("un");
        envoi.envoyer();
        envoi.envoyer();
        assertThat(smtp.getReceivedMessages()).hasSize(1);
        MimeMessage message = smtp.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("Jalon : une échéance approche, IP-2026-0412");
        assertThat(message.getAllRecipients()).extracting(Object::toString).containsExactly("agent@exemple.fr");
        assertThat(message.getContent().toString()).contains("IP-2026-0412", "Évaluer la situation", "https://jalon.exemple.fr/ip/")
                .doesNotContain("Kerguelen", "Essai");
    }

    @Test
    void a_complement_is_mailed_to_who_evaluates_and_who_decides_and_names_nobody() throws Exception {
        UUID assistante = gens.de(Role.ASSISTANTE_IP, "cdas-maurepas");
        UUID evaluateur = avecAdresse(Role.EVALUATEUR);
        UUID ref = avecAdresse(Role.REF);
        UUID premiere = accueil.recevoir(assistante);
        UUID ip = accueil.qualifier(assistante, premiere);
        accueil.confier(assistante, ip, "cdas-maurepas", Map.of()).andExpect(status().isNoContent());
        UUID enfant = jdbc.sql("select enfant_id from information_mineur where information_id = ?").param(premiere).query(UUID.class).single();
        Map<String, Object> saisie = accueil.saisie();
        saisie.put("famille", Accueil.famille(Accueil.connu(enfant)));
        UUID seconde = accueil.recevoir(assistante, saisie);
        accueil.analyser(assistante, seconde, "COMPLEMENT", Map.of("ipId", ip)).andExpect(status().isOk());

        assertThat(jdbc.sql("select destinataire_id from courriel_sortant where cle like ?").param("complement/" + seconde + "/%").query(UUID.class).list())
                .contains(evaluateur, ref).doesNotContain(assistante);
        smtp.start();
        envoi.envoyer();
        MimeMessage message = java.util.Arrays.stream(smtp.getReceivedMessages()).filter(m -> sujet(m).contains("information complémentaire")).findFirst()
                .orElseThrow();
        assertThat(message.getContent().toString()).contains("https://jalon.exemple.fr/informations/" + seconde).doesNotContain("Lemoine", "Essai");
    }

    private static String sujet(MimeMessage m) {
        try {
            return m.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private UUID avecAdresse(Role role) {
        UUID id = gens.de(role, "cdas-maurepas");
        jdbc.sql("update utilisateur set courriel = ? where id = ?").params(id + "@exemple.fr", id).update();
        return id;
    }

    @Test
    void an_act_that_rolls_back_sends_nothing() {
        smtp.start();
        transaction.executeWithoutResult(s -> {
            courriels.deposer("annulé" + destinataire, destinataire, "rappel", valeurs());
            s.setRollbackOnly();
        });
        envoi.envoyer();
        assertThat(smtp.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_server_that_is_down_loses_nothing_and_is_tried_again_later() {
        deposer("panne");
        envoi.envoyer();
        Map<String, Object> ligne = ligne("panne");
        assertThat(ligne.get("envoye_le")).isNull();
        assertThat(ligne).containsEntry("essais", 1);
        assertThat(ligne.get("derniere_erreur").toString()).endsWith("Exception").doesNotContain("@");
        assertThat(jdbc.sql("select prochain_essai_le > now() + interval '30 seconds' from courriel_sortant where cle = ?")
                .param("panne" + destinataire).query(Boolean.class).single()).isTrue();

        smtp.start();
        envoi.envoyer();
        assertThat(smtp.getReceivedMessages()).as("too early").isEmpty();
        jdbc.sql("update courriel_sortant set prochain_essai_le = now() where cle = ?").param("panne" + destinataire).update();
        envoi.envoyer();
        assertThat(smtp.getReceivedMessages()).hasSize(1);
        assertThat(ligne("panne").get("envoye_le")).isNotNull();
    }

    @Test
    void somebody_without_address_or_cut_off_is_written_nothing() {
        smtp.start();
        jdbc.sql("update utilisateur set actif = false where id = ?").param(destinataire).update();
        deposer("parti");
        envoi.envoyer();
        assertThat(smtp.getReceivedMessages()).isEmpty();
        assertThat(ligne("parti")).containsEntry("derniere_erreur", "sans adresse");
    }

    @Test
    void each_try_waits_twice_as_long_and_never_more_than_six_hours() {
        assertThat(EnvoiCourriels.attente(0)).hasMinutes(1);
        assertThat(EnvoiCourriels.attente(3)).hasMinutes(8);
        assertThat(EnvoiCourriels.attente(15)).hasHours(6);
        assertThat(EnvoiCourriels.attente(60)).hasHours(6);
    }

    private void deposer(String cle) {
        transaction.executeWithoutResult(s -> courriels.deposer(cle + destinataire, destinataire, "rappel", valeurs()));
    }

    private static Map<String, String> valeurs() {
        return Map.of("reference", "IP-2026-0412", "etape", "Évaluer la situation", "chemin", "/ip/0190", "depasse", "NON");
    }

    private Map<String, Object> ligne(String cle) {
        return jdbc.sql("select * from courriel_sortant where cle = ?").param(cle + destinataire).query().singleRow();
    }
}
