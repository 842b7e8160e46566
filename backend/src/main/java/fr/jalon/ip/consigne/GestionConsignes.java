package fr.jalon.ip.consigne;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.evenement.Evenements;
import fr.jalon.ip.ActesIp;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.InformationsPreoccupantes;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records on an IP a request of the parquet, its lifting, and the withdrawal of one entered by mistake. */
@Service
public class GestionConsignes implements ActesConsigne {

    /** Who may record what the parquet asks: whoever holds any duty on the path; the first they hold is the one checked. */
    private static final List<Mission> MISSIONS = List.of(Mission.MANDAT, Mission.RECUEIL, Mission.DESIGNATION, Mission.EVALUATION,
            Mission.DECISION, Mission.INFORMATION);

    private final ConsigneEnBase base;
    private final InformationsPreoccupantes ips;
    private final ActesIp actes;
    private final Acces acces;
    private final EffetsConsigne effets;
    private final Evenements evenements;
    private final Journal journal;
    private final Horloge horloge;

    GestionConsignes(ConsigneEnBase base, InformationsPreoccupantes ips, ActesIp actes, Acces acces, EffetsConsigne effets,
            Evenements evenements, Journal journal, Horloge horloge) {
        this.base = base;
        this.ips = ips;
        this.actes = actes;
        this.acces = acces;
        this.effets = effets;
        this.evenements = evenements;
        this.journal = journal;
        this.horloge = horloge;
    }

    @Override
    @Transactional(readOnly = true)
    public ConsignesDuDossier consulter(UUID ipId) {
        acces.exigerVue(Sujet.ip(ipId));
        InformationPreoccupante ip = ips.findById(ipId).orElseThrow(Introuvable::new);
        return new ConsignesDuDossier(ip.version(), ip.etat().ouverte(), null, base.de(ipId));
    }

    @Override
    @Transactional
    public UUID poser(UUID ipId, long version, Demande demande) {
        InformationPreoccupante ip = ouvrir(ipId, version);
        Demande d = demande.nette();
        ReglesConsigne.exigerNouvelle(d, base.de(ipId), horloge.aujourdhui());
        UUID id = Ids.nouveau();
        UUID evenement = evenements.ajouter(actes.evenement("consigne.posee", ip).survenu(d.du()).dimension("consigne", id)
                .dimension("portees", Consigne.codes(d.portees())).texte(d.precisions()));
        base.inserer(new Consigne(id, ipId, null, d.du(), d.auteur(), d.reference(), d.portees(), d.precisions(), horloge.maintenant(), moi(),
                evenement, null, null, null, null, null, null, null));
        conclure(ip, id, "consigne-poser");
        return id;
    }

    @Override
    @Transactional
    public void lever(UUID ipId, UUID id, long version, LocalDate le, String reference) {
        InformationPreoccupante ip = ouvrir(ipId, version);
        Consigne consigne = base.parId(ipId, id).orElseThrow(Introuvable::new);
        ReglesConsigne.exigerLevable(consigne, le, horloge.aujourdhui());
        UUID evenement = evenements.ajouter(actes.evenement("consigne.levee", ip).survenu(le).dimension("consigne", id)
                .dimension("portees", Consigne.codes(consigne.portees())));
        base.lever(id, le, ReglesConsigne.vide(reference), null, evenement, horloge.maintenant(), moi());
        conclure(ip, id, "consigne-lever");
    }

    @Override
    @Transactional
    public void annuler(UUID ipId, UUID id, long version, String motif) {
        InformationPreoccupante ip = ouvrir(ipId, version);
        Consigne consigne = base.parId(ipId, id).orElseThrow(Introuvable::new);
        ReglesConsigne.exigerVivante(consigne);
        base.annuler(id, motif.strip(), horloge.maintenant(), moi());
        evenements.annuler(consigne.evenementId(), "consigne.corrigee", motif);
        if (consigne.reprise() != null && consigne.reprise().evenementId() != null) {
            evenements.annuler(consigne.reprise().evenementId(), "consigne.corrigee", motif);
        }
        conclure(ip, id, "consigne-annuler");
    }

    private InformationPreoccupante ouvrir(UUID ipId, long version) {
        InformationPreoccupante ip = actes.ouvrir(ipId, MISSIONS, version);
        if (!ip.etat().ouverte()) {
            throw new Conflit(null, null, "Le dossier est clos : une consigne n’y retiendrait plus rien.");
        }
        return ip;
    }

    private void conclure(InformationPreoccupante ip, UUID id, String quoi) {
        Consigne consigne = base.relire(id);
        effets.retenir(consigne);
        effets.accorderIp(ip.id(), actes.unite(ip), base.de(ip.id()));
        if (consigne.reprise() != null) {
            // Lifted or withdrawn before it came to the IP, it leaves the days of its information too.
            effets.accorderInformation(consigne.informationId(), actes.unite(ip), base.deInformation(consigne.informationId()));
        }
        journal.modification(Sujet.ip(ip.id()), "ip." + quoi);
    }

    private static UUID moi() {
        return IdentiteCourante.exiger().utilisateurId();
    }
}
