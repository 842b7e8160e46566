package fr.jalon.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import fr.jalon.departement.Departement;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The caseload to come out of the synthetic measures: the document's figures, then invented ones. */
@Component
class VolumesMesures {

    /**
     * @param touches children with a measure at home exercised some day of the year
     * @param encours of these, on the morning of 1 January
     * @param caducs measures decided in the year that reach their term without a first intervention
     */
    record Annee(int annee, int touches, int encours, int caducs, boolean fictif) {
    }

    /** How many on a day. */
    record Date(LocalDate le, int nombre, boolean fictif) {
    }

    /** @param entrees children entrusted to a foster family in a year */
    record Familial(int nombre, int familles, int entrees) {
    }

    private record Tableau(List<Annee> annees, List<Date> attentes, int aujourdhui, Familial accueilFamilial, List<Date> tiers,
            Map<String, Map<String, Integer>> services) {
    }

    private final Tableau tableau;

    @Autowired
    VolumesMesures(Departement departement) {
        this(departement.profil().code());
    }

    VolumesMesures(String code) {
        ClassPathResource propre = new ClassPathResource("demo/mesures-" + code + ".yaml");
        YAMLMapper yaml = YAMLMapper.builder().addModule(new JavaTimeModule()).propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE).build();
        try (InputStream flux = (propre.exists() ? propre : new ClassPathResource("demo/mesures.yaml")).getInputStream()) {
            tableau = yaml.readValue(flux, Tableau.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Years up to the one after the anchor's, at the scale of the seed; years past the table go on as its last. */
    List<Annee> annees(Semis.Graine graine) {
        List<Annee> lues = new ArrayList<>();
        List<Annee> ecrites = tableau.annees();
        Annee derniere = ecrites.get(ecrites.size() - 1);
        for (int annee = ecrites.get(0).annee(); annee <= graine.ancre().getYear() + 1; annee++) {
            int rang = annee - ecrites.get(0).annee();
            Annee a = rang < ecrites.size() ? ecrites.get(rang) : new Annee(annee, derniere.touches(), derniere.encours(), derniere.caducs(), true);
            lues.add(new Annee(annee, graine.aLEchelle(a.touches()), graine.aLEchelle(a.encours()), graine.aLEchelle(a.caducs()), a.fictif()));
        }
        return lues;
    }

    /** Measures waiting on the printed dates before the anchor. */
    List<Date> attentes(Semis.Graine graine) {
        return avant(tableau.attentes(), graine);
    }

    /** Children with a third party on dates before the anchor. */
    List<Date> tiers(Semis.Graine graine) {
        return avant(tableau.tiers(), graine);
    }

    private static List<Date> avant(List<Date> dates, Semis.Graine graine) {
        return dates.stream().filter(d -> d.le().isBefore(graine.ancre()))
                .map(d -> new Date(d.le(), graine.aLEchelle(d.nombre()), d.fictif())).toList();
    }

    int attenteAujourdhui(Semis.Graine graine) {
        return graine.aLEchelle(tableau.aujourdhui());
    }

    Familial familial(Semis.Graine graine) {
        Familial f = tableau.accueilFamilial();
        return new Familial(graine.aLEchelle(f.nombre()), graine.aLEchelle(f.familles()), graine.aLEchelle(f.entrees()));
    }

    /** Services that exercise a product and their weights; empty when nothing says. */
    Map<String, Integer> services(String produit) {
        return tableau.services().getOrDefault(produit, Map.of());
    }
}
