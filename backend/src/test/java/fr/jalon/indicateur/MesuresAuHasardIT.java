package fr.jalon.indicateur;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Predicate;

import fr.jalon.essai.TestIntegration;
import fr.jalon.indicateur.CarnetMesures.Mesure;
import fr.jalon.indicateur.FormuleMesure.Compte;
import fr.jalon.indicateur.FormuleMesure.Mouvements.Sens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

/** Random lives of measures with every kind of act and correction, written to the log; what is counted against what was told, day by day. */
@TestIntegration
class MesuresAuHasardIT {

    private static final int MESURES = 45;

    /** What is true of a measure in the end, kept by hand beside the log. */
    private static final class Verite {
        boolean vraie = true;
        UUID enfant;
        LocalDate decidee;
        LocalDate attente;
        LocalDate debut;
        LocalDate fin;
        boolean caduque;
        /** Unit and product by the day they begin to hold. */
        final List<Map.Entry<LocalDate, String[]>> passages = new ArrayList<>();

        boolean exerceeLe(LocalDate j) {
            return vraie && debut != null && !j.isBefore(debut) && (fin == null || j.isBefore(fin));
        }

        boolean attendLe(LocalDate j) {
            LocalDate jusqua = debut != null ? debut : fin;
            return vraie && attente != null && !j.isBefore(attente) && (jusqua == null || j.isBefore(jusqua));
        }

        String[] le(LocalDate j) {
            String[] tenu = passages.get(0).getValue();
            for (var p : passages) {
                if (!p.getKey().isAfter(j)) {
                    tenu = p.getValue();
                }
            }
            return tenu;
        }
    }

    @Autowired
    private CarnetMesures carnet;
    @Autowired
    private Carnet enfants;
    @Autowired
    private LectureFaits lecture;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void what_is_counted_is_what_was_told_now_and_as_it_was_known(long graine) {
        SplittableRandom hasard = new SplittableRandom(graine);
        List<String> unites = List.of("hasard-m-" + graine + "-a", "hasard-m-" + graine + "-b");
        int annee = 1980 + (int) graine;
        List<Verite> verites = new ArrayList<>();
        Map<UUID, UUID> reunis = new HashMap<>();
        for (int n = 0; n < MESURES; n++) {
            verites.add(raconter(hasard, unites, annee, reunis));
        }
        String cloture = lecture.cloture();
        verifier(lecture.lire(cloture), verites, reunis, unites, annee);
        List<Verite> alors = List.copyOf(verites);
        Map<UUID, UUID> reunisAlors = Map.copyOf(reunis);
        for (int n = 0; n < MESURES / 3; n++) {
            verites.add(raconter(hasard, unites, annee, reunis));
        }
        verifier(lecture.lire(), verites, reunis, unites, annee);
        // Read again below the former fence, once more than what is kept in memory.
        for (int n = 0; n < 6; n++) {
            lecture.lire(String.valueOf(Long.parseLong(cloture) - n - 1));
        }
        verifier(lecture.lire(cloture), alors, reunisAlors, unites, annee);
    }

    private static void verifier(Faits faits, List<Verite> verites, Map<UUID, UUID> reunis, List<String> unites, int annee) {
        LocalDate premier = LocalDate.of(annee, 1, 1);
        LocalDate dernier = LocalDate.of(annee, 12, 31);
        for (Set<String> perimetre : List.of(Set.copyOf(unites), Set.of(unites.get(0)))) {
            Portee portee = new Portee(premier, dernier, dernier, perimetre);
            Set<Verite> touchees = new HashSet<>();
            for (LocalDate jour = premier; !jour.isAfter(dernier); jour = jour.plusDays(1)) {
                LocalDate le = jour;
                Predicate<Verite> ici = v -> perimetre.contains(v.le(le)[0]);
                List<Verite> exercees = verites.stream().filter(v -> v.exerceeLe(le) && ici.test(v)).toList();
                touchees.addAll(exercees);
                if (jour.getDayOfYear() % 9 == 0) {
                    assertThat(nombre(new FormuleMesure.EnCours("EXERCEE", null, Compte.MESURES), faits, portee.au(le))).isEqualTo(exercees.size());
                    assertThat(nombre(new FormuleMesure.EnCours("EXERCEE", null, Compte.ENFANTS), faits, portee.au(le))).isEqualTo(enfants(exercees, reunis));
                    assertThat(nombre(new FormuleMesure.EnCours("EXERCEE", null, Compte.MESURES), faits, portee.au(le).dont(Map.of("produit", "PAD"))))
                            .isEqualTo(exercees.stream().filter(v -> v.le(le)[1].equals("PAD")).count());
                    assertThat(nombre(new FormuleMesure.EnCours("ATTENTE_EXERCICE", null, Compte.MESURES), faits, portee.au(le)))
                            .isEqualTo(verites.stream().filter(v -> v.attendLe(le) && ici.test(v)).count());
                }
            }
            assertThat(nombre(new FormuleMesure.Touches("EXERCEE", null, Compte.MESURES), faits, portee)).isEqualTo(touchees.size());
            assertThat(nombre(new FormuleMesure.Touches("EXERCEE", null, Compte.ENFANTS), faits, portee)).isEqualTo(enfants(List.copyOf(touchees), reunis));
        }
        Portee tout = new Portee(premier, dernier, dernier, Set.copyOf(unites));
        List<Verite> vraies = verites.stream().filter(v -> v.vraie).toList();
        assertThat(nombre(new FormuleMesure.Mouvements("MESURE", Sens.DEBUTS, null, Compte.MESURES), faits, tout))
                .isEqualTo(vraies.stream().filter(v -> v.decidee.getYear() == annee).count());
        List<Verite> demarrees = vraies.stream().filter(v -> v.debut != null && v.debut.getYear() == annee).toList();
        assertThat(nombre(new FormuleMesure.Mouvements("EXERCEE", Sens.DEBUTS, null, Compte.MESURES), faits, tout)).isEqualTo(demarrees.size());
        assertThat(nombre(new FormuleMesure.Actes("mesure.caduque", null, Compte.MESURES), faits, tout))
                .isEqualTo(vraies.stream().filter(v -> v.caduque && v.fin.getYear() == annee).count());
        for (Statistique s : Statistique.values()) {
            assertThat(new FormuleMesure.Delai("MESURE", "EXERCEE", null, s).calculer(faits, tout).valeur())
                    .isEqualTo(s.calculer(demarrees.stream().map(v -> ChronoUnit.DAYS.between(v.decidee, v.debut)).toList()));
        }
    }

