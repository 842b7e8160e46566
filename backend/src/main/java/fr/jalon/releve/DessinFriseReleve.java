package fr.jalon.releve;

import java.util.Map;
import java.util.Optional;

import fr.jalon.dossier.DessinFrise;

import org.springframework.stereotype.Component;

/** Light records on the timeline of the child, in the lane of the file, in the words of their kind. */
@Component
class DessinFriseReleve implements DessinFrise {

    private final GenresReleves genres;

    DessinFriseReleve(GenresReleves genres) {
        this.genres = genres;
    }

    @Override
    public Optional<Trait> periode(String genre, Map<String, String> dimensions) {
        return genre.startsWith(GenreReleve.PREFIXE) ? Optional.of(new Trait(Voie.DOSSIER, libelle(genre.substring(GenreReleve.PREFIXE.length()))))
                : Optional.empty();
    }

    @Override
    public Optional<Voie> fait(String type) {
        return type.startsWith("releve.") ? Optional.of(Voie.DOSSIER) : Optional.empty();
    }

    @Override
    public String precision(String type, Map<String, String> dimensions) {
        return type.startsWith("releve.") && dimensions.containsKey("code") ? libelle(dimensions.get("code")) : "";
    }

    private String libelle(String code) {
        return genres.connu(code).map(GenreReleve::libelle).orElse(code);
    }
}
