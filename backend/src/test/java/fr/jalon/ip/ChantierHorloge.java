package fr.jalon.ip;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Sujet;
import fr.jalon.processus.Processus;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** IP complete enough for the legal clock, moved by real acts of the aggregate through {@link ActesIp}. */
@Component
public class ChantierHorloge {

    private static final String CLE = "information-preoccupante";

    private final JdbcClient jdbc;
    private final InformationsPreoccupantes ips;
    private final MineursConcernes mineurs;
    private final ActesIp actes;
    private final HorlogeIp horloge;
    private final Processus processus;
    private final Acces acces;

    ChantierHorloge(JdbcClient jdbc, InformationsPreoccupantes ips, MineursConcernes mineurs, ActesIp actes, HorlogeIp horloge,
            Processus processus, Acces acces) {
        this.jdbc = jdbc;
        this.ips = ips;
        this.mineurs = mineurs;
        this.actes = actes;
        this.horloge = horloge;
        this.processus = processus;
        this.acces = acces;
    }

    /** A qualified IP waiting to be entrusted; one minor for each birth. */
    @Transactional
    public UUID qualifiee(String unite, Instant recueLe, boolean urgence, LocalDate... naissances) {
        UUID information = information(unite, recueLe, "INFORMATION", false, false, null);
        InformationPreoccupante ip = new InformationPreoccupante("IP-ESSAI-" + information, information, recueLe, recueLe, urgence, "TROIS_MOIS");
        ips.saveAndFlush(ip);
        jdbc.sql("update information_entrante set ip_id = ?, etat = 'QUALIFIEE' where id = ?").params(ip.id(), information).update();
        int ordre = 0;
        for (LocalDate naissance : naissances) {
            mineurs.save(new MineurConcerne(ip.id(), enfant(naissance), "INFORMATION", ordre++));
        }
        acces.rattacher(Sujet.ip(ip.id()), unite, Acces.Titre.RECUEIL);
        acces.rattacher(Sujet.ip(ip.id()), unite, Acces.Titre.PILOTE);
        ips.saveAndFlush(ip);
        horloge.suivre(ip);
        processus.ouvrirA(Sujet.ip(ip.id()), CLE, "confier", Map.of("jeuDeVoies", "TROIS_MOIS", "urgence", urgence, "moinsDeDeuxAns", false));
        return ip.id();
    }

    @Transactional
    public UUID enEvaluation(String unite, Instant recueLe, boolean urgence, LocalDate... naissances) {
        UUID ip = qualifiee(unite, recueLe, urgence, naissances);
        acte(ip, i -> i.confier(unite, "TROIS_MOIS", false), "confier");
        acte(ip, InformationPreoccupante::designer, "designer");
        return ip;
    }

    /** An act that does a step, as an act of the house does it. */
    @Transactional
    public void acte(UUID ipId, Consumer<InformationPreoccupante> acte, String etape) {
        acte(ipId, acte, etape, Map.of());
    }

    @Transactional
    public void acte(UUID ipId, Consumer<InformationPreoccupante> acte, String etape, Map<String, ?> variables) {
        InformationPreoccupante ip = actes.ouvrir(ipId, Mission.EVALUATION, null);
        acte.accept(ip);
        if (etape == null) {
            actes.suivre(ip, "essai");
        } else {
            actes.conclure(ip, etape, variables);
        }
    }

    @Transactional
    public void decider(UUID ipId, Instant le) {
        acte(ipId, i -> i.decider(le), "decider", Map.of("suite", "DECIDEE"));
    }

    /** The clock follows what the test changed by hand. */
    @Transactional
    public void suivre(UUID ipId) {
        horloge.suivre(ips.findById(ipId).orElseThrow());
    }

    @Transactional
    public List<fr.jalon.echeance.Echeances.Ecart> verifier(UUID ipId) {
        return horloge.verifier(ips.findById(ipId).orElseThrow());
    }

    public UUID information(String unite, Instant recueLe, String nature, boolean professionnel, boolean anonyme, LocalDate demande) {
        UUID id = Ids.nouveau();
        jdbc.sql("""
                insert into information_entrante(id, numero, recue_le, saisie_le, mode, nature, origine, faits, unite_id, etat,
                    transmetteur_professionnel, transmetteur_anonyme, retour_demande_le)
                values (?, ?, ?, ?, 'TELEPHONE', ?, 'ECOLE', 'faits', ?, 'A_ANALYSER', ?, ?, ?)""")
                .params(id, "INF-ESSAI-" + id, Timestamp.from(recueLe), Timestamp.from(recueLe), nature, unite, professionnel, anonyme, demande)
                .update();
        return id;
    }

    /** A null birth is an expected child. */
    public UUID enfant(LocalDate naissance) {
        UUID id = Ids.nouveau();
        jdbc.sql("""
                insert into enfant(id, nom, prenoms, sexe, naissance_precision, naissance_le, cree_le)
                values (?, 'Essai', 'Enfant', 'INCONNU', ?, ?, now())""")
                .params(id, naissance == null ? "A_NAITRE" : "EXACTE", naissance).update();
        return id;
    }
}
