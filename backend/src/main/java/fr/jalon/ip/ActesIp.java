package fr.jalon.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.evenement.NouvelEvenement;
import fr.jalon.processus.Processus;
import fr.jalon.tache.Taches;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way every act on an IP goes: open (right, lock, version), let the aggregate decide, append the event, conclude. Concluding makes
 * the due dates follow first, so that the task the engine then opens already knows its date.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ActesIp {

    private final EntityManager entites;
    private final MineursConcernes mineurs;
    private final Acces acces;
    private final Journal journal;
    private final HorlogeIp horloge;
    private final Processus processus;
    private final Taches taches;
    private final JdbcClient jdbc;

    ActesIp(EntityManager entites, MineursConcernes mineurs, Acces acces, Journal journal, HorlogeIp horloge, Processus processus,
            Taches taches, JdbcClient jdbc) {
        this.entites = entites;
        this.mineurs = mineurs;
        this.acces = acces;
        this.journal = journal;
        this.horloge = horloge;
        this.processus = processus;
        this.taches = taches;
        this.jdbc = jdbc;
    }

    /**
     * The IP, locked until the end of the transaction: two acts on one file follow each other.
     *
     * @param version the one the form was opened on, or null when the act does not depend on what was read
     * @throws Introuvable out of sight or absent; {@link fr.jalon.commun.Interdit} without the mission;
     *         {@link fr.jalon.commun.Conflit} when somebody acted since
     */
    public InformationPreoccupante ouvrir(UUID ipId, Mission mission, Long version) {
        acces.exiger(mission, Sujet.ip(ipId));
        InformationPreoccupante ip = entites.find(InformationPreoccupante.class, ipId, LockModeType.PESSIMISTIC_WRITE);
        if (ip == null) {
            throw new Introuvable();
        }
        if (version != null) {
            ip.exigerVersion(version);
        }
        return ip;
    }

    /** The same for an act that several missions allow: under the first the person holds on this file. */
    public InformationPreoccupante ouvrir(UUID ipId, List<Mission> missions, Long version) {
        return ouvrir(ipId, acces.tenue(missions, Sujet.ip(ipId)), version);
    }

    /** Minors the act is about: withdrawn ones are left out. */
    public List<MineurConcerne> mineurs(InformationPreoccupante ip) {
        return mineurs.findByIpIdOrderByOrdre(ip.id()).stream().filter(m -> !m.retire()).toList();
    }

    /** The IP and each of its present minors and their children. */
    public List<Sujet> sujets(InformationPreoccupante ip) {
        List<Sujet> sujets = new ArrayList<>();
        sujets.add(Sujet.ip(ip.id()));
        for (MineurConcerne m : mineurs(ip)) {
            sujets.add(Sujet.mineur(m.id()));
            sujets.add(Sujet.enfant(m.enfantId()));
        }
        return sujets;
    }

    /** An event about the IP and its minors, in the unit in charge, at the step where it stands now. */
    public NouvelEvenement evenement(String type, InformationPreoccupante ip) {
        return NouvelEvenement.de(type).unite(unite(ip)).element(ip.etat().etape()).sujets(sujets(ip));
    }

    /** Unit in charge: the one that leads the evaluation, or the one that received as long as none does. */
    public String unite(InformationPreoccupante ip) {
        return ip.unitePilote() != null ? ip.unitePilote()
                : jdbc.sql("select unite_id from information_entrante where id = ?").param(ip.informationInitialeId())
                        .query(String.class).single();
    }

    /**
     * The act did a step: due dates, engine and tasks follow.
     *
     * @param etape step of the model that is done
     * @param variables codes a gateway reads
     */
    public void conclure(InformationPreoccupante ip, String etape, Map<String, ?> variables) {
        Sujet sujet = Sujet.ip(ip.id());
        entites.flush();
        horloge.suivre(ip);
        processus.terminer(sujet, etape, variables);
        finir(sujet, etape);
    }

    /** The act changed the file without doing a step. */
    public void suivre(InformationPreoccupante ip, String quoi) {
        entites.flush();
        horloge.suivre(ip);
        finir(Sujet.ip(ip.id()), quoi);
    }

    private void finir(Sujet sujet, String quoi) {
        taches.suivre(sujet);
        processus.replanifier(sujet);
        journal.modification(sujet, "ip." + quoi);
    }
}
