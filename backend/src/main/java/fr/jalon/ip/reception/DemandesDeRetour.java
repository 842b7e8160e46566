package fr.jalon.ip.reception;

import java.time.LocalDate;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;
import fr.jalon.ip.ActesIp;
import fr.jalon.ip.InformationPreoccupante;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody who transmitted asks later to be told what followed: their three months start that day (L226-5). */
@Service
public class DemandesDeRetour {

    private final InformationsEntrantes informations;
    private final ActesIp actes;
    private final Acces acces;
    private final Journal journal;
    private final Evenements evenements;
    private final Horloge horloge;

    DemandesDeRetour(InformationsEntrantes informations, ActesIp actes, Acces acces, Journal journal, Evenements evenements, Horloge horloge) {
        this.informations = informations;
        this.actes = actes;
        this.acces = acces;
        this.journal = journal;
        this.evenements = evenements;
        this.horloge = horloge;
    }

    @Transactional
    public void demander(UUID id, long version, LocalDate le) {
        Sujet sujet = Sujet.information(id);
        acces.exiger(Mission.RECUEIL, sujet);
        InformationEntrante information = informations.verrouiller(id).orElseThrow(Introuvable::new);
        information.exigerVersion(version);
        if (le == null || le.isAfter(horloge.aujourdhui())) {
            throw Refus.champ("le", "Indiquez le jour de la demande ; elle ne peut pas être dans l’avenir.");
        }
        if (le.isBefore(horloge.jour(information.recueLe()))) {
            throw Refus.champ("le", "La demande de retour ne peut pas précéder la réception.");
        }
        if (information.transmetteur().anonyme()) {
            throw Refus.global("L’information est anonyme : il n’y a personne à qui répondre.");
        }
        if (information.retourDemandeLe() != null) {
            throw Refus.champ("le", "Un retour est déjà demandé : le premier jour compte.");
        }
        information.demanderRetour(le);
        evenements.ajouter(NouvelEvenement.de("information.retour-demande").survenu(le).unite(information.uniteId()).sujet(sujet));
        if (information.ipId() != null) {
            InformationPreoccupante ip = actes.ouvrir(information.ipId(), Mission.RECUEIL, null);
            actes.suivre(ip, "demander-retour");
        }
        journal.modification(sujet, "information.demander-retour");
    }
}
