package fr.jalon.ip.correction;

import fr.jalon.ip.EtatIp;
import fr.jalon.ip.InformationPreoccupante;

import org.springframework.stereotype.Component;

/** A file closed by mistake opens again, as a new instance, at the step chosen. */
@Component
class Rouvrir implements Correction {

    private final RevenirAUneEtape etapes;

    Rouvrir(RevenirAUneEtape etapes) {
        this.etapes = etapes;
    }

    @Override
    public GenreCorrection genre() {
        return GenreCorrection.REOUVERTURE;
    }

    @Override
    public boolean possible(InformationPreoccupante ip) {
        return !ip.etat().ouverte() && ip.etat() != EtatIp.ANNULEE;
    }

    @Override
    public Trace appliquer(InformationPreoccupante ip, DemandeCorrection d, String motif) {
        return etapes.revenir(ip, d, motif);
    }
}
