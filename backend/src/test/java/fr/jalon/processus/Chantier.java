package fr.jalon.processus;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Sujet;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files just complete enough to move through the engine, written straight into the tables. */
@Component
public class Chantier {

    static final String CLE = "information-preoccupante";

    private final JdbcClient jdbc;
    private final Processus processus;
    private final Acces acces;

    Chantier(JdbcClient jdbc, Processus processus, Acces acces) {
        this.jdbc = jdbc;
        this.processus = processus;
        this.acces = acces;
    }

    /** An information received by a unit, waiting for its first analysis. */
    @Transactional
    public Sujet information(String unite) {
        Sujet sujet = informationSansParcours(unite);
        processus.ouvrir(sujet, CLE, Map.of());
        return sujet;
    }

    /** The same before any process carries it. */
    @Transactional
    public Sujet informationSansParcours(String unite) {
        UUID id = Ids.nouveau();
        jdbc.sql("""
                insert into information_entrante(id, numero, recue_le, saisie_le, mode, nature, origine, faits, unite_id, etat)
                values (?, ?, ?, ?, 'TELEPHONE', 'INFORMATION', 'ECOLE', 'faits', ?, 'A_ANALYSER')""")
                .params(id, "INF-ESSAI-" + id, Timestamp.from(Instant.now()), Timestamp.from(Instant.now()), unite).update();
        Sujet sujet = Sujet.information(id);
        acces.rattacher(sujet, unite, Acces.Titre.RECUEIL);
        return sujet;
    }

    /** Qualified, entrusted to a unit, evaluators named: the evaluation waits. */
    @Transactional
    public Sujet enEvaluation(String recueil, String pilote) {
        Sujet information = information(recueil);
        Sujet ip = qualifier(information, pilote);
        processus.terminer(ip, "confier", Map.of());
        processus.terminer(ip, "designer", Map.of());
        return ip;
    }

    @Transactional
    public Sujet qualifier(Sujet information, String pilote) {
        UUID id = Ids.nouveau();
        jdbc.sql("""
                insert into information_preoccupante(id, numero, information_initiale_id, recue_le, qualifiee_le, urgence, unite_pilote, etat)
                values (?, ?, ?, ?, ?, true, ?, 'A_CONFIER')""")
                .params(id, "IP-ESSAI-" + id, information.id(), Timestamp.from(Instant.now()), Timestamp.from(Instant.now()), pilote).update();
        Sujet ip = Sujet.ip(id);
        acces.rattacher(ip, pilote, Acces.Titre.PILOTE);
        processus.rattacher(information, ip);
        processus.terminer(ip, "premiere-analyse",
                Map.of("orientation", "IP", "jeuDeVoies", "TROIS_MOIS", "urgence", true, "moinsDeDeuxAns", false));
        return ip;
    }
}
