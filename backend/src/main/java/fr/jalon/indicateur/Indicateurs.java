package fr.jalon.indicateur;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.IntFunction;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Figures, their definition and their lists. Who counts sees the whole département; who supervises sees the units they are responsible
 * for. One reading a request: two figures of one page never come from two moments.
 */
@Service
public class Indicateurs {

    /** A closed year is read as it was known; a table never asks for more years than a contract has. */
    static final int ANNEES_MAX = 15;

    /** One cell. {@code effectif}: files behind; {@code base}: among which. {@code arreteLe}: final since, or null. */
    record Cellule(int annee, Resultat resultat, Instant arreteLe) {
    }

    record Ligne(Indicateur indicateur, List<Cellule> cellules) {
    }

    /** @param cle the unit, product, frame or service of the line */
    record ParAxe(String cle, List<Resultat> resultats) {
    }

    private final Catalogue catalogue;
    private final LectureFaits lecture;
    private final Recompte recompte;
    private final Exercices exercices;
    private final Departement departement;
    private final Acces acces;
    private final Journal journal;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    Indicateurs(Catalogue catalogue, LectureFaits lecture, Recompte recompte, Exercices exercices, Departement departement, Acces acces,
            Journal journal, Horloge horloge, ApplicationEventPublisher evenements) {
        this.catalogue = catalogue;
        this.lecture = lecture;
        this.recompte = recompte;
        this.exercices = exercices;
        this.departement = departement;
        this.acces = acces;
        this.journal = journal;
        this.horloge = horloge;
        this.evenements = evenements;
    }

    List<Indicateur> catalogue() {
        exigerCompte();
        return catalogue.tous();
    }

    /** A line an indicator, a column a year. @param unite null: all those the person counts */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    List<Ligne> annees(int du, int au, String unite) {
        Set<String> unites = unites(unite);
        verifierAnnees(du, au);
        IntFunction<Faits> faits = lectures();
        Map<Integer, Exercices.Arrete> arretes = exercices.arretes();
        List<Ligne> lignes = new ArrayList<>();
        for (Indicateur i : catalogue.tous()) {
            List<Cellule> cellules = new ArrayList<>();
            for (int annee = du; annee <= au; annee++) {
                cellules.add(new Cellule(annee, calculer(i, faits.apply(annee), annee, unites),
                        arretes.containsKey(annee) ? arretes.get(annee).le() : null));
            }
            lignes.add(new Ligne(i, cellules));
        }
        return lignes;
    }

    /** A line a unit, for one year. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    List<ParAxe> parUnite(int annee, List<String> codes) {
        Set<String> miennes = unites(null);
        verifierAnnees(annee, annee);
        List<Indicateur> indicateurs = codes.stream().map(catalogue::exiger).toList();
        Faits faits = lectures().apply(annee);
        Set<String> presentes = new TreeSet<>(miennes == null ? departement.noms().keySet() : miennes);
        List<ParAxe> lignes = new ArrayList<>();
        for (String unite : presentes) {
            List<Resultat> resultats = indicateurs.stream().map(i -> calculer(i, faits, annee, Set.of(unite))).toList();
            if (resultats.stream().anyMatch(r -> !r.base().isEmpty())) {
                lignes.add(new ParAxe(unite, resultats));
            }
        }
        return lignes;
    }

    /** A line a product, frame or service that measures of the year had, for one year. Only what is counted measure by measure is split. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    List<ParAxe> parAxe(int annee, Axe axe, List<String> codes, String unite) {
        Set<String> unites = unites(unite);
        verifierAnnees(annee, annee);
        List<Indicateur> indicateurs = codes.stream().map(catalogue::exiger).toList();
        if (!indicateurs.stream().allMatch(Indicateur::ventilable)) {
            throw Refus.champ("codes", "Seuls les indicateurs des mesures se détaillent par produit, cadre ou service.");
        }
        Faits faits = lectures().apply(annee);
        List<ParAxe> lignes = new ArrayList<>();
        for (String valeur : axe.valeurs(faits.mesures())) {
            List<Resultat> resultats = indicateurs.stream()
                    .map(i -> calculer(i, faits, annee, unites, Map.of(axe.dimension(), valeur))).toList();
            if (resultats.stream().anyMatch(r -> r.valeur() != null && r.valeur().signum() != 0)) {
                lignes.add(new ParAxe(valeur, resultats));
            }
        }
        return lignes;
    }

    /**
     * The files behind a figure, the very ones it counted. Only for whoever follows files: who counts is told the figure.
     *
     * @param manquants for a share, those of the base that do not meet the condition
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Dossiers dossiers(String code, int annee, String unite, boolean manquants) {
        acces.exiger(Mission.SUPERVISION);
        Set<String> unites = unites(unite);
        verifierAnnees(annee, annee);
        Indicateur indicateur = catalogue.exiger(code);
        Resultat resultat = calculer(indicateur, lectures().apply(annee), annee, unites);
        Set<UUID> comptes = Set.copyOf(resultat.comptes());
        List<UUID> voulus = manquants ? resultat.base().stream().filter(id -> !comptes.contains(id)).toList() : resultat.comptes();
        journal.recherche(voulus.size());
        return new Dossiers(resultat.type(), voulus);
    }

    /** @param ids in the order they were counted */
    public record Dossiers(fr.jalon.commun.TypeSujet type, List<UUID> ids) {
    }

