package fr.jalon.journal;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** {@code --jalon.journal.verifier}: verifies the whole journal, says what it found, and stops with 0 when intact, 1 otherwise. */
@Component
@ConditionalOnProperty("jalon.journal.verifier")
class CommandeVerifier implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(CommandeVerifier.class);

    private final VerificationJournal verification;
    private final ApplicationContext contexte;

    CommandeVerifier(VerificationJournal verification, ApplicationContext contexte) {
        this.verification = verification;
        this.contexte = contexte;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        VerificationJournal.Resultat resultat = IdentiteCourante.en(Identite.systeme("sceau"), verification::verifier);
        resultat.anomalies().forEach(a -> LOG.error("Rang {} : {} (ligne {})", a.rang(), a.genre().libelle(), a.ligne()));
        LOG.info("Journal : {} lignes scellées, {} ancres, {} anomalies", resultat.lignes(), resultat.ancres(), resultat.nombre());
        System.exit(SpringApplication.exit(contexte, () -> resultat.intact() ? 0 : 1));
    }
}
