package fr.jalon.departement;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

import fr.jalon.commun.temps.ZoneDepartement;
import jakarta.validation.Validator;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.DefaultResourceLoader;

/** Reads {@code jalon.departement} (default 35) and refuses to start on a profile that does not hold together. */
@Configuration
class ProfilConfig {

    @Bean
    Profil profil(@Value("${jalon.departement:35}") String code, Validator validator) {
        return lire("classpath:profils/" + code + ".yaml", validator);
    }

    @Bean
    ZoneDepartement zoneDepartement(Profil profil) {
        return () -> ZoneId.of(profil.zone());
    }

    static Profil lire(String emplacement, Validator validator) {
        JsonMapper mapper = JsonMapper.builder(new YAMLFactory())
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try {
            JsonNode commun = lireArbre(mapper, "classpath:profils/commun.yaml");
            Profil profil = mapper.treeToValue(fusionner(commun, lireArbre(mapper, emplacement)), Profil.class);
            verifier(profil, validator, emplacement);
            return profil;
        } catch (IOException e) {
            throw new IllegalStateException("Profil illisible : " + emplacement + " : " + e.getMessage(), e);
        }
    }

    private static JsonNode lireArbre(JsonMapper mapper, String emplacement) throws IOException {
        try (InputStream flux = new DefaultResourceLoader().getResource(emplacement).getInputStream()) {
            return mapper.readTree(flux);
        }
    }

    /** Objects are merged key by key; a list or a value of the profile replaces the common one whole. */
    private static JsonNode fusionner(JsonNode commun, JsonNode propre) {
        if (!commun.isObject() || !propre.isObject()) {
            return propre;
        }
        ObjectNode resultat = commun.deepCopy();
        propre.fields().forEachRemaining(champ -> resultat.set(champ.getKey(),
                resultat.has(champ.getKey()) ? fusionner(resultat.get(champ.getKey()), champ.getValue()) : champ.getValue()));
        return resultat;
    }

    private static void verifier(Profil profil, Validator validator, String emplacement) {
        Set<String> defauts = validator.validate(profil).stream()
                .map(v -> v.getPropertyPath() + " " + v.getMessage()).collect(Collectors.toSet());
        Set<String> ids = new HashSet<>();
        profil.unites().forEach(u -> {
            if (!ids.add(u.id())) {
                defauts.add("unité en double : " + u.id());
            }
        });
        Set<String> types = profil.unites().stream().map(Profil.Unite::type).collect(Collectors.toSet());
        profil.missions().forEach((mission, liste) -> liste.stream().filter(t -> !types.contains(t))
                .forEach(t -> defauts.add("mission " + mission + " : aucune unité de type " + t)));
        if (profil.produits() != null && profil.basesLegales() != null) {
            verifierMesures(profil, defauts);
            verifierCapacites(profil, ids, defauts);
        }
        if (profil.autonomie() != null && profil.listes() != null) {
            profil.autonomie().verifier(profil.listes(), defauts);
        }
        if (profil.recueil().centralise() && !ids.contains(profil.recueil().uniteCentrale())) {
            defauts.add("recueil.unite-centrale inconnue : " + profil.recueil().uniteCentrale());
        }
        if (!defauts.isEmpty()) {
            throw new IllegalStateException("Profil invalide : " + emplacement + " : " + defauts);
        }
    }

    /** Every product rests on legal bases that are known, decided by authorities that have words. */
    private static void verifierMesures(Profil profil, Set<String> defauts) {
        profil.produits().forEach(p -> {
            p.bases().stream().filter(b -> profil.baseLegale(b).isEmpty()).forEach(b -> defauts.add("produit " + p.code() + " : base légale inconnue : " + b));
            if (p.aide() != null && profil.liste("aides").stream().noneMatch(a -> a.code().equals(p.aide()))) {
                defauts.add("produit " + p.code() + " : aide inconnue : " + p.aide());
            }
        });
        profil.basesLegales().forEach(b -> b.autorites().stream()
                .filter(a -> profil.liste("autorites").stream().noneMatch(l -> l.code().equals(a)))
                .forEach(a -> defauts.add("base légale " + b.code() + " : autorité inconnue : " + a)));
        if (profil.basesLegales().stream().noneMatch(Profil.BaseLegale::confieAse)) {
            defauts.add("aucune base légale ne vaut accueil au sens de L222-5 1° à 3°");
        }
        if (profil.produits().stream().noneMatch(p -> "MAJEUR".equals(p.domaine()))) {
            defauts.add("aucun produit pour un jeune majeur");
        }
    }

    private static void verifierCapacites(Profil profil, Set<String> unites, Set<String> defauts) {
        if (profil.capacites() == null) {
            return;
        }
        profil.capacites().forEach(c -> {
            if (!unites.contains(c.service()) || c.unite() != null && !unites.contains(c.unite())) {
                defauts.add("capacité de " + c.service() + " : unité inconnue");
            }
            if (profil.produit(c.produit()).isEmpty()) {
                defauts.add("capacité de " + c.service() + " : produit inconnu : " + c.produit());
            }
            try {
                java.time.LocalDate du = java.time.LocalDate.parse(c.du());
                if (c.places() < 0 || c.au() != null && java.time.LocalDate.parse(c.au()).isBefore(du)) {
                    defauts.add("capacité de " + c.service() + " : places ou dates impossibles");
                }
            } catch (java.time.format.DateTimeParseException e) {
                defauts.add("capacité de " + c.service() + " : date illisible");
            }
        });
    }
}
