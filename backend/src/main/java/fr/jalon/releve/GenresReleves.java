package fr.jalon.releve;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.jalon.departement.Departement;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The kinds of light records, read strictly at start: a doubled code, a field without a value or an unknown key stops it. */
@Component
public class GenresReleves {

    private static final String FICHIER = "releves/genres.yaml";

    private final Map<String, GenreReleve> genres;
    private final Departement departement;

    GenresReleves(Departement departement) {
        this.departement = departement;
        this.genres = lire();
    }

    static Map<String, GenreReleve> lire() {
        YAMLMapper yaml = YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE).build();
        try (InputStream flux = new ClassPathResource(FICHIER).getInputStream()) {
            Map<String, GenreReleve> lus = new LinkedHashMap<>();
            for (GenreReleve g : yaml.readValue(flux, new TypeReference<List<GenreReleve>>() { })) {
                verifier(g);
                if (lus.put(g.code(), g) != null) {
                    throw new IllegalStateException(FICHIER + " : le genre " + g.code() + " est écrit deux fois.");
                }
            }
            return lus;
        } catch (IOException e) {
            throw new IllegalStateException(FICHIER + " est illisible", e);
        }
    }

    private static void verifier(GenreReleve g) {
        if (g.code() == null || !g.code().matches("[A-Z][A-Z0-9_]*") || g.libelle() == null || g.rubrique() == null || g.sur() == null || g.demandes().isEmpty()) {
            throw new IllegalStateException(FICHIER + " : le genre " + g.code() + " n’a pas de code, de libellé, de rubrique, de sujet ou de demande.");
        }
        Set<String> champs = new HashSet<>();
        for (GenreReleve.Champ c : g.champs()) {
            // «code» tells the kind itself in the event.
            boolean liste = c.type() == GenreReleve.TypeChamp.LISTE;
            if (c.code() == null || "code".equals(c.code()) || !champs.add(c.code()) || c.type() == null || liste == c.valeurs().isEmpty()) {
                throw new IllegalStateException(FICHIER + " : le champ " + c.code() + " de " + g.code() + " est mal écrit.");
            }
        }
    }

    /** Those a row of this département's documents counts, with the values proposed here. */
    public List<GenreReleve> proposes() {
        String ici = departement.profil().code();
        return genres.values().stream().filter(g -> g.demandeEn(ici)).map(g -> g.en(ici)).toList();
    }

    public Optional<GenreReleve> propose(String code) {
        return proposes().stream().filter(g -> g.code().equals(code)).findFirst();
    }

    /** Any known kind, for words: a record written under another version is still read. */
    public Optional<GenreReleve> connu(String code) {
        return Optional.ofNullable(genres.get(code));
    }
}
