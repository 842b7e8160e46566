package fr.jalon.indicateur;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;

import fr.jalon.indicateur.Collecte.AxeCumul;
import fr.jalon.indicateur.Collecte.Cle;
import fr.jalon.indicateur.Collecte.Grain;
import fr.jalon.indicateur.FormuleMesure.Compte;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Every kind of formula, over random histories full of edges: what is read from the sums is what a full recount counts, for years, months,
 * units, products, sexes; and a history taken out and put back changed leaves nothing behind.
 */
class ContributionsProprietesTest {

    private static final LocalDate AUJOURDHUI = LocalDate.of(2026, 3, 15);
    private static final LocalDate DATE = LocalDate.of(2024, 3, 2);
    private static final List<String> BASES = List.of("PLACEMENT_ASE", "APJM");
    private static final List<String> MINEURS = List.of("PLACEMENT_ASE");
    private static final Map<String, List<String>> MEP = Map.of("produit", List.of("MEP"));
    private static final Map<String, List<String>> SANS_ACCUEIL = Map.of("accueil", List.of("ABSENT"));

    static final List<Formule> FORMULES = formules();

    private static List<Formule> formules() {
        List<Formule> f = new ArrayList<>(List.of(new Formule.Entrantes(null), new Formule.Entrantes("JOINTE"), new Formule.Entrantes("ATTENTE"),
                new Formule.Ouvertes(0, null), new Formule.Ouvertes(1, 2), new Formule.Ouvertes(3, null), new Formule.Tenues(), new Formule.Cohorte(),
                new Formule.Mineurs(), new Formule.PartATerme(false, false), new Formule.PartATerme(false, true), new Formule.PartATerme(true, false)));
        for (Formule.Etape e : Formule.Etape.values()) {
            f.add(new Formule.Flux(e));
        }
        for (Statistique s : Statistique.values()) {
            f.add(new Formule.Duree(Formule.Etape.RAPPORT, s));
            f.add(new FormuleMesure.Delai("MESURE", "EXERCEE", null, s));
            f.add(new FormuleMesure.Longueur("EXERCEE", MEP, s));
        }
        for (Compte c : Compte.values()) {
            f.add(new FormuleMesure.EnCours("EXERCEE", null, c));
            f.add(new FormuleMesure.EnCours("EXERCEE", MEP, c, new Enfants(6, 16, null)));
            f.add(new FormuleMesure.EnCours("CONFIE", SANS_ACCUEIL, c, new Enfants(null, null, true)));
            f.add(new FormuleMesure.Touches("EXERCEE", null, c));
            f.add(new FormuleMesure.Touches("EXERCEE", MEP, c, new Enfants(null, null, false)));
            f.add(new FormuleMesure.Mouvements("EXERCEE", FormuleMesure.Mouvements.Sens.DEBUTS, null, c));
            f.add(new FormuleMesure.Mouvements("EXERCEE", FormuleMesure.Mouvements.Sens.FINS, MEP, c, new Enfants(null, 18, null)));
            f.add(new FormuleMesure.Actes("mesure.renouvelee", null, c));
            f.add(new FormuleMesure.Actes("mesure.renouvelee", MEP, c, new Enfants(3, null, null)));
        }
        f.addAll(List.of(new FormuleProjet.PartEnCours("PROJET_VALIDE", MEP), new FormuleProjet.Couverture(Map.of("produit", List.of("PAD")), 3),
                new FormuleProjet.Couverture(null, 0), new FormuleProjet.EtablisATemps(3, false), new FormuleProjet.EtablisATemps(3, true),
                new FormuleProjet.ActesAvant("projet.ouvert", 6, null)));
        for (Boolean mna : new Boolean[] {null, true, false}) {
            f.add(new FormuleAutonomie.Anniversaires(18, MINEURS, mna));
            f.add(new FormuleAutonomie.Anniversaires(17, MINEURS, mna));
            f.add(new FormuleAutonomie.EntretiensATemps(MINEURS, mna));
            f.add(new FormuleAutonomie.EntretiensEntresTard(MINEURS, mna));
            for (FormuleAutonomie.Majeurs.Quoi q : FormuleAutonomie.Majeurs.Quoi.values()) {
                f.add(new FormuleAutonomie.Majeurs(BASES, q, mna, false));
            }
            f.add(new FormuleAutonomie.Suivis(null, 18, mna, false));
            f.add(new FormuleAutonomie.Suivis(16, 21, mna, true));
            f.add(new FormuleAutonomie.Suivis(null, 18, mna, true));
        }
        f.addAll(List.of(new FormuleAutonomie.Majeurs(BASES, FormuleAutonomie.Majeurs.Quoi.EN_COURS, null, true), new FormuleAutonomie.PartDesMajeurs(BASES, "mdph"),
                new FormuleCroisee.Ensemble("EXERCEE", MEP, null, new FormuleCroisee.Condition("CONFIE", null), false),
                new FormuleCroisee.Ensemble("EXERCEE", null, new Enfants(3, 18, null), new FormuleCroisee.Condition("CONFIE", null), true),
                new FormuleCroisee.Succession("CONFIE", null, null, new FormuleCroisee.Condition("EXERCEE", MEP), 30, true),
                new FormuleCroisee.Succession("CONFIE", null, null, new FormuleCroisee.Condition("EXERCEE", null), 90, false),
                new FormuleCroisee.Journees("CONFIE", null, null), new FormuleCroisee.Journees("EXERCEE", MEP, new Enfants(null, 18, null)),
                new FormuleSuivi.DureeMois("EXERCEE", null), new FormuleSuivi.Sans("CONFIE", null, new FormuleCroisee.Condition("EXERCEE", MEP)),
                new FormuleSuivi.Courtes("EXERCEE", null, 6, null), new FormuleSuivi.RecuesPar(List.of("u1"), true),
                new FormuleSuivi.ActesSuivis("mesure.renouvelee", null, null, new FormuleCroisee.Condition("CONFIE", null), 60, true)));
        return f;
    }

