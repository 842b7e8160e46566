package fr.jalon.ip.correction;

import java.util.List;

import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.Retours;
import fr.jalon.ip.ActesIp;
import fr.jalon.ip.EtatIp;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.MineurConcerne;

import org.springframework.stereotype.Component;

/** A minor who was not of this IP: their decision falls with them, the others' go on. */
@Component
class RetirerMineur implements Correction {

    private final ActesIp actes;
    private final RetourArriere retour;
    private final Retours retours;
    private final Evenements evenements;
    private final Horloge horloge;

    RetirerMineur(ActesIp actes, RetourArriere retour, Retours retours, Evenements evenements, Horloge horloge) {
        this.actes = actes;
        this.retour = retour;
        this.retours = retours;
        this.evenements = evenements;
        this.horloge = horloge;
    }

    @Override
    public GenreCorrection genre() {
        return GenreCorrection.RETRAIT_MINEUR;
    }

    @Override
    public boolean possible(InformationPreoccupante ip) {
        return ip.etat() != EtatIp.ANNULEE && actes.mineurs(ip).size() > 1;
    }

    @Override
    public Trace appliquer(InformationPreoccupante ip, DemandeCorrection d, String motif) {
        List<MineurConcerne> presents = actes.mineurs(ip);
        MineurConcerne mineur = presents.stream().filter(m -> m.id().equals(d.mineurId())).findFirst()
                .orElseThrow(() -> Refus.champ("mineurId", "Choisissez le mineur à retirer."));
        if (presents.size() == 1) {
            throw Refus.champ("mineurId", "C’est le seul mineur du dossier : corrigez la qualification, ou mettez fin au dossier.");
        }
        retour.annulerDecisions(ip, List.of(mineur.id()), motif);
        retours.valides(Sujet.mineur(mineur.id()), List.of("evaluation.conclue"))
                .forEach(f -> evenements.annuler(f.id(), "ip.acte-annule", motif));
        mineur.retirer(horloge.maintenant(), motif);
        return new Trace("MINEUR/" + mineur.id(), "RETIRE");
    }
}
