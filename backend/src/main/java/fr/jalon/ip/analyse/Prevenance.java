package fr.jalon.ip.analyse;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Sujet;
import fr.jalon.courrier.Courriels;
import fr.jalon.ip.ActesIp;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.reception.InformationEntrante;
import fr.jalon.tache.Taches;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells the people of an evaluation that something new came in, the same minute: their tasks are unread again, the information stands
 * among those to read until they open it, and a mail without personal data leaves.
 */
@Component
class Prevenance {

    private final Taches taches;
    private final Acces acces;
    private final ActesIp actes;
    private final Utilisateurs utilisateurs;
    private final Courriels courriels;
    private final JdbcClient jdbc;

    Prevenance(Taches taches, Acces acces, ActesIp actes, Utilisateurs utilisateurs, Courriels courriels, JdbcClient jdbc) {
        this.taches = taches;
        this.acces = acces;
        this.actes = actes;
        this.utilisateurs = utilisateurs;
        this.courriels = courriels;
        this.jdbc = jdbc;
    }

    void complement(InformationPreoccupante ip, InformationEntrante information) {
        Sujet sujet = Sujet.ip(ip.id());
        taches.aRelire(sujet);
        for (UUID qui : destinataires(ip)) {
            courriels.deposer("complement/" + information.id() + "/" + qui, qui, "complement",
                    Map.of("reference", ip.numero(), "chemin", "/informations/" + information.id()));
        }
    }

    /** The evaluators named, or their team as long as none is; and whoever may decide on the file. */
    private Set<UUID> destinataires(InformationPreoccupante ip) {
        Set<UUID> qui = new LinkedHashSet<>(jdbc.sql("select utilisateur_id from evaluateur where ip_id = ? and au is null").param(ip.id())
                .query(UUID.class).list());
        List<String> mandatees = acces.unites(Sujet.ip(ip.id()), Acces.Titre.PILOTE);
        if (qui.isEmpty()) {
            mandatees.forEach(u -> ajouter(qui, Mission.EVALUATION, u));
        }
        ajouter(qui, Mission.DECISION, actes.unite(ip));
        acces.unites(Sujet.ip(ip.id()), Acces.Titre.RECUEIL).forEach(u -> ajouter(qui, Mission.DECISION, u));
        return qui;
    }

    private void ajouter(Set<UUID> qui, Mission mission, String unite) {
        utilisateurs.tenant(mission, unite).forEach(p -> qui.add(p.id()));
    }
}
