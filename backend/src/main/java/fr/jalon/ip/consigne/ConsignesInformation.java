package fr.jalon.ip.consigne;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.evenement.Evenements;
import fr.jalon.ip.reception.EtatInformation;
import fr.jalon.ip.reception.InformationEntrante;
import fr.jalon.ip.reception.InformationsEntrantes;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The same acts on an information that waits for its first analysis, by whoever receives: a soit-transmis often brings the request. */
@Service
public class ConsignesInformation implements ActesConsigne {

    private final ConsigneEnBase base;
    private final EffetsConsigne effets;
    private final InformationsEntrantes informations;
    private final Acces acces;
    private final Evenements evenements;
    private final Journal journal;
    private final Horloge horloge;

    ConsignesInformation(ConsigneEnBase base, EffetsConsigne effets, InformationsEntrantes informations, Acces acces, Evenements evenements,
            Journal journal, Horloge horloge) {
        this.base = base;
        this.effets = effets;
        this.informations = informations;
        this.acces = acces;
        this.evenements = evenements;
        this.journal = journal;
        this.horloge = horloge;
    }

    @Override
    @Transactional(readOnly = true)
    public ConsignesDuDossier consulter(UUID informationId) {
        acces.exigerVue(Sujet.information(informationId));
        InformationEntrante information = informations.findById(informationId).orElseThrow(Introuvable::new);
        return new ConsignesDuDossier(information.version(), information.etat() == EtatInformation.A_ANALYSER,
                information.referenceExterne(), base.deInformation(informationId));
    }

    @Override
    @Transactional
    public UUID poser(UUID informationId, long version, Demande demande) {
        InformationEntrante information = ouvrir(informationId, version);
        Demande d = demande.nette();
        List<Consigne> presentes = base.deInformation(informationId);
        ReglesConsigne.exigerNouvelle(d, presentes, horloge.aujourdhui());
        UUID id = Ids.nouveau();
        UUID evenement = evenements.ajouter(FaitsConsigne.de("consigne.posee", information, base.enfants(informationId), id, d.portees())
                .survenu(d.du()).texte(d.precisions()));
        base.inserer(new Consigne(id, null, informationId, d.du(), d.auteur(), d.reference(), d.portees(), d.precisions(),
                horloge.maintenant(), moi(), evenement, null, null, null, null, null, null, null));
        conclure(information, id, "poser");
        return id;
    }

    @Override
    @Transactional
    public void lever(UUID informationId, UUID id, long version, LocalDate le, String reference) {
        InformationEntrante information = ouvrir(informationId, version);
        Consigne consigne = base.enAttente(informationId, id).orElseThrow(Introuvable::new);
        ReglesConsigne.exigerLevable(consigne, le, horloge.aujourdhui());
        UUID evenement = evenements.ajouter(FaitsConsigne.de("consigne.levee", information, base.enfants(informationId), id, consigne.portees())
                .survenu(le));
        base.lever(id, le, ReglesConsigne.vide(reference), null, evenement, horloge.maintenant(), moi());
        conclure(information, id, "lever");
    }

    @Override
    @Transactional
    public void annuler(UUID informationId, UUID id, long version, String motif) {
        InformationEntrante information = ouvrir(informationId, version);
        Consigne consigne = base.enAttente(informationId, id).orElseThrow(Introuvable::new);
        ReglesConsigne.exigerVivante(consigne);
        base.annuler(id, motif.strip(), horloge.maintenant(), moi());
        evenements.annuler(consigne.evenementId(), "consigne.corrigee", motif);
        conclure(information, id, "annuler");
    }

    /** Locked, so that a request and a first analysis follow each other; once analysed, the request is recorded on the IP. */
    private InformationEntrante ouvrir(UUID informationId, long version) {
        Sujet sujet = Sujet.information(informationId);
        acces.exiger(acces.tenue(List.of(Mission.RECUEIL, Mission.MANDAT), sujet), sujet);
        InformationEntrante information = informations.verrouiller(informationId).orElseThrow(Introuvable::new);
        information.exigerVersion(version);
        information.exigerEnAttente();
        return information;
    }

    private void conclure(InformationEntrante information, UUID id, String quoi) {
        effets.retenir(base.relire(id));
        effets.accorderInformation(information.id(), information.uniteId(), base.deInformation(information.id()));
        journal.modification(Sujet.information(information.id()), "information.consigne-" + quoi);
    }

    private static UUID moi() {
        return IdentiteCourante.exiger().utilisateurId();
    }
}
