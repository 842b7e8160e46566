package fr.jalon.autonomie;

import java.util.Map;
import java.util.Optional;

import fr.jalon.dossier.DessinFrise;

import org.springframework.stereotype.Component;

/** The path on the timeline of a child: one bar while it is open, its acts in the lane of interviews. */
@Component
class DessinFriseAutonomie implements DessinFrise {

    private final LibellesAutonomie mots;

    DessinFriseAutonomie(LibellesAutonomie mots) {
        this.mots = mots;
    }

    @Override
    public Optional<Trait> periode(String genre, Map<String, String> dimensions) {
        return PeriodesAutonomie.GENRE.equals(genre) ? Optional.of(new Trait(Voie.ENTRETIEN, "Vers la majorité")) : Optional.empty();
    }

    @Override
    public Optional<Voie> fait(String type) {
        return type.startsWith("autonomie.") ? Optional.of(Voie.ENTRETIEN) : Optional.empty();
    }

    @Override
    public String precision(String type, Map<String, String> dimensions) {
        return switch (type) {
            case "autonomie.entretien", "autonomie.entretien-six-mois" -> dimensions.get("issue") == null ? "" : mots.issue(dimensions.get("issue")).libelle();
            case "autonomie.repere" -> dimensions.get("code") == null ? "" : mots.repere(dimensions.get("code"));
            case "autonomie.decision" -> "ACCORD".equals(dimensions.get("decision")) ? "accord" : "refus";
            default -> "";
        };
    }
}
