package fr.jalon.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.jalon.departement.Departement;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The young people to come out of the synthetic département: the document's figures, then invented ones. */
@Component
class VolumesJeunes {

    /**
     * @param majeurs who come of age in care
     * @param accompagnes young adults supported some day of the year; {@code finis}: whose support ended in it
     * @param logement exits of the year with a stable home; {@code ressources}, {@code activite} likewise
     * @param fictif what of the line is invented, or null
     */
    record Annee(int annee, int majeurs, int accompagnes, int finis, int logement, int ressources, int activite, String fictif) {
    }

    private record Tableau(List<Annee> annees) {
    }

    private final List<Annee> ecrites;

    @Autowired
    VolumesJeunes(Departement departement) {
        this(departement.profil().code());
    }

    VolumesJeunes(String code) {
        ClassPathResource propre = new ClassPathResource("demo/jeunes-" + code + ".yaml");
        YAMLMapper yaml = YAMLMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE).build();
        try (InputStream flux = (propre.exists() ? propre : new ClassPathResource("demo/jeunes.yaml")).getInputStream()) {
            ecrites = yaml.readValue(flux, Tableau.class).annees();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Years up to the second after the anchor's, at the scale of the seed; years past the table go on as its last. */
    List<Annee> annees(Semis.Graine graine) {
        List<Annee> lues = new ArrayList<>();
        Annee derniere = ecrites.get(ecrites.size() - 1);
        for (int annee = ecrites.get(0).annee(); annee <= graine.ancre().getYear() + 2; annee++) {
            int rang = annee - ecrites.get(0).annee();
            Annee a = rang < ecrites.size() ? ecrites.get(rang) : derniere;
            lues.add(new Annee(annee, graine.aLEchelle(a.majeurs()), graine.aLEchelle(a.accompagnes()), graine.aLEchelle(a.finis()),
                    graine.aLEchelle(a.logement()), graine.aLEchelle(a.ressources()), graine.aLEchelle(a.activite()), a.fictif()));
        }
        return lues;
    }
}
