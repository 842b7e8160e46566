package fr.jalon.indicateur;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;

import fr.jalon.indicateur.FormuleMesure.Compte;
import fr.jalon.indicateur.FormuleMesure.Mouvements.Sens;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever the formula: the ones counted are those of the figure, and with the ones out they make up all that are near. */
class ExclusionsProprietesTest {

    private static final LocalDate AUJOURDHUI = LocalDate.of(2026, 3, 15);
    private static final Map<String, List<String>> MEP = Map.of("produit", List.of("MEP"));
    private static final Enfants ENFANTS = new Enfants(6, 16, false);

    private static List<Formule> formules() {
        List<Formule> f = new ArrayList<>(ContributionsProprietesTest.FORMULES);
        f.add(new FormuleSuivi.Familles("EXERCEE", null, MEP, true));
        f.add(new FormuleSuivi.Familles("EXERCEE", null, MEP, false));
        for (FormuleAutonomie.Majeurs.Quoi q : FormuleAutonomie.Majeurs.Quoi.values()) {
            f.add(new FormuleAutonomie.Majeurs(List.of("PLACEMENT_ASE", "APJM"), q, false, true));
        }
        return f;
    }

    @Property(tries = 40)
    void the_ones_counted_are_those_of_the_figure_and_the_others_are_out_once(@ForAll long graine) {
        SplittableRandom hasard = new SplittableRandom(graine);
        Faits faits = HistoiresInventees.faits(hasard, 1 + hasard.nextInt(15), 1 + hasard.nextInt(15));
        for (Formule f : formules()) {
            for (int annee = 2022; annee <= 2026; annee++) {
                for (Set<String> unites : java.util.Arrays.asList(null, Set.of("u1"))) {
                    Portee portee = Portee.annee(annee, AUJOURDHUI, unites);
                    Voisinage v = Proches.de(f, faits, portee, Proches.Annules.AUCUN);
                    assertThat(v.comptes()).as("%s, %s", f, portee).isEqualTo(attendus(f, f.calculer(faits, portee)));
                    assertThat(v.comptes() + somme(v)).as("%s, %s", f, portee).isEqualTo(v.proches());
                    assertThat(v.exclus().values()).as("%s", f).allMatch(n -> n > 0);
                }
            }
        }
    }

    private static long somme(Voisinage v) {
        return v.exclus().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Of a share its base, of a length or of days the files, otherwise the figure itself. */
    private static long attendus(Formule f, Resultat r) {
        return switch (Forme.de(f)) {
            case PART, PART_STOCK -> r.base().size();
            case LONGUEUR, JOURNEES, OCCUPATION -> r.comptes().stream().distinct().count();
            default -> r.valeur().longValueExact();
        };
    }

    /** The near ones told another way: those of the same formula without its conditions. */
    @Property(tries = 60)
    void counted_and_excluded_are_those_of_the_formula_without_its_filters(@ForAll long graine) {
        SplittableRandom hasard = new SplittableRandom(graine);
        Faits faits = HistoiresInventees.faits(hasard, 1 + hasard.nextInt(20), 0);
        for (int annee = 2022; annee <= 2026; annee++) {
            Portee an = Portee.annee(annee, AUJOURDHUI, null);
            for (Compte c : Compte.values()) {
                memes(faits, an, new FormuleMesure.Actes("mesure.renouvelee", MEP, c, ENFANTS), new FormuleMesure.Actes("mesure.renouvelee", null, c));
                memes(faits, an, new FormuleMesure.Mouvements("CONFIE", Sens.DEBUTS, MEP, c, ENFANTS), new FormuleMesure.Mouvements("CONFIE", Sens.DEBUTS, null, c));
                memes(faits, an, new FormuleMesure.Touches("CONFIE", MEP, c, ENFANTS), new FormuleMesure.Touches("CONFIE", null, c));
            }
            memes(faits, an, new FormuleProjet.ActesAvant("projet.ouvert", 6, MEP), new FormuleMesure.Actes("projet.ouvert", null, Compte.MESURES));
            memes(faits, an, new FormuleSuivi.ActesSuivis("mesure.renouvelee", MEP, ENFANTS, new FormuleCroisee.Condition("CONFIE", MEP), 30, false),
                    new FormuleMesure.Actes("mesure.renouvelee", null, Compte.ENFANTS));
            memes(faits, an, new FormuleCroisee.Journees("CONFIE", MEP, ENFANTS), new FormuleMesure.Touches("CONFIE", null, Compte.MESURES));
            memes(faits, an, new FormuleSuivi.Familles("CONFIE", null, MEP, false), new FormuleMesure.Touches("CONFIE", null, Compte.ENFANTS));
            stock(faits, an);
        }
    }

    private static void memes(Faits faits, Portee an, Formule filtree, Formule libre) {
        Voisinage v = Proches.de(filtree, faits, an, Proches.Annules.AUCUN);
        long unJour = v.exclus().getOrDefault(RaisonsExclusion.D_UN_JOUR, 0L);
        long attendus = libre.calculer(faits, an).valeur().longValueExact();
        // Of those of a day, some have other days.
        assertThat(v.comptes() + somme(v)).as("%s, %s", filtree, an).isBetween(attendus, attendus + unJour);
    }

    /** Of a stock: all that run that day, and what as asked ran another day of the year; day by day. */
    private static void stock(Faits faits, Portee an) {
        Set<UUID> proches = new HashSet<>();
        for (FaitsMesures.Periode p : faits.mesures().periodes("CONFIE")) {
            for (FaitsMesures.Segment s : p.segments()) {
                boolean voulu = "MEP".equals(s.dimensions().get("produit"));
                boolean unJour = false;
                for (LocalDate j = an.du(); !j.isAfter(an.jour()); j = j.plusDays(1)) {
                    unJour |= s.ouvertLe(j);
                }
                if (s.ouvertLe(an.jour()) || voulu && unJour) {
                    proches.add(p.enfant());
                }
            }
        }
        Voisinage v = Proches.de(new FormuleMesure.EnCours("CONFIE", MEP, Compte.ENFANTS), faits, an, Proches.Annules.AUCUN);
        assertThat(v.comptes() + somme(v)).isEqualTo(proches.size());
    }
}
