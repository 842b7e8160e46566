package fr.jalon.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import fr.jalon.acces.Role;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** In the demonstration only: people before the door opens, files behind it, and a line in the log that says where to knock. */
@Component
@Order(20)
@ConditionalOnProperty(name = "jalon.demonstration", havingValue = "true")
class Demarrage implements ApplicationRunner {

    private static final Logger JOURNAL = LoggerFactory.getLogger(Demarrage.class);

    private final Reglages reglages;
    private final Personnel personnel;
    private final Peuplement peuplement;
    private List<Personnel.Agent> agents = List.of();
    private Thread fil;

    Demarrage(Reglages reglages, Personnel personnel, Peuplement peuplement) {
        this.reglages = reglages;
        this.personnel = personnel;
        this.peuplement = peuplement;
    }

    @Override
    public void run(ApplicationArguments args) {
        if (reglages.peupler()) {
            agents = personnel.installer();
        }
    }

    @EventListener
    void pret(ApplicationReadyEvent evenement) {
        if (!reglages.peupler()) {
            return;
        }
        accueillir(evenement);
        if (!reglages.personnesSeules()) {
            fil = new Thread(this::remplir, "demonstration");
            fil.setDaemon(true);
            fil.start();
        }
    }

    private void remplir() {
        try {
            peuplement.remplir(reglages);
        } catch (RuntimeException e) {
            // The server goes on without: what is written is whole, and the next start goes on from there.
            JOURNAL.error("La démonstration n’a pas pu être remplie jusqu’au bout ; elle reprendra au prochain démarrage.", e);
        }
    }

    private void accueillir(ApplicationReadyEvent evenement) {
        if (!(evenement.getApplicationContext() instanceof WebServerApplicationContext web) || web.getWebServer() == null) {
            return;
        }
        Map<Role, Personnel.Agent> exemples = new LinkedHashMap<>();
        agents.forEach(a -> exemples.putIfAbsent(a.role(), a));
        StringBuilder texte = new StringBuilder("Jalon est prêt, en démonstration : http://127.0.0.1:" + web.getWebServer().getPort()
                + "\nConnectez-vous, par exemple, comme :");
        exemples.values().forEach(a -> texte.append("\n  %-32s %s".formatted(a.identifiant(), a.role().libelle())));
        texte.append("\n").append(agents.size()).append(" personnes en tout : une par rôle et par unité, quatre évaluateurs par équipe.");
        JOURNAL.info("{}", texte);
    }

    /** A stop in the middle waits for the lot under way, a second or two. */
    @EventListener
    void fin(ContextClosedEvent evenement) throws InterruptedException {
        peuplement.arreter();
        if (fil != null) {
            fil.join(10_000);
        }
    }
}
