package fr.jalon.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.jalon.departement.Departement;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The fiches of this département's schéma and the calendar each prints; nothing where its document is a contract. */
@Component
class PlanSchema {

    /** @param du first year of its calendar, {@code au} the last */
    record Fiche(int numero, String intitule, int du, int au, String pilote) {
    }

    /** @param calendrierPerdu the ticks of the printed calendar cannot be read: years are the schéma's own */
    record Plan(String code, String titre, String mot, int du, int au, boolean calendrierPerdu, List<Fiche> fiches) {
    }

    private final Optional<Plan> plan;

    PlanSchema(Departement departement) {
        this.plan = lire(departement.profil().code());
    }

    static Optional<Plan> lire(String departement) {
        ClassPathResource fichier = new ClassPathResource("schemas/" + departement + ".yaml");
        if (!fichier.exists()) {
            return Optional.empty();
        }
        YAMLMapper yaml = YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE).build();
        try (InputStream flux = fichier.getInputStream()) {
            Plan lu = yaml.readValue(flux, Plan.class);
            for (Fiche f : lu.fiches()) {
                if (f.intitule() == null || f.du() > f.au() || f.du() < lu.du() || f.au() > lu.au()) {
                    throw new IllegalStateException(fichier.getPath() + " : le calendrier de la fiche " + f.numero() + " est mal écrit.");
                }
            }
            return Optional.of(lu);
        } catch (IOException e) {
            throw new UncheckedIOException(fichier.getPath() + " est illisible", e);
        }
    }

    Optional<Plan> lire() {
        return plan;
    }
}
