package fr.jalon.projet.redaction;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.validation.Validator;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Every form model of {@code projets/}, read and checked at start: a faulty one stops the application, not somebody's writing. */
@Component
public class ModelesProjet {

    private final Map<String, ModeleProjet> modeles = new TreeMap<>();

    ModelesProjet(Validator validation) {
        YAMLMapper yaml = YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE).build();
        try {
            for (Resource fichier : new PathMatchingResourcePatternResolver().getResources("classpath*:projets/*.yaml")) {
                try (InputStream flux = fichier.getInputStream()) {
                    ModeleProjet m = yaml.readValue(flux, ModeleProjet.class);
                    exiger(m, fichier.getFilename(), validation);
                    modeles.putIfAbsent(m.code(), m);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("Trame de projet illisible", e);
        }
        if (modeles.isEmpty()) {
            throw new IllegalStateException("Aucune trame de projet");
        }
    }

    /** @throws IllegalStateException unknown: a version was written with it, so it must be kept */
    public ModeleProjet exiger(String code) {
        ModeleProjet m = modeles.get(code);
        if (m == null) {
            throw new IllegalStateException("Trame de projet absente : " + code);
        }
        return m;
    }

    /** The one a version opened that day is written with: the latest in force, the first when none is yet. */
    public ModeleProjet courant(LocalDate jour) {
        Comparator<ModeleProjet> parDate = Comparator.comparing(m -> LocalDate.parse(m.du()));
        return modeles.values().stream().filter(m -> !LocalDate.parse(m.du()).isAfter(jour)).max(parDate)
                .orElseGet(() -> modeles.values().stream().min(parDate).orElseThrow());
    }

    static void exiger(ModeleProjet m, String nom, Validator validation) {
        Set<String> defauts = validation.validate(m).stream().map(v -> v.getPropertyPath() + " " + v.getMessage())
                .collect(Collectors.toCollection(TreeSet::new));
        if (defauts.isEmpty()) {
            uniques(m.parties().stream().map(ModeleProjet.Partie::code), "partie", defauts);
            uniques(m.domaines().stream().map(ModeleProjet.Domaine::code), "domaine", defauts);
            if (!m.aupres().stream().map(ModeleProjet.Aupres::code).sorted().toList().equals(List.of("ENFANT", "ENVIRONNEMENT", "TITULAIRES"))) {
                defauts.add("aupres : ENFANT, TITULAIRES et ENVIRONNEMENT, chacun une fois");
            }
            for (ModeleProjet.Partie p : m.parties()) {
                if (!Arrays.asList(ModeleProjet.PARCOURS, ModeleProjet.SERVICE).containsAll(p.contributeurs())) {
                    defauts.add("contributeurs de " + p.code());
                }
                if (!SourcesConnues.CODES.containsAll(p.prerempli())) {
                    defauts.add("prerempli de " + p.code());
                }
            }
            m.domaines().stream().filter(d -> !SourcesConnues.CODES.containsAll(d.prerempli())).forEach(d -> defauts.add("prerempli de " + d.code()));
            if (nom != null && !nom.equals(m.code() + ".yaml")) {
                defauts.add("le fichier porte le code de la trame");
            }
        }
        if (!defauts.isEmpty()) {
            throw new IllegalStateException("Trame " + nom + " : " + String.join(" ; ", defauts));
        }
    }

    private static void uniques(Stream<String> codes, String quoi, Set<String> defauts) {
        Set<String> vus = new HashSet<>();
        codes.filter(c -> !vus.add(c)).forEach(c -> defauts.add(quoi + " en double : " + c));
    }
}
