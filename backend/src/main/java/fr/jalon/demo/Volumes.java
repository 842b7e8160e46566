package fr.jalon.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.jalon.departement.Departement;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** How many informations a year receives and how many evaluations it ends: the document's figures, then invented ones. */
@Component
class Volumes {

    record Annee(int annee, int recues, int evaluees, boolean fictif) {
    }

    private final List<Annee> annees;

    Volumes(Departement departement) {
        ClassPathResource propre = new ClassPathResource("demo/" + departement.profil().code() + ".yaml");
        try (InputStream flux = (propre.exists() ? propre : new ClassPathResource("demo/commun.yaml")).getInputStream()) {
            annees = new YAMLMapper().readValue(flux, new TypeReference<>() {
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Years up to the anchor, the last one cut at its day; years past the table go on as its last. */
    List<Annee> jusqua(Semis.Graine graine) {
        List<Annee> lues = new ArrayList<>();
        Annee derniere = annees.get(annees.size() - 1);
        for (int annee = annees.get(0).annee(); annee <= graine.ancre().getYear(); annee++) {
            int rang = annee - annees.get(0).annee();
            Annee modele = rang < annees.size() ? annees.get(rang) : derniere;
            double part = annee < graine.ancre().getYear() ? 1 : graine.ancre().getDayOfYear() / (double) LocalDate.of(annee, 12, 31).getDayOfYear();
            lues.add(new Annee(annee, graine.aLEchelle((int) Math.round(modele.recues() * part)),
                    graine.aLEchelle((int) Math.round(modele.evaluees() * part)), modele.fictif() || rang >= annees.size()));
        }
        return lues;
    }
}
