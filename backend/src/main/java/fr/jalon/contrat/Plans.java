package fr.jalon.contrat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.diffusion.Somme;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The documents, as data: {@code contrat/plans.yaml}, and what a reader could subtract: {@code contrat/liens.yaml}. */
@Component
class Plans {

    private static final int ANNEES_AU_PLUS = 12;

    record Liens(List<Somme> sommes, Set<String> sansPersonne) {
    }

    private final List<Plan> plans;
    private final Liens liens;

    Plans() {
        YAMLMapper yaml = YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE).build();
        this.plans = lire(yaml, "plans", new TypeReference<>() { });
        this.liens = lire(yaml, "liens", new TypeReference<>() { });
    }

    private static <T> T lire(YAMLMapper yaml, String nom, TypeReference<T> type) {
        try (InputStream flux = new ClassPathResource("contrat/" + nom + ".yaml").getInputStream()) {
            return yaml.readValue(flux, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of a département, the one in force first. */
    List<Plan> de(String departement) {
        return plans.stream().filter(p -> p.departement().equals(departement)).toList();
    }

    /** @param code null for the first */
    Plan exiger(String departement, String code) {
        return de(departement).stream().filter(p -> code == null || code.isBlank() || p.code().equals(code)).findFirst().orElseThrow(Introuvable::new);
    }

    /** Years asked for, or the document's own. */
    static Plan borner(Plan plan, Integer reference, Integer du, Integer au) {
        Plan borne = plan.sur(reference == null ? plan.reference() : reference, du == null ? plan.du() : du, au == null ? plan.au() : au);
        if (borne.du() < 2000 || borne.au() > 2100 || borne.au() < borne.du() || borne.au() - borne.du() >= ANNEES_AU_PLUS) {
            throw Refus.champ("du", "Choisissez de une à douze années, dans l’ordre.");
        }
        if (borne.reference() >= borne.du() || borne.reference() < 2000) {
            throw Refus.champ("reference", "L’année de référence précède la première année suivie.");
        }
        return borne;
    }

    List<Somme> sommes() {
        return liens.sommes();
    }

    /** Whether a small number in this unit may be somebody. */
    boolean comptePersonnes(String unite) {
        return unite == null || !liens.sansPersonne().contains(unite);
    }
}