    @Property(tries = 60)
    void sums_are_what_a_recount_counts(@ForAll long graine) {
        SplittableRandom hasard = new SplittableRandom(graine);
        Faits faits = HistoiresInventees.faits(hasard, 1 + hasard.nextInt(12), 1 + hasard.nextInt(12));
        Histoires histoires = Histoires.de(faits, null, null);
        for (Formule f : FORMULES) {
            comparer(f, faits, cellules(f, List.of(histoires), List.of(1)));
        }
    }

    @Property(tries = 40)
    void a_history_taken_out_and_put_back_changed_leaves_the_recount_of_what_is_known(@ForAll long graine) {
        SplittableRandom hasard = new SplittableRandom(graine);
        Faits fixes = HistoiresInventees.faits(hasard, 4, 4);
        Faits avant = HistoiresInventees.faits(hasard, 3, 3);
        Faits apres = HistoiresInventees.faits(hasard, 3, 3);
        Faits tout = HistoiresInventees.reunir(fixes, apres);
        for (Formule f : FORMULES) {
            comparer(f, tout, cellules(f, List.of(Histoires.de(HistoiresInventees.reunir(fixes, avant), null, null), Histoires.de(avant, null, null),
                    Histoires.de(apres, null, null)), List.of(1, -1, 1)));
        }
    }

    private static Cellules cellules(Formule f, List<Histoires> histoires, List<Integer> signes) {
        Collecte collecte = new Collecte(Paliers.au(AUJOURDHUI, List.of(DATE)));
        for (int i = 0; i < histoires.size(); i++) {
            Contributions.emettre(FormulesCumulees.base(f), histoires.get(i), collecte.signe(signes.get(i)));
        }
        Cellules cellules = new Cellules();
        collecte.cellules().forEach((c, n) -> cellules.ajouter(c, n[0]));
        return cellules;
    }

    private static void comparer(Formule f, Faits faits, Cellules cellules) {
        for (int annee = 2022; annee <= 2026; annee++) {
            Portee an = Portee.annee(annee, AUJOURDHUI, null);
            comparer(f, faits, cellules, Cle.TOTAL, Grain.ANNEE, an);
            comparer(f, faits, cellules, new Cle(AxeCumul.UNITE, "u1"), Grain.ANNEE, Portee.annee(annee, AUJOURDHUI, Set.of("u1")));
            if (!(f instanceof FormuleAutonomie.Suivis) && Forme.de(f) != Forme.AUCUNE && !informations(f)) {
                comparer(f, faits, cellules, new Cle(AxeCumul.PRODUIT, "MEP"), Grain.ANNEE, an.dont(Map.of("produit", "MEP")));
            }
            if (f.stock()) {
                comparer(f, faits, cellules, Cle.TOTAL, Grain.ANNEE, an.au(DATE));
            }
            for (int mois = 1; mois <= 12 && !LocalDate.of(annee, mois, 1).isAfter(AUJOURDHUI); mois++) {
                LocalDate du = LocalDate.of(annee, mois, 1);
                comparer(f, faits, cellules, Cle.TOTAL, Grain.MOIS, Recompte.porteeDuMois(du, AUJOURDHUI, null));
                comparer(f, faits, cellules, new Cle(AxeCumul.UNITE, "u2"), Grain.MOIS, Recompte.porteeDuMois(du, AUJOURDHUI, Set.of("u2")));
            }
            if (!informations(f) && !(f instanceof Formule.Mineurs)) {
                comparer(f, HistoiresInventees.filles(faits), cellules, new Cle(AxeCumul.SEXE, "FILLE"), Grain.ANNEE, an);
            }
        }
    }

    /** Told of informations and IPs, which are nobody's in particular. */
    private static boolean informations(Formule f) {
        return f.getClass().getEnclosingClass() == Formule.class || f instanceof FormuleSuivi.RecuesPar;
    }

