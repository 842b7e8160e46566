package fr.jalon.indicateur;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.evenement.LibellesEvenements;

import org.springframework.core.io.ClassPathResource;

/** What a formula may name: kinds of periods, types of events that are counted, dimensions and, where they are a list, their values. */
final class Vocabulaire {

    private static final Set<String> GENRES = Set.of("MESURE", "ATTENTE_ACCORD", "ATTENTE_EXERCICE", "EXERCEE", "SUSPENDUE", "CONFIE", "LIEU_ACCUEIL", "PROJET",
            "PROJET_VALIDE", "AUTONOMIE");
    private static final List<String> DIMENSIONS = List.of("produit", "base", "cadre", "service", "accueil", "intensite", "mna", "mdph");

    private final Set<String> genres = new TreeSet<>(GENRES);
    private final Set<String> actes = new TreeSet<>(TypesLus.ACTES);
    private final Set<String> dimensions = new TreeSet<>(DIMENSIONS);
    private final Map<String, Set<String>> valeurs = new HashMap<>();
    private final Set<String> bases = new TreeSet<>();
    private final Set<String> releves = new TreeSet<>();
    private final Set<String> unites;
    private final Map<String, String> libellesReleves = new HashMap<>();
    private final Map<String, String> libellesChamps = new HashMap<>();
    private final Map<String, Map<String, String>> valeursDesChamps = new HashMap<>();

    Vocabulaire(Departement departement, LibellesEvenements libelles, Iterable<Indicateur> livres) {
        this(departement.profil(), departement.noms().keySet(), libelles, livres);
    }

    /** Without the units, which the database holds. */
    static Vocabulaire sansUnites(Profil profil, LibellesEvenements libelles, Iterable<Indicateur> livres) {
        return new Vocabulaire(profil, Set.of(), libelles, livres);
    }

    private Vocabulaire(Profil profil, Set<String> unites, LibellesEvenements libelles, Iterable<Indicateur> livres) {
        this.unites = unites;
        libelles.types().stream().filter(t -> TypesLus.DOSSIERS.stream().anyMatch(t::startsWith)).forEach(actes::add);
        profil.basesLegales().forEach(b -> bases.add(b.code()));
        Set<String> produits = new TreeSet<>();
        profil.produits().forEach(p -> produits.add(p.code()));
        valeurs.put("produit", produits);
        valeurs.put("base", bases);
        valeurs.put("cadre", Set.of("ADMINISTRATIF", "JUDICIAIRE"));
        valeurs.put("accueil", Set.of("OUI"));
        livres.forEach(i -> dimensionsDe(i.mesure()));
        lireReleves();
    }

    /** Dimensions a shipped formula filters on are known. */
    private void dimensionsDe(Formule f) {
        for (var c : f.getClass().getRecordComponents()) {
            if (c.getName().equals("filtre") || c.getName().equals("sauf")) {
                try {
                    c.getAccessor().setAccessible(true);
                    if (c.getAccessor().invoke(f) instanceof Map<?, ?> filtre) {
                        filtre.keySet().forEach(k -> dimensions.add(String.valueOf(k)));
                    }
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private void lireReleves() {
        ClassPathResource fichier = new ClassPathResource("releves/genres.yaml");
        try (InputStream flux = fichier.getInputStream()) {
            for (JsonNode g : new YAMLMapper().readTree(flux)) {
                releves.add(g.get("code").asText());
                genres.add("RELEVE_" + g.get("code").asText());
                libellesReleves.put("RELEVE_" + g.get("code").asText(), g.get("libelle").asText());
                g.path("champs").forEach(c -> champ(c, g.get("libelle").asText()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        dimensions.add("code");
    }

    private void champ(JsonNode c, String repere) {
        String code = c.get("code").asText();
        dimensions.add(code);
        libellesChamps.merge(code, c.get("libelle").asText() + " (" + repere + ")", (a, b) -> a + " ; " + b);
        c.path("valeurs").forEach(v -> valeursDesChamps.computeIfAbsent(code, k -> new java.util.TreeMap<>()).putIfAbsent(v.get("code").asText(), v.get("libelle").asText()));
        if ("OUI_NON".equals(c.path("type").asText())) {
            valeursDesChamps.computeIfAbsent(code, k -> new java.util.TreeMap<>()).putAll(Map.of("OUI", "oui", "NON", "non"));
        }
    }

    /** Words of a kind of period of a light record; its code where it has none. */
    String libelleReleve(String genre) {
        return libellesReleves.getOrDefault(genre, genre);
    }

    String libelleChamp(String dimension) {
        return libellesChamps.getOrDefault(dimension, dimension);
    }

    /** Values a field of light records offers; they are proposed, not checked: a same name may stand in two records. */
    Map<String, String> valeursDuChamp(String dimension) {
        return valeursDesChamps.getOrDefault(dimension, Map.of());
    }

    Set<String> genres() {
        return genres;
    }

    Set<String> actes() {
        return actes;
    }

    Set<String> dimensions() {
        return dimensions;
    }

    Set<String> bases() {
        return bases;
    }

    Set<String> releves() {
        return releves;
    }

    Set<String> unites() {
        return new HashSet<>(unites);
    }

    /** Values of a dimension that is a list; null when it is free. {@code ABSENT} is always one. */
    Set<String> valeurs(String dimension) {
        return valeurs.get(dimension);
    }
}