    private static long enfants(List<Verite> verites, Map<UUID, UUID> reunis) {
        return verites.stream().map(v -> reunis.getOrDefault(v.enfant, v.enfant)).distinct().count();
    }

    private static long nombre(Formule f, Faits faits, Portee portee) {
        return f.calculer(faits, portee).valeur().longValueExact();
    }

    private Verite raconter(SplittableRandom hasard, List<String> unites, int annee, Map<UUID, UUID> reunis) {
        Verite v = new Verite();
        v.enfant = UUID.randomUUID();
        v.decidee = LocalDate.of(annee - 1, 6, 1).plusDays(hasard.nextInt(540));
        String unite = unites.get(hasard.nextInt(2));
        boolean consentie = hasard.nextBoolean();
        Mesure m = consentie ? carnet.proposer(v.decidee, unite, "MEP", v.enfant) : carnet.ordonner(v.decidee, unite, "MEP", false, v.enfant);
        v.passages.add(Map.entry(v.decidee, new String[] {unite, "MEP"}));
        v.attente = v.decidee;
        if (consentie) {
            v.attente = v.decidee.plusDays(hasard.nextInt(30));
            if (hasard.nextInt(6) == 0) {
                v.fin = v.attente;
                v.attente = null;
                carnet.refuser(m, v.fin);
                return v;
            }
            carnet.accorder(m, v.attente);
        }
        if (hasard.nextInt(4) == 0) {
            // Not started: it waits, lapses, or never was.
            if (hasard.nextInt(3) == 0) {
                v.caduque = true;
                v.fin = v.attente.plusDays(hasard.nextInt(200));
                carnet.caduque(m, v.fin);
            } else if (hasard.nextInt(3) == 0) {
                v.vraie = false;
                carnet.annuler(m);
            }
            return v;
        }
        v.debut = v.attente.plusDays(hasard.nextInt(200));
        carnet.demarrer(m, v.debut);
        if (hasard.nextInt(4) == 0) {
            v.debut = v.attente.plusDays(hasard.nextInt(200));
            carnet.corrigerDemarrage(m, v.debut);
        }
        LocalDate jour = v.debut;
        String produit = "MEP";
        for (int acte = 0; acte < 3; acte++) {
            jour = jour.plusDays(1 + hasard.nextInt(80));
            switch (hasard.nextInt(5)) {
                case 0 -> {
                    unite = unites.get(hasard.nextInt(2));
                    carnet.transferer(m, jour, unite, null);
                }
                case 1 -> {
                    produit = "PAD";
                    carnet.requalifier(m, jour, produit, false);
                }
                case 2 -> carnet.moduler(m, jour, "RENFORCEE");
                case 3 -> carnet.changerCadre(m, jour, "JUDICIAIRE");
                default -> carnet.suspendre(m, jour, null);
            }
            v.passages.add(Map.entry(jour, new String[] {unite, produit}));
        }
        if (hasard.nextInt(2) == 0) {
            v.fin = jour.plusDays(hasard.nextInt(120));
            carnet.terminer(m, v.fin, "TERME");
            if (hasard.nextInt(4) == 0) {
                carnet.annulerFin(m);
                v.fin = null;
            }
        }
        if (hasard.nextInt(6) == 0) {
            UUID conserve = UUID.randomUUID();
            enfants.reunir(conserve, v.enfant);
            reunis.put(v.enfant, conserve);
        }
        return v;
    }
}
