package fr.jalon.ip.correction;

import fr.jalon.ip.InformationPreoccupante;

import org.springframework.stereotype.Component;

/** An open file comes back to a step it went through. */
@Component
class Revenir implements Correction {

    private final RevenirAUneEtape etapes;

    Revenir(RevenirAUneEtape etapes) {
        this.etapes = etapes;
    }

    @Override
    public GenreCorrection genre() {
        return GenreCorrection.RETOUR;
    }

    @Override
    public boolean possible(InformationPreoccupante ip) {
        return ip.etat().ouverte() && !etapes.etapes(ip).isEmpty();
    }

    @Override
    public Trace appliquer(InformationPreoccupante ip, DemandeCorrection d, String motif) {
        return etapes.revenir(ip, d, motif);
    }
}
