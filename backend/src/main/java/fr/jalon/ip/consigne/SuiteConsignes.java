package fr.jalon.ip.consigne;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.evenement.Evenements;
import fr.jalon.ip.ActesIp;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.InformationsPreoccupantes;
import fr.jalon.ip.reception.InformationEntrante;
import fr.jalon.ip.reception.InformationsEntrantes;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Requests recorded on an information follow what it becomes, and come back with it. Runs in the transaction of the analysis or the correction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SuiteConsignes {

    private final ConsigneEnBase base;
    private final EffetsConsigne effets;
    private final ActesIp actes;
    private final InformationsPreoccupantes ips;
    private final InformationsEntrantes informations;
    private final Evenements evenements;
    private final Horloge horloge;

    SuiteConsignes(ConsigneEnBase base, EffetsConsigne effets, ActesIp actes, InformationsPreoccupantes ips, InformationsEntrantes informations,
            Evenements evenements, Horloge horloge) {
        this.base = base;
        this.effets = effets;
        this.actes = actes;
        this.ips = ips;
        this.informations = informations;
        this.evenements = evenements;
        this.horloge = horloge;
    }

    /** It opened an IP, whose clock runs since reception: every request is the IP's from its first day. */
    public void qualifiee(InformationEntrante information, InformationPreoccupante ip, LocalDate jour) {
        base.deInformation(information.id()).stream().filter(c -> !c.annulee() && c.ipId() == null)
                .forEach(c -> reprendre(c, ip, apres(c, jour), c.du()));
        accorder(information, ip);
    }

    /** It joined an IP under evaluation, which knew nothing before: what still holds applies to it from that day. */
    public void jointe(InformationEntrante information, InformationPreoccupante ip, LocalDate jour) {
        base.deInformation(information.id()).stream().filter(c -> !c.annulee() && c.ipId() == null && c.leveeLe() == null)
                .forEach(c -> reprendre(c, ip, apres(c, jour), apres(c, jour)));
        accorder(information, ip);
    }

    /** It goes elsewhere: nothing is left here that a request would hold. */
    public void orientee(InformationEntrante information, LocalDate jour) {
        List<Consigne> tenues = base.deInformation(information.id()).stream().filter(c -> !c.annulee() && c.leveeLe() == null).toList();
        for (Consigne c : tenues) {
            LocalDate le = apres(c, jour);
            UUID evenement = evenements.ajouter(FaitsConsigne.de("consigne.levee", information, base.enfants(information.id()), c.id(), c.portees())
                    .survenu(le).dimension("motif", Consigne.MotifLevee.ORIENTEE));
            base.lever(c.id(), le, null, Consigne.MotifLevee.ORIENTEE, evenement, horloge.maintenant(), IdentiteCourante.exiger().utilisateurId());
            effets.retenir(base.relire(c.id()));
        }
        if (!tenues.isEmpty()) {
            accorder(information);
        }
    }

    /** It should not have been an IP: each request goes back to the information it came with, those recorded since to the first one. */
    public void rendre(InformationPreoccupante ip, String motif) {
        Set<UUID> touchees = new LinkedHashSet<>();
        for (Consigne c : base.de(ip.id())) {
            UUID information = c.informationId() == null ? ip.informationInitialeId() : c.informationId();
            rendre(c, information, motif);
            touchees.add(information);
        }
        effets.accorderIp(ip.id(), actes.unite(ip), base.de(ip.id()));
        touchees.forEach(i -> accorder(informations.findById(i).orElseThrow()));
    }

    /** It waits for its first analysis again: what it had brought to an IP it joined, or lost by being oriented, holds it again. */
    public void rouverte(InformationEntrante information, String motif) {
        Set<UUID> quittees = new LinkedHashSet<>();
        for (Consigne c : base.deInformation(information.id())) {
            if (c.ipId() != null) {
                quittees.add(c.ipId());
                rendre(c, information.id(), motif);
            }
            if (c.leveeMotif() == Consigne.MotifLevee.ORIENTEE) {
                evenements.annuler(c.leveeEvenementId(), "information.orientation-annulee", motif);
                base.annulerLevee(c.id());
                effets.retenir(base.relire(c.id()));
            }
        }
        for (UUID ip : quittees) {
            effets.accorderIp(ip, actes.unite(ips.findById(ip).orElseThrow()), base.de(ip));
        }
        accorder(information);
    }

    private void reprendre(Consigne c, InformationPreoccupante ip, LocalDate le, LocalDate du) {
        UUID evenement = c.leveeLe() != null ? null : evenements.ajouter(actes.evenement("consigne.reprise", ip).survenu(le)
                .sujet(Sujet.information(c.informationId())).dimension("consigne", c.id()).dimension("portees", Consigne.codes(c.portees())));
        base.reprendre(c.id(), ip.id(), new Consigne.Reprise(le, du, evenement));
        effets.retenir(base.relire(c.id()));
    }

    private void rendre(Consigne c, UUID information, String motif) {
        if (c.reprise() != null && c.reprise().evenementId() != null) {
            evenements.annuler(c.reprise().evenementId(), "ip.acte-annule", motif);
        }
        effets.oublier(c.id(), Sujet.ip(c.ipId()));
        base.rendre(c.id(), information);
        effets.retenir(base.relire(c.id()));
    }

    private void accorder(InformationEntrante information, InformationPreoccupante ip) {
        List<Consigne> siennes = base.deInformation(information.id());
        if (!siennes.isEmpty()) {
            effets.accorderInformation(information.id(), information.uniteId(), siennes);
            effets.accorderIp(ip.id(), actes.unite(ip), base.de(ip.id()));
        }
    }

    private void accorder(InformationEntrante information) {
        effets.accorderInformation(information.id(), information.uniteId(), base.deInformation(information.id()));
    }

    /** An analysis entered late may be older than the request. */
    private static LocalDate apres(Consigne c, LocalDate jour) {
        return jour.isBefore(c.du()) ? c.du() : jour;
    }
}