    private static void comparer(Formule f, Faits faits, Cellules cellules, Cle cle, Grain grain, Portee portee) {
        Resultat attendu = f.calculer(faits, portee);
        Chiffre lu = LectureCumul.lire(f, cellules, cle, grain, portee, faits.mesures().places());
        assertThat(lu.valeur()).as("%s, %s, %s, %s", f, cle, grain, portee).usingComparator(java.util.Comparator.nullsFirst(java.util.Comparator.naturalOrder()))
                .isEqualTo(attendu.valeur());
        assertThat(lu.raison()).as("%s, %s", f, portee).isEqualTo(attendu.nonConnu());
        if (cle.equals(Cle.TOTAL)) {
            assertThat(lu.effectif()).as("files of %s, %s, %s", f, grain, portee).isEqualTo(attendu.comptes().size());
            if (lu.base() != null) {
                assertThat(lu.base()).as("base of %s, %s", f, portee).isEqualTo((long) attendu.base().size());
            }
        }
    }

    @Property(tries = 40)
    void places_taken_are_what_a_recount_counts(@ForAll long graine) {
        List<FaitsMesures.Places> places = List.of(new FaitsMesures.Places("s1", "MEP", null, 7, LocalDate.of(2022, 3, 1), LocalDate.of(2024, 2, 29)),
                new FaitsMesures.Places("s1", "MEP", null, 4, LocalDate.of(2023, 1, 1), null), new FaitsMesures.Places("s1", "PAD", null, 3, LocalDate.of(2021, 1, 1), null),
                new FaitsMesures.Places("s2", "MEP", "u1", 5, LocalDate.of(2021, 1, 1), null), new FaitsMesures.Places(null, "PAD", null, 9, LocalDate.of(2021, 1, 1), null));
        Faits faits = HistoiresInventees.placees(HistoiresInventees.faits(new SplittableRandom(graine), 12, 0), places);
        for (Map<String, List<String>> filtre : java.util.Arrays.asList(null, MEP, Map.of("produit", List.of("MEP"), "service", List.of("s1")))) {
            Formule f = new FormuleMesure.Occupation(filtre);
            Cellules cellules = cellules(f, List.of(Histoires.de(faits, null, null)), List.of(1));
            for (int annee = 2022; annee <= 2026; annee++) {
                comparer(f, faits, cellules, Cle.TOTAL, Grain.ANNEE, Portee.annee(annee, AUJOURDHUI, null));
                for (int mois = 1; mois <= 12 && !LocalDate.of(annee, mois, 1).isAfter(AUJOURDHUI); mois++) {
                    comparer(f, faits, cellules, Cle.TOTAL, Grain.MOIS, Recompte.porteeDuMois(LocalDate.of(annee, mois, 1), AUJOURDHUI, null));
                }
            }
        }
    }

    @Property(tries = 40)
    void age_bands_are_those_of_the_day_that_counts(@ForAll long graine) {
        Faits faits = HistoiresInventees.faits(new SplittableRandom(graine), 10, 0);
        Enfants ados = new Enfants(11, 16, null);
        Map<Formule, Formule> paires = new HashMap<>();
        for (Compte c : Compte.values()) {
            paires.put(new FormuleMesure.EnCours("EXERCEE", MEP, c), new FormuleMesure.EnCours("EXERCEE", MEP, c, ados));
            paires.put(new FormuleMesure.Actes("mesure.renouvelee", null, c), new FormuleMesure.Actes("mesure.renouvelee", null, c, ados));
            paires.put(new FormuleMesure.Mouvements("EXERCEE", FormuleMesure.Mouvements.Sens.FINS, null, c),
                    new FormuleMesure.Mouvements("EXERCEE", FormuleMesure.Mouvements.Sens.FINS, null, c, ados));
        }
        paires.forEach((toutes, tranche) -> {
            Cellules cellules = cellules(toutes, List.of(Histoires.de(faits, null, null)), List.of(1));
            for (int annee = 2022; annee <= 2026; annee++) {
                Portee an = Portee.annee(annee, AUJOURDHUI, null);
                assertThat(LectureCumul.lire(toutes, cellules, new Cle(AxeCumul.AGE, "11-15"), Grain.ANNEE, an, List.of()).valeur())
                        .as("%s %s", toutes, annee).isEqualByComparingTo(tranche.calculer(faits, an).valeur());
            }
        });
    }

    @Property(tries = 200)
    void a_statistic_of_how_many_is_that_of_each(@ForAll List<@net.jqwik.api.constraints.IntRange(max = 400) Integer> longueurs) {
        java.util.TreeMap<Integer, Long> nombres = new java.util.TreeMap<>();
        longueurs.forEach(l -> nombres.merge(l, 1L, Long::sum));
        for (Statistique s : Statistique.values()) {
            assertThat(s.calculer(nombres)).isEqualTo(s.calculer(longueurs.stream().map(Integer::longValue).toList()));
        }
    }
}
