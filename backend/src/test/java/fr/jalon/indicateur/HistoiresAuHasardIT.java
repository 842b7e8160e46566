package fr.jalon.indicateur;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;

import fr.jalon.essai.TestIntegration;
import fr.jalon.indicateur.Carnet.Dossier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

/** Random histories with every correction, written to the log; what is counted from it against what was told, day by day. */
@TestIntegration
class HistoiresAuHasardIT {

    private static final int DOSSIERS = 40;

    /** What is true of a file in the end, kept by hand beside the log. */
    private static final class Verite {
        LocalDate recue;
        boolean ip = true;
        LocalDate rapport;
        LocalDate fin;
        boolean informees;
        boolean closeAvant;
        LocalDate consigneDu;
        LocalDate consigneAu;
        Set<UUID> mineurs = new HashSet<>();
    }

    @Autowired
    private Carnet carnet;
    @Autowired
    private LectureFaits lecture;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void what_is_counted_is_what_was_told(long graine) {
        SplittableRandom hasard = new SplittableRandom(graine);
        String unite = "hasard-" + graine;
        int annee = 1990 + (int) graine;
        List<Verite> verites = new ArrayList<>();
        List<UUID[]> reunis = new ArrayList<>();
        for (int n = 0; n < DOSSIERS; n++) {
            verites.add(raconter(hasard, unite, annee, reunis));
        }
        Faits faits = lecture.lire();

        LocalDate fin = LocalDate.of(annee, 12, 31);
        Portee portee = new Portee(LocalDate.of(annee, 1, 1), fin, fin, Set.of(unite));
        List<Verite> ips = verites.stream().filter(v -> v.ip).toList();
        assertThat(nombre(new Formule.Entrantes(null), faits, portee)).isEqualTo(verites.stream().filter(v -> v.recue.getYear() == annee).count());
        assertThat(nombre(new Formule.Flux(Formule.Etape.RAPPORT), faits, portee))
                .isEqualTo(ips.stream().filter(v -> v.rapport != null && v.rapport.getYear() == annee).count());
        List<Verite> dues = ips.stream().filter(v -> !v.closeAvant && v.recue.plusMonths(3).getYear() == annee).toList();
        Resultat part = new Formule.PartATerme(false, false).calculer(faits, portee);
        assertThat(part.base()).hasSize(dues.size());
        assertThat(part.comptes()).hasSize((int) dues.stream()
                .filter(v -> v.rapport != null && !v.rapport.isAfter(v.recue.plusMonths(3))).count());
        List<Long> longueurs = ips.stream().filter(v -> v.rapport != null && v.rapport.getYear() == annee)
                .map(v -> ChronoUnit.DAYS.between(v.recue, v.rapport)).toList();
        assertThat(new Formule.Duree(Formule.Etape.RAPPORT, Statistique.P90).calculer(faits, portee).valeur())
                .isEqualTo(Statistique.P90.calculer(longueurs));
        for (LocalDate jour = LocalDate.of(annee, 1, 1); jour.isBefore(fin); jour = jour.plusDays(17)) {
            LocalDate le = jour;
            Portee ceJour = new Portee(le, le, le, Set.of(unite));
            assertThat(nombre(new Formule.Ouvertes(0, null), faits, ceJour)).as("open on %s", le)
                    .isEqualTo(ips.stream().filter(v -> ouverte(v, le)).count());
            assertThat(nombre(new Formule.Tenues(), faits, ceJour)).as("held on %s", le).isEqualTo(ips.stream().filter(v -> ouverte(v, le)
                    && v.consigneDu != null && !v.consigneDu.isAfter(le) && (v.consigneAu == null || v.consigneAu.isAfter(le))).count());
        }
        Set<UUID> mineurs = new HashSet<>();
        ips.stream().filter(v -> v.recue.getYear() == annee).forEach(v -> mineurs.addAll(v.mineurs));
        for (int i = reunis.size() - 1; i >= 0; i--) {
            if (mineurs.remove(reunis.get(i)[1])) {
                mineurs.add(reunis.get(i)[0]);
            }
        }
        assertThat(nombre(new Formule.Mineurs(), faits, portee)).isEqualTo(mineurs.size());
    }

    private static long nombre(Formule formule, Faits faits, Portee portee) {
        return formule.calculer(faits, portee).valeur().longValueExact();
    }

    private static boolean ouverte(Verite v, LocalDate jour) {
        return !v.recue.isAfter(jour) && (v.fin == null || v.fin.isAfter(jour));
    }

    private Verite raconter(SplittableRandom hasard, String unite, int annee, List<UUID[]> reunis) {
        Verite v = new Verite();
        v.recue = LocalDate.of(annee, 1, 1).plusDays(hasard.nextInt(365));
        UUID enfant = UUID.randomUUID();
        UUID autre = UUID.randomUUID();
        Dossier d = carnet.recevoir(v.recue, unite, enfant, autre);
        carnet.qualifier(d);
        v.mineurs.addAll(List.of(enfant, autre));
        if (hasard.nextInt(4) == 0) {
            v.recue = v.recue.minusDays(hasard.nextInt(40));
            carnet.corrigerReception(d, v.recue);
        }
        if (hasard.nextInt(8) == 0) {
            v.ip = false;
            carnet.annulerQualification(d);
            return v;
        }
        if (hasard.nextInt(4) == 0) {
            v.consigneDu = v.recue.plusDays(hasard.nextInt(30));
            v.consigneAu = hasard.nextBoolean() ? v.consigneDu.plusDays(hasard.nextInt(60)) : null;
            carnet.tenir(d, v.consigneDu, v.consigneAu);
        }
        if (hasard.nextInt(5) == 0) {
            carnet.retirerMineur(d, autre);
            v.mineurs.remove(autre);
        }
        if (hasard.nextInt(5) == 0) {
            UUID conserve = UUID.randomUUID();
            carnet.reunir(conserve, enfant);
            reunis.add(new UUID[] {conserve, enfant});
        }
        if (hasard.nextInt(6) == 0) {
            v.closeAvant = true;
            v.fin = v.recue.plusDays(hasard.nextInt(60));
            carnet.clore(d, v.fin);
            return v;
        }
        if (hasard.nextInt(6) > 0) {
            v.rapport = v.recue.plusDays(20 + hasard.nextInt(120));
            carnet.rendre(d, v.rapport);
            if (hasard.nextInt(5) == 0) {
                carnet.reprendreRapport(d);
                v.rapport = v.rapport.plusDays(10);
                carnet.rendre(d, v.rapport);
            }
            v.fin = v.rapport.plusDays(hasard.nextInt(40));
            carnet.informer(d, v.fin);
            if (hasard.nextInt(6) == 0) {
                carnet.rouvrir(d);
                v.fin = null;
            }
        }
        return v;
    }
}
