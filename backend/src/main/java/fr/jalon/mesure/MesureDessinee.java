package fr.jalon.mesure;

import java.util.Optional;

import fr.jalon.chemin.SujetDessine;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.TypeSujet;

import org.springframework.stereotype.Component;

/** What the drawn path needs of a measure. */
@Component
class MesureDessinee implements SujetDessine {

    private final Mesures mesures;

    MesureDessinee(Mesures mesures) {
        this.mesures = mesures;
    }

    @Override
    public TypeSujet type() {
        return TypeSujet.MESURE;
    }

    @Override
    public String cle() {
        return ActesMesure.CLE;
    }

    @Override
    public boolean passage(String evenement) {
        return evenement.startsWith("mesure.");
    }

    @Override
    public Optional<String> fin(Sujet sujet) {
        Mesure m = mesures.findById(sujet.id()).orElseThrow(Introuvable::new);
        return Optional.ofNullable(switch (m.etat()) {
            case TERMINEE -> "TRANSFERT".equals(m.motifFin()) ? "transferee" : "ACCORD_REFUSE".equals(m.motifFin()) ? "refusee" : "terminee";
            case CADUQUE -> "caduque";
            case ANNULEE -> "annulee";
            default -> null;
        });
    }
}
