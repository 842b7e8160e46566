package fr.jalon.dossier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Journal;
import fr.jalon.commun.Sujet;
import fr.jalon.departement.Departement;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.LibellesEvenements;
import fr.jalon.evenement.Periodes;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the timeline of one child from events and periods: a fixed number of queries, whatever happened. */
@Service
public class LectureFrise {

    /** More than this and the drawing says nothing; the latest are kept. */
    private static final int FAITS_AU_PLUS = 400;

    private final Noms noms;
    private final DroitsDossier droits;
    private final ActesVus actes;
    private final Evenements evenements;
    private final Periodes periodes;
    private final LibellesEvenements libelles;
    private final ObjectProvider<DessinFrise> dessins;
    private final Departement departement;
    private final Journal journal;

    LectureFrise(Noms noms, DroitsDossier droits, ActesVus actes, Evenements evenements, Periodes periodes, LibellesEvenements libelles,
            ObjectProvider<DessinFrise> dessins, Departement departement, Journal journal) {
        this.noms = noms;
        this.droits = droits;
        this.actes = actes;
        this.evenements = evenements;
        this.periodes = periodes;
        this.libelles = libelles;
        this.dessins = dessins;
        this.departement = departement;
        this.journal = journal;
    }

    @Transactional
    public Frise frise(UUID demande) {
        UUID id = noms.canoniques(Set.of(demande)).getOrDefault(demande, demande);
        droits.exigerLecture(id);
        journal.ouverture(Sujet.enfant(id));
        Set<UUID> identites = noms.identites(id);
        Map<UUID, PageEnfant.EnCoursVu> references = new LinkedHashMap<>();
        actes.de(identites).forEach(a -> references.put(a.id(), a));
        List<DessinFrise> traceurs = dessins.orderedStream().toList();
        EnumSet<DessinFrise.Voie> voies = EnumSet.noneOf(DessinFrise.Voie.class);
        List<Frise.FaitFrise> faits = new ArrayList<>();
        List<Evenements.Fait> lus = evenements.dessinables(identites, FAITS_AU_PLUS + 1);
        for (Evenements.Fait f : lus.subList(0, Math.min(FAITS_AU_PLUS, lus.size()))) {
            DessinFrise.Voie voie = premier(traceurs, d -> d.fait(f.type())).orElse(DessinFrise.Voie.DOSSIER);
            String precision = traceurs.stream().map(d -> d.precision(f.type(), f.dimensions())).filter(p -> !p.isEmpty()).findFirst().orElse("");
            voies.add(voie);
            faits.add(new Frise.FaitFrise(f.id(), f.jour(), libelles.de(f.type()) + (precision.isEmpty() ? "" : " (" + precision + ")"), voie.name(), f.annule()));
        }
        List<Frise.PeriodeFrise> traits = new ArrayList<>();
        for (Periodes.Periode p : periodes.dEnfants(identites, references.keySet())) {
            DessinFrise.Trait trait = premier(traceurs, d -> d.periode(p.genre(), p.dimensions())).orElse(new DessinFrise.Trait(DessinFrise.Voie.DOSSIER, p.genre()));
            if (trait.voie() != DessinFrise.Voie.AUCUNE) {
                PageEnfant.EnCoursVu acte = references.get(p.sujet().id());
                voies.add(trait.voie());
                traits.add(new Frise.PeriodeFrise(p.periodeId(), trait.voie().name(), trait.libelle(), acte == null ? "" : acte.reference(),
                        acte != null && acte.ouvrable() ? acte.lien() : null, p.debut(), p.fin()));
            }
        }
        traits.sort(Comparator.comparing(Frise.PeriodeFrise::du).thenComparing(Frise.PeriodeFrise::id));
        return new Frise(voies.stream().map(v -> new Frise.VoieVue(v.name(), mots(v))).toList(), traits, faits, lus.size() > FAITS_AU_PLUS);
    }

    /** The département has its own name for the project of the child. */
    private String mots(DessinFrise.Voie voie) {
        return voie == DessinFrise.Voie.PROJET ? departement.profil().mots().getOrDefault("projet", voie.libelle()) : voie.libelle();
    }

    private static <T> Optional<T> premier(List<DessinFrise> traceurs, java.util.function.Function<DessinFrise, Optional<T>> question) {
        return traceurs.stream().map(question).map(o -> o.orElse(null)).filter(Objects::nonNull).findFirst();
    }
}
