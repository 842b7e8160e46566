package fr.jalon.ip.correction;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.LibellesEvenements;
import fr.jalon.evenement.NouvelEvenement;
import fr.jalon.evenement.Retours;
import fr.jalon.ip.ActesIp;
import fr.jalon.ip.HorlogeInformation;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.IpDessinee;
import fr.jalon.ip.consigne.SuiteConsignes;
import fr.jalon.ip.reception.EtatInformation;
import fr.jalon.ip.reception.InformationEntrante;
import fr.jalon.ip.reception.InformationsEntrantes;
import fr.jalon.processus.Processus;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** An information that was oriented, transmitted or joined by mistake waits for its first analysis again. */
@Service
public class CorrigerOrientation {

    public record DemandeOrientation(Long version, String motif) {
    }

    private final InformationsEntrantes informations;
    private final HorlogeInformation horlogeInformation;
    private final SuiteConsignes consignes;
    private final ActesIp actes;
    private final Acces acces;
    private final Journal journal;
    private final Retours retours;
    private final Evenements evenements;
    private final LibellesEvenements libelles;
    private final Processus processus;
    private final Photographe photographe;
    private final Horloge horloge;
    private final EntityManager entites;
    private final TransactionTemplate transaction;

    CorrigerOrientation(InformationsEntrantes informations, HorlogeInformation horlogeInformation, SuiteConsignes consignes, ActesIp actes, Acces acces,
            Journal journal, Retours retours, Evenements evenements, LibellesEvenements libelles, Processus processus, Photographe photographe, Horloge horloge,
            EntityManager entites, TransactionTemplate transaction) {
        this.informations = informations;
        this.horlogeInformation = horlogeInformation;
        this.consignes = consignes;
        this.actes = actes;
        this.acces = acces;
        this.journal = journal;
        this.retours = retours;
        this.evenements = evenements;
        this.libelles = libelles;
        this.processus = processus;
        this.photographe = photographe;
        this.horloge = horloge;
        this.entites = entites;
        this.transaction = transaction;
    }

    public List<Effet> apercu(UUID informationId, DemandeOrientation d) {
        return transaction.execute(etat -> {
            etat.setRollbackOnly();
            return corriger(informationId, d.version(), "aperçu");
        });
    }

    public List<Effet> appliquer(UUID informationId, DemandeOrientation d) {
        if (d.motif() == null || d.motif().isBlank()) {
            throw Refus.champ("motif", "Écrivez pourquoi vous corrigez.");
        }
        return transaction.execute(etat -> corriger(informationId, d.version(), d.motif().strip()));
    }

    private List<Effet> corriger(UUID id, Long version, String motif) {
        Sujet sujet = Sujet.information(id);
        acces.exiger(Mission.RECUEIL, sujet);
        InformationEntrante information = informations.verrouiller(id).orElseThrow(Introuvable::new);
        if (version == null) {
            throw Refus.champ("version", "Rouvrez l’information : la version lue manque.");
        }
        information.exigerVersion(version);
        if (information.etat() == EtatInformation.A_ANALYSER) {
            throw new Conflit(null, null, "Cette information attend déjà sa première analyse.");
        }
        if (information.etat() == EtatInformation.QUALIFIEE) {
            throw new Conflit(null, null, "Cette information est devenue une IP : corrigez la qualification depuis son dossier.");
        }
        Photo avant = photographe.prendre(sujet, information.etat().libelle());
        UUID jointe = information.ipId();
        retours.valides(sujet, List.of("information.orientee", "information.jointe"))
                .forEach(f -> evenements.annuler(f.id(), "information.orientation-annulee", motif));
        information.rouvrir();
        entites.flush();
        evenements.ajouter(NouvelEvenement.de("information.corrigee").survenu(horloge.maintenant()).unite(information.uniteId())
                .element(CorrigerQualification.ANALYSE).sujet(sujet).dimension("genre", "ORIENTATION").texte(motif));
        horlogeInformation.suivre(id);
        processus.ouvrirA(sujet, IpDessinee.CLE, CorrigerQualification.ANALYSE, Map.of());
        consignes.rouverte(information, motif);
        if (jointe != null) {
            // The IP it had joined no longer owes its sender anything.
            actes.suivre(entites.find(InformationPreoccupante.class, jointe, LockModeType.PESSIMISTIC_WRITE), "information-detachee");
        }
        journal.modification(sujet, "information.corriger-orientation");
        return new Comparaison(libelles::de).effets(avant, photographe.prendre(sujet, information.etat().libelle()));
    }
}