    @Transactional
    public void arreter(int annee) {
        acces.exiger(Mission.COMPTAGE);
        if (annee >= horloge.aujourdhui().getYear()) {
            throw Refus.champ("annee", "L’année " + annee + " n’est pas finie : ses valeurs restent provisoires.");
        }
        exercices.arreter(annee);
        evenements.publishEvent(new ExerciceArrete(annee));
    }

    private Resultat calculer(Indicateur i, Faits faits, int annee, Set<String> unites) {
        return calculer(i, faits, annee, unites, Map.of());
    }

    private Resultat calculer(Indicateur i, Faits faits, int annee, Set<String> unites, Map<String, String> dimensions) {
        return recompte.annee(i, faits, annee, horloge.aujourdhui(), unites, dimensions);
    }

    /** Facts of a year: as known when it was closed, or now; each fence is read once. */
    private IntFunction<Faits> lectures() {
        Map<Integer, Exercices.Arrete> arretes = exercices.arretes();
        String maintenant = lecture.cloture();
        Map<String, Faits> lues = new HashMap<>();
        return annee -> lues.computeIfAbsent(arretes.containsKey(annee) ? arretes.get(annee).cloture() : maintenant, lecture::lire);
    }

    private static void verifierAnnees(int du, int au) {
        if (du < 2000 || au > 2100 || au < du || au - du >= ANNEES_MAX) {
            throw Refus.champ("du", "Choisissez de une à quinze années, dans l’ordre.");
        }
    }

    /** Units counted: null means all. */
    private Set<String> unites(String demandee) {
        Identite qui = exigerCompte();
        boolean toutes = qui.a(Mission.COMPTAGE) || qui.territoire(Mission.SUPERVISION).departement();
        if (demandee == null || demandee.isBlank()) {
            return toutes ? null : qui.territoire(Mission.SUPERVISION).unites();
        }
        if (!departement.noms().containsKey(demandee)) {
            throw Refus.champ("unite", "Cette unité n’existe pas.");
        }
        if (!toutes && !qui.a(Mission.SUPERVISION, demandee)) {
            journal.refus(null, "indicateur.unite");
            throw new Interdit("Vos habilitations portent sur d’autres unités.");
        }
        return Set.of(demandee);
    }

    /** Units the person may choose from, by id. */
    Map<String, String> unitesOffertes() {
        Set<String> miennes = unites(null);
        Map<String, String> offertes = new LinkedHashMap<>();
        departement.unites().stream().filter(u -> !u.type().equals("DIRECTION") && (miennes == null || miennes.contains(u.id())))
                .forEach(u -> offertes.put(u.id(), u.nom()));
        return offertes;
    }

    private Identite exigerCompte() {
        Identite qui = IdentiteCourante.exiger();
        if (!qui.a(Mission.COMPTAGE) && !qui.a(Mission.SUPERVISION)) {
            acces.exiger(Mission.COMPTAGE);
        }
        return qui;
    }
}
