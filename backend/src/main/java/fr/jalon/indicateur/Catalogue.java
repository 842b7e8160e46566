package fr.jalon.indicateur;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import fr.jalon.commun.Introuvable;
import fr.jalon.departement.Departement;
import fr.jalon.evenement.LibellesEvenements;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The indicators of this département: the common ones, under the words and references of its own document where it has one, and those it
 * added itself. What was added on another node is known within a few seconds.
 */
@Component
class Catalogue {

    private static final Logger JOURNAL = LoggerFactory.getLogger(Catalogue.class);
    private static final long RELIRE_APRES_NS = 2_000_000_000L;
    private static final YAMLMapper YAML = YAMLMapper.builder().addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE).build();

    /** @param ecrites formulas as they are written, by code */
    private record Etat(int version, Map<String, Indicateur> indicateurs, Map<String, String> ecrites, FormulesCumulees cumulees) {
    }

    private final Departement departement;
    private final LibellesEvenements libelles;
    private final DocumentsDuCatalogue documents;
    private final JdbcClient jdbc;
    private final Map<String, Indicateur> livres;
    private final Map<String, String> ecritesLivrees;
    private volatile Etat etat;
    private volatile long luA;

    Catalogue(Departement departement, LibellesEvenements libelles, DocumentsDuCatalogue documents, JdbcClient jdbc) {
        this.departement = departement;
        this.libelles = libelles;
        this.documents = documents;
        this.jdbc = jdbc;
        this.livres = livres(departement.profil().code());
        this.ecritesLivrees = ecritesDe(departement.profil().code());
    }

    /** Those shipped for a département, whichever is installed. */
    static Map<String, Indicateur> livres(String departement) {
        return lus(noeuds(departement));
    }

    /** Their formulas, as they are written. */
    static Map<String, String> ecritesDe(String departement) {
        Map<String, String> ecrites = new LinkedHashMap<>();
        noeuds(departement).forEach((code, n) -> ecrites.put(code, ecrite(n.get("mesure"))));
        return ecrites;
    }

    private static Map<String, ObjectNode> noeuds(String departement) {
        Map<String, ObjectNode> noeuds = new LinkedHashMap<>();
        lire("commun").forEach(n -> noeuds.put(n.get("code").asText(), (ObjectNode) n));
        lire(departement).forEach(n -> {
            ObjectNode commun = noeuds.get(n.get("code").asText());
            if (commun == null) {
                noeuds.put(n.get("code").asText(), (ObjectNode) n);
            } else {
                commun.setAll((ObjectNode) n);
            }
        });
        return noeuds;
    }

    private static Map<String, Indicateur> lus(Map<String, ObjectNode> noeuds) {
        try {
            Map<String, Indicateur> lus = new LinkedHashMap<>();
            for (ObjectNode n : noeuds.values()) {
                Indicateur i = YAML.treeToValue(n, Indicateur.class);
                lus.put(i.code(), i);
            }
            return lus;
        } catch (IOException e) {
            throw new IllegalStateException("Catalogue d’indicateurs illisible", e);
        }
    }

    private static List<JsonNode> lire(String nom) {
        ClassPathResource fichier = new ClassPathResource("indicateurs/" + nom + ".yaml");
        if (!fichier.exists()) {
            return List.of();
        }
        try (InputStream flux = fichier.getInputStream()) {
            List<JsonNode> noeuds = new ArrayList<>();
            YAML.readTree(flux).forEach(noeuds::add);
            return noeuds;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Etat etat() {
        Etat connu = etat;
        if (connu != null && System.nanoTime() - luA < RELIRE_APRES_NS) {
            return connu;
        }
        int version = jdbc.sql("select coalesce(max(version), 0) from indicateur_catalogue").query(Integer.class).single();
        if (connu == null || connu.version() != version) {
            Map<String, Indicateur> tous = new LinkedHashMap<>(livres);
            Map<String, String> ecrites = new LinkedHashMap<>(ecritesLivrees);
            ajoutes(version, ecrites).forEach(i -> tous.putIfAbsent(i.code(), i));
            connu = new Etat(version, tous, ecrites, new FormulesCumulees(tous.values()));
            etat = connu;
        }
        luA = System.nanoTime();
        return connu;
    }

    private List<Indicateur> ajoutes(int version, Map<String, String> ecrites) {
        if (version == 0) {
            return List.of();
        }
        String yaml = jdbc.sql("select yaml from indicateur_catalogue where version = ?").param(version).query(String.class).single();
        List<Indicateur> lus = new ArrayList<>();
        try {
            for (JsonNode n : YAML.readTree(yaml)) {
                Indicateur i = YAML.treeToValue(n, Indicateur.class);
                lus.add(i);
                ecrites.putIfAbsent(i.code(), ecrite(n.get("mesure")));
            }
        } catch (IOException e) {
            // Checked when it was kept, by a version of the application that knew more.
            JOURNAL.error("Indicateurs ajoutés illisibles, version {}", version);
        }
        return lus;
    }

    /** The next reading looks again whether something was added. */
    void relire() {
        luA = System.nanoTime() - RELIRE_APRES_NS;
    }

    /** A formula as it is written: {@code {formule: en-cours, genre: EXERCEE}}. */
    static String ecrite(JsonNode n) {
        if (n.isObject()) {
            List<String> cles = new ArrayList<>();
            n.fields().forEachRemaining(e -> cles.add(e.getKey() + ": " + ecrite(e.getValue())));
            return "{" + String.join(", ", cles) + "}";
        }
        if (n.isArray()) {
            List<String> valeurs = new ArrayList<>();
            n.forEach(v -> valeurs.add(ecrite(v)));
            return "[" + String.join(", ", valeurs) + "]";
        }
        return n.asText();
    }

    /** The formula of an indicator, as it is written. */
    String ecrite(String code) {
        return etat().ecrites().get(code);
    }

    boolean livre(String code) {
        return livres.containsKey(code);
    }

    Vocabulaire vocabulaire() {
        return new Vocabulaire(departement, libelles, livres.values());
    }

    /** A text that was found right. */
    List<Indicateur> lireTexte(String yaml) {
        List<Indicateur> lus = new ArrayList<>();
        if (!yaml.isBlank()) {
            try {
                for (JsonNode n : YAML.readTree(yaml)) {
                    lus.add(YAML.treeToValue(n, Indicateur.class));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return lus;
    }

    List<ErreurCatalogue> valider(String yaml) {
        List<ErreurCatalogue> erreurs = new ValidationCatalogue(vocabulaire(), documents, livres).valider(yaml);
        if (erreurs.isEmpty() && !yaml.isBlank()) {
            try {
                for (JsonNode n : YAML.readTree(yaml)) {
                    YAML.treeToValue(n, Indicateur.class);
                }
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                var l = e.getLocation();
                return List.of(new ErreurCatalogue(l == null ? 1 : Math.max(1, l.getLineNr()), l == null ? 1 : Math.max(1, l.getColumnNr()), "Ce réglage ne se lit pas."));
            }
        }
        return erreurs;
    }

    /** Those of its formulas that are added up. */
    FormulesCumulees cumulees() {
        return etat().cumulees();
    }

    List<Indicateur> tous() {
        return List.copyOf(etat().indicateurs().values());
    }

    /** Those that answer a row of a document. */
    List<Indicateur> parReference(String reference) {
        return etat().indicateurs().values().stream().filter(i -> i.references().contains(reference)).toList();
    }

    /** By its own code, or by that of the row it is the first to answer. */
    Optional<Indicateur> siConnu(String code) {
        Indicateur i = etat().indicateurs().get(code);
        return i != null ? Optional.of(i) : parReference(code).stream().findFirst();
    }

    Indicateur trouver(String code) {
        return siConnu(code).orElseThrow(Introuvable::new);
    }

    Indicateur exiger(String code) {
        Indicateur indicateur = etat().indicateurs().get(code);
        if (indicateur == null) {
            throw new Introuvable();
        }
        return indicateur;
    }
}
