package fr.jalon.indicateur;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;

import fr.jalon.essai.TestIntegration;
import fr.jalon.indicateur.FormuleMesure.Compte;
import fr.jalon.projet.CarnetProjets;
import fr.jalon.projet.CarnetProjets.Enfant;
import fr.jalon.projet.VeriteProjet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * Random children with one to three measures, returns, changes of unit, majorities within the three months and establishments, written to the
 * log; what is counted against what was told, day by day.
 */
@TestIntegration
class ProjetsAuHasardIT {

    private static final int ENFANTS = 60;

    @Autowired
    private CarnetProjets carnet;
    @Autowired
    private LectureFaits lecture;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void what_is_counted_is_what_was_told(long graine) {
        SplittableRandom hasard = new SplittableRandom(graine);
        List<String> unites = List.of("hasard-p-" + graine + "-a", "hasard-p-" + graine + "-b");
        LocalDate premier = LocalDate.of(1960 + (int) graine, 1, 1);
        LocalDate dernier = premier.plusYears(1).minusDays(1);
        List<VeriteProjet> verites = new ArrayList<>();
        for (int n = 0; n < ENFANTS; n++) {
            Enfant e = raconter(hasard, unites, premier);
            carnet.ecrire(e);
            verites.add(new VeriteProjet(e));
        }
        Faits faits = lecture.lire();
        for (Set<String> perimetre : List.of(Set.copyOf(unites), Set.of(unites.get(0)))) {
            Portee portee = new Portee(premier, dernier, dernier, perimetre);
            for (LocalDate jour = premier; !jour.isAfter(dernier); jour = jour.plusDays(13)) {
                stocks(faits, verites, portee.au(jour), perimetre, jour);
            }
        }
        flux(faits, verites, new Portee(premier, dernier, dernier, Set.copyOf(unites)), premier, dernier);
    }

    private static void stocks(Faits faits, List<VeriteProjet> verites, Portee portee, Set<String> perimetre, LocalDate jour) {
        Predicate<VeriteProjet> ici = v -> perimetre.contains(v.uniteLe(jour));
        List<VeriteProjet> valides = verites.stream().filter(v -> v.valideLe(jour) && ici.test(v)).toList();
        assertThat(new FormuleMesure.EnCours("PROJET_VALIDE", null, Compte.MESURES).calculer(faits, portee).valeur().longValueExact()).isEqualTo(valides.size());
        assertThat(new FormuleMesure.EnCours("PROJET", null, Compte.ENFANTS).calculer(faits, portee).valeur().longValueExact())
                .isEqualTo(verites.stream().filter(v -> v.ouvertLe(jour) && ici.test(v)).count());
        Resultat mep = new FormuleProjet.PartEnCours("PROJET_VALIDE", Map.of("mep", List.of("OUI"))).calculer(faits, portee);
        assertThat(mep.base()).hasSize(valides.size());
        assertThat(mep.comptes()).hasSize((int) valides.stream().filter(v -> v.avecMep(jour)).count());
        if (perimetre.size() == 2) {
            Resultat couverture = new FormuleProjet.Couverture(null, 0).calculer(faits, portee);
            assertThat(couverture.base()).hasSize((int) verites.stream().filter(v -> v.exerceLe(jour)).count());
            assertThat(couverture.comptes()).hasSize((int) verites.stream().filter(v -> v.exerceLe(jour) && v.valideLe(jour)).count());
        }
    }

    private static void flux(Faits faits, List<VeriteProjet> verites, Portee portee, LocalDate premier, LocalDate dernier) {
        LocalDate depuis = premier.minusYears(2);
        List<VeriteProjet> ouverts = verites.stream().filter(v -> v.chemins(depuis, dernier).stream().findFirst().filter(portee::contient).isPresent()).toList();
        assertThat(new FormuleMesure.Actes("projet.ouvert", null, Compte.MESURES).calculer(faits, portee).valeur().longValueExact()).isEqualTo(ouverts.size());
        assertThat(new FormuleProjet.ActesAvant("projet.ouvert", 6, null).calculer(faits, portee).valeur().longValueExact()).isEqualTo(ouverts.stream()
                .filter(v -> v.enfant().naissance.exacte() && v.enfant().naissance.le().plusYears(6).isAfter(v.chemins(depuis, dernier).get(0))).count());
        assertThat(new FormuleMesure.Actes("projet.etabli", null, Compte.MESURES).calculer(faits, portee).valeur().longValueExact()).isEqualTo(verites.stream()
                .filter(v -> v.enfant().gestes.stream().anyMatch(g -> portee.contient(g.le()))).count());
        for (boolean majeurs : new boolean[] {false, true}) {
            int base = 0;
            int aTemps = 0;
            for (VeriteProjet v : verites) {
                for (LocalDate chemin : v.chemins(depuis, dernier)) {
                    LocalDate limite = chemin.plusMonths(3);
                    LocalDate etabli = v.etabliDansLeChemin(chemin);
                    LocalDate fin = v.finDuChemin(chemin);
                    boolean majeur = v.majorite() != null && !v.majorite().isAfter(limite);
                    if (!portee.contient(limite) || v.dejaEtabliAvant(chemin) || majeur != majeurs || etabli == null && fin != null && !fin.isAfter(limite)) {
                        continue;
                    }
                    base++;
                    aTemps += etabli != null && !etabli.isAfter(limite) ? 1 : 0;
                }
            }
            Resultat r = new FormuleProjet.EtablisATemps(3, majeurs).calculer(faits, portee);
            assertThat(r.base()).as("owed, of age " + majeurs).hasSize(base);
            assertThat(r.comptes()).as("in time, of age " + majeurs).hasSize(aTemps);
        }
    }

    private static Enfant raconter(SplittableRandom hasard, List<String> unites, LocalDate premier) {
        Enfant e = new Enfant();
        LocalDate debut = premier.minusMonths(14).plusDays(hasard.nextInt(500));
        switch (hasard.nextInt(5)) {
            case 0 -> e.ne(debut.minusYears(18).plusDays(hasard.nextInt(150)));
            case 1 -> e.ne(debut.minusDays(hasard.nextInt(800)));
            case 2 -> { }
            default -> e.ne(debut.minusYears(3 + hasard.nextInt(12)));
        }
        int mesures = 1 + hasard.nextInt(3);
        for (int n = 0; n < mesures; n++) {
            String unite = unites.get(hasard.nextInt(2));
            LocalDate fin = hasard.nextInt(3) == 0 ? null : debut.plusDays(1 + hasard.nextInt(300));
            e.mesure(unite, List.of("MEP", "PLACEMENT", "PAD").get(hasard.nextInt(3)), debut, fin);
            LocalDate passage = debut.plusDays(1 + hasard.nextInt(200));
            if (hasard.nextInt(4) == 0 && (fin == null || passage.isBefore(fin))) {
                e.passe(unites.get(hasard.nextInt(2)), passage);
            }
            debut = debut.plusDays(hasard.nextInt(350));
        }
        VeriteProjet v = new VeriteProjet(e);
        for (int n = 0; n < 3; n++) {
            LocalDate le = e.exercices.get(0).debut().plusDays(hasard.nextInt(400));
            if (v.ouvertLe(le) && e.gestes.stream().noneMatch(g -> g.le().equals(le))) {
                e.etabli(le);
            }
        }
        e.gestes.sort(java.util.Comparator.comparing(fr.jalon.projet.ProjetEnLot.Geste::le));
        return e;
    }
}
