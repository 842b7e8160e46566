package fr.jalon.ip.analyse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.jalon.acces.Acces;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;
import fr.jalon.ip.ActesIp;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.MineurConcerne;
import fr.jalon.ip.reception.FaitsReception;
import fr.jalon.ip.reception.InformationEntrante;
import fr.jalon.ip.reception.Orientation;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import org.springframework.stereotype.Component;

/**
 * A new information about a minor under evaluation joins it. Who evaluates and who decides are told at once; the urgency is looked at
 * again; reception stays the first one, so the legal date does not move.
 */
@Component
class Jonction {

    private final EntityManager entites;
    private final ActesIp actes;
    private final Acces acces;
    private final Evenements evenements;
    private final Prevenance prevenance;

    Jonction(EntityManager entites, ActesIp actes, Acces acces, Evenements evenements, Prevenance prevenance) {
        this.entites = entites;
        this.actes = actes;
        this.acces = acces;
        this.evenements = evenements;
        this.prevenance = prevenance;
    }

    /** The IP, locked, when it can still be joined. */
    InformationPreoccupante cible(UUID ipId) {
        acces.exigerVue(Sujet.ip(ipId));
        InformationPreoccupante ip = entites.find(InformationPreoccupante.class, ipId, LockModeType.PESSIMISTIC_WRITE);
        if (ip == null) {
            throw new Introuvable();
        }
        if (!MineursAnalyses.EN_EVALUATION.contains(ip.etat().name())) {
            throw Refus.champ("ipId", "Cette IP est maintenant « " + ip.etat().libelle()
                    + " » : qualifiez une nouvelle IP, elle lui sera liée.");
        }
        return ip;
    }

    boolean commun(InformationPreoccupante ip, Collection<UUID> enfants) {
        return actes.mineurs(ip).stream().map(MineurConcerne::enfantId).anyMatch(enfants::contains);
    }

    void joindre(InformationEntrante information, InformationPreoccupante ip, List<UUID> enfants, boolean urgence, Instant faiteLe) {
        List<UUID> presents = actes.mineurs(ip).stream().map(MineurConcerne::enfantId).toList();
        // The tasks of the IP show the urgency of any information joined to it; the delay stays the one reception gave.
        information.signalerUrgence(urgence);
        Sujet sujet = Sujet.ip(ip.id());
        ouvrirAuxEquipes(sujet, information, enfants);
        NouvelEvenement jointe = FaitsReception.dimensions(actes.evenement("information.jointe", ip).survenu(faiteLe)
                .element(Orientation.COMPLEMENT.element()).sujet(Sujet.information(information.id()))
                .sujets(enfants.stream().map(Sujet::enfant).toList()), information);
        evenements.ajouter(jointe.dimension("orientation", Orientation.COMPLEMENT).dimension("urgence", FaitsReception.oui(urgence))
                .dimension("nouveauxMineurs", enfants.stream().filter(e -> !presents.contains(e)).count()));
        actes.suivre(ip, "joindre");
        prevenance.complement(ip, information);
    }

    /** The teams that evaluate, and those that received the first information, read the new one and its children. */
    private void ouvrirAuxEquipes(Sujet ip, InformationEntrante information, List<UUID> enfants) {
        List<String> equipes = Stream.of(Acces.Titre.PILOTE, Acces.Titre.ASSOCIEE).flatMap(t -> acces.unites(ip, t).stream())
                .collect(Collectors.toCollection(ArrayList::new));
        for (String unite : equipes) {
            acces.rattacher(Sujet.information(information.id()), unite, Acces.Titre.PILOTE);
            enfants.forEach(e -> acces.rattacher(Sujet.enfant(e), unite, Acces.Titre.SUIVI));
        }
        acces.unites(Sujet.information(information.id()), Acces.Titre.RECUEIL).forEach(u -> acces.rattacher(ip, u, Acces.Titre.RECUEIL));
    }
}
