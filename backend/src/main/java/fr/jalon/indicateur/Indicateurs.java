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
import java.util.function.BiFunction;
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
import fr.jalon.diffusion.Public;
import fr.jalon.indicateur.Collecte.AxeCumul;
import fr.jalon.indicateur.Collecte.Cle;
import fr.jalon.indicateur.Collecte.Grain;

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

    /** One cell. {@code arreteLe}: final since, or null. */
    record Cellule(int annee, Chiffre chiffre, Instant arreteLe) {
    }

    record Ligne(Indicateur indicateur, List<Cellule> cellules) {
    }

    /** @param cle the unit, product, frame or service of the line */
    record ParAxe(String cle, List<Chiffre> chiffres) {
    }

    private final Catalogue catalogue;
    private final LectureFaits lecture;
    private final FaitsTenus tenus;
    private final Recompte recompte;
    private final Calculs calculs;
    private final Derriere derriere;
    private final Exercices exercices;
    private final Departement departement;
    private final Acces acces;
    private final Journal journal;
    private final Horloge horloge;
    private final ApplicationEventPublisher evenements;

    Indicateurs(Catalogue catalogue, LectureFaits lecture, FaitsTenus tenus, Recompte recompte, Calculs calculs, Derriere derriere, Exercices exercices, Departement departement, Acces acces,
            Journal journal, Horloge horloge, ApplicationEventPublisher evenements) {
        this.catalogue = catalogue;
        this.lecture = lecture;
        this.tenus = tenus;
        this.recompte = recompte;
        this.calculs = calculs;
        this.derriere = derriere;
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
        Map<Integer, Exercices.Arrete> arretes = exercices.arretes();
        List<Indicateur> tous = catalogue.tous();
        IntFunction<Lecteur> lecteurs = lecteurs(tous, unites, arretes);
        List<Ligne> lignes = new ArrayList<>();
        for (Indicateur i : tous) {
            List<Cellule> cellules = new ArrayList<>();
            for (int annee = du; annee <= au; annee++) {
                cellules.add(new Cellule(annee, lecteurs.apply(annee).lire(i, annee), arretes.containsKey(annee) ? arretes.get(annee).le() : null));
            }
            lignes.add(new Ligne(i, cellules));
        }
        return lignes;
    }

    /** The same table as it may leave: keys of {@link SecretIndicateurs} that are hidden. None inside. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    Set<String> cachees(List<Ligne> lignes, String unite, Public qui) {
        if (qui == Public.INTERNE) {
            return Set.of();
        }
        Set<String> unites = unites(unite);
        Map<String, Map<Integer, Derriere.Enfants>> enfants = new HashMap<>();
        IntFunction<Faits> faits = lectures();
        for (Ligne l : lignes) {
            for (Cellule c : l.cellules()) {
                enfants.computeIfAbsent(l.indicateur().code(), k -> new HashMap<>()).put(c.annee(), Detail.nombreDEnfants(l.indicateur().mesure())
                        ? Derriere.enfants(c.chiffre()) : derriere.enfants(calculer(l.indicateur(), faits.apply(c.annee()), c.annee(), unites), faits.apply(c.annee())));
            }
        }
        return SecretIndicateurs.cachees(lignes, enfants, qui);
    }

    /** A file leaves the house, or is kept by somebody: it is written down. */
    @Transactional
    void noterExport(Public qui) {
        journal.modification(null, "indicateurs.export." + qui.name().toLowerCase(java.util.Locale.ROOT));
    }

    /** How the figures of one fence are read. */
    private interface Lecteur {
        Chiffre lire(Indicateur i, int annee);
    }

    /**
     * From the sums where they are kept: of the whole, and of one unit, now. Of several units a child in two is not two; the facts of a closed year never
     * change, and what they count is kept with them: these are counted from the facts. Each fence is read once.
     */
    private IntFunction<Lecteur> lecteurs(List<Indicateur> indicateurs, Set<String> unites, Map<Integer, Exercices.Arrete> arretes) {
        Map<String, Lecteur> lus = new HashMap<>();
        IntFunction<Faits> faits = lectures();
        return annee -> lus.computeIfAbsent(arretes.containsKey(annee) ? arretes.get(annee).cloture() : "", cloture -> {
            if (cloture.isEmpty() && (unites == null || unites.size() == 1)) {
                Cle cle = unites == null ? Cle.TOTAL : new Cle(AxeCumul.UNITE, unites.iterator().next());
                Calculs.Calcul c = calculs.de(indicateurs, cle.axe(), Grain.ANNEE, Connu.maintenant());
                return (i, an) -> c.annee(i, an, cle);
            }
            Faits lues = faits.apply(annee);
            return (i, an) -> Recompte.chiffre(i, calculer(i, lues, an, unites));
        });
    }

    /** A line a unit, for one year. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    List<ParAxe> parUnite(int annee, List<String> codes) {
        Set<String> miennes = unites(null);
        verifierAnnees(annee, annee);
        List<Indicateur> indicateurs = codes.stream().map(catalogue::exiger).toList();
        BiFunction<Indicateur, String, Chiffre> lire = parUnite(indicateurs, annee);
        List<ParAxe> lignes = new ArrayList<>();
        for (String unite : new TreeSet<>(miennes == null ? departement.noms().keySet() : miennes)) {
            List<Chiffre> chiffres = indicateurs.stream().map(i -> lire.apply(i, unite)).toList();
            if (chiffres.stream().anyMatch(c -> c.effectif() > 0 || c.base() != null && c.base() > 0)) {
                lignes.add(new ParAxe(unite, chiffres));
            }
        }
        return lignes;
    }

    private BiFunction<Indicateur, String, Chiffre> parUnite(List<Indicateur> indicateurs, int annee) {
        if (exercices.arretes().containsKey(annee)) {
            Faits faits = lectures().apply(annee);
            return (i, unite) -> Recompte.chiffre(i, calculer(i, faits, annee, Set.of(unite)));
        }
        Calculs.Calcul c = calculs.de(indicateurs, AxeCumul.UNITE, Grain.ANNEE, Connu.maintenant());
        return (i, unite) -> c.annee(i, annee, new Cle(AxeCumul.UNITE, unite));
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
        List<ParAxe> lignes = new ArrayList<>();
        if (axe == Axe.PRODUIT && unites == null && !exercices.arretes().containsKey(annee)) {
            Calculs.Calcul c = calculs.de(indicateurs, AxeCumul.PRODUIT, Grain.ANNEE, Connu.maintenant());
            for (String produit : c.produits()) {
                ajouter(lignes, produit, indicateurs.stream().map(i -> c.annee(i, annee, new Cle(AxeCumul.PRODUIT, produit))).toList());
            }
            return lignes;
        }
        Faits faits = lectures().apply(annee);
        for (String valeur : axe.valeurs(faits.mesures())) {
            ajouter(lignes, valeur, indicateurs.stream()
                    .map(i -> Recompte.chiffre(i, calculer(i, faits, annee, unites, Map.of(axe.dimension(), valeur)))).toList());
        }
        return lignes;
    }

    private static void ajouter(List<ParAxe> lignes, String cle, List<Chiffre> chiffres) {
        if (chiffres.stream().anyMatch(c -> c.valeur() != null && c.valeur().signum() != 0)) {
            lignes.add(new ParAxe(cle, chiffres));
        }
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
        return annee -> arretes.containsKey(annee) ? lues.computeIfAbsent(arretes.get(annee).cloture(), lecture::lire)
                : lues.computeIfAbsent(maintenant, tenus::maintenant);
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
