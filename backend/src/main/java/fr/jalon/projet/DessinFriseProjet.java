package fr.jalon.projet;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import fr.jalon.dossier.DessinFrise;

import org.springframework.stereotype.Component;

/** The projet on the timeline of the child: open, and in it the time a version established was not past its revision. */
@Component
class DessinFriseProjet implements DessinFrise {

    private static final Set<String> ENTRETIENS = Set.of("projet.invitation", "projet.rencontre", "projet.avis");

    private final LibellesProjet mots;

    DessinFriseProjet(LibellesProjet mots) {
        this.mots = mots;
    }

    @Override
    public Optional<Trait> periode(String genre, Map<String, String> d) {
        return Optional.ofNullable(switch (genre) {
            case "PROJET" -> new Trait(Voie.PROJET, mots.mot() + " ouvert");
            case "PROJET_VALIDE" -> new Trait(Voie.PROJET, mots.mot() + " en vigueur");
            default -> null;
        });
    }

    @Override
    public Optional<Voie> fait(String type) {
        return !type.startsWith("projet.") ? Optional.empty() : Optional.of(ENTRETIENS.contains(type) ? Voie.ENTRETIEN : Voie.PROJET);
    }
}
