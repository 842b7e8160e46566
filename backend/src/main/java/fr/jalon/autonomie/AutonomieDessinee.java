package fr.jalon.autonomie;

import java.util.Optional;

import fr.jalon.chemin.SujetDessine;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.TypeSujet;

import org.springframework.stereotype.Component;

/** What the drawn path needs of a young person. */
@Component
class AutonomieDessinee implements SujetDessine {

    private final Autonomies autonomies;

    AutonomieDessinee(Autonomies autonomies) {
        this.autonomies = autonomies;
    }

    @Override
    public TypeSujet type() {
        return TypeSujet.AUTONOMIE;
    }

    @Override
    public String cle() {
        return ActesAutonomie.CLE;
    }

    @Override
    public boolean passage(String evenement) {
        return evenement.startsWith("autonomie.");
    }

    @Override
    public Optional<String> fin(Sujet sujet) {
        Autonomie a = autonomies.findById(sujet.id()).orElseThrow(Introuvable::new);
        return a.etat().ouvert() ? Optional.empty() : Optional.of(switch (a.motifFin == null ? "" : a.motifFin) {
            case "SIX_MOIS" -> "termine";
            case "SORTI_MINEUR" -> "sorti-mineur";
            default -> "clos";
        });
    }
}
