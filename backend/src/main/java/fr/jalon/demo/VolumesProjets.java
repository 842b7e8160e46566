package fr.jalon.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.jalon.departement.Departement;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Projets to come out of the synthetic caseload: the document's figures, then invented ones. */
@Component
class VolumesProjets {

    /** @param etablis different projets a version of which is established in the year */
    record Annee(int annee, int etablis, boolean fictif) {
    }

    /** Share, in percent, of the projets in force at the end of a year that were set up within a MEP. */
    record Mep(int annee, int part) {
    }

    private record Tableau(List<Annee> annees, Mep mep) {
    }

    private final Tableau tableau;

    @Autowired
    VolumesProjets(Departement departement) {
        this(departement.profil().code());
    }

    VolumesProjets(String code) {
        ClassPathResource propre = new ClassPathResource("demo/projets-" + code + ".yaml");
        YAMLMapper yaml = YAMLMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE).build();
        try (InputStream flux = (propre.exists() ? propre : new ClassPathResource("demo/projets.yaml")).getInputStream()) {
            tableau = yaml.readValue(flux, Tableau.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Up to the anchor's year, at the scale of the seed. */
    List<Annee> annees(Semis.Graine graine) {
        return tableau.annees().stream().filter(a -> a.annee() <= graine.ancre().getYear())
                .map(a -> new Annee(a.annee(), graine.aLEchelle(a.etablis()), a.fictif())).toList();
    }

    /** Null when nothing is printed. */
    Mep mep() {
        return tableau.mep();
    }
}
