package fr.jalon.indicateur;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

import fr.jalon.indicateur.Collecte.Cle;
import fr.jalon.indicateur.Collecte.Composante;

/** What one history adds to the counts of projets. */
final class ContributionsProjets {

    private ContributionsProjets() {
    }

    static void emettre(FormuleProjet f, Histoire h, Collecte c) {
        if (f instanceof FormuleProjet.PartEnCours p) {
            for (FaitsMesures.Periode periode : h.mesures().periodes(p.genre())) {
                List<FaitsMesures.Periode> seule = List.of(periode);
                TreeSet<LocalDate> jours = Contributions.jours(h, seule);
                Function<LocalDate, Set<Cle>> ouvertes = jour -> Contributions.ouvertes(h, seule, jour, s -> true);
                c.stock(Composante.BASE, jours, ouvertes);
                c.stock(Composante.NOMBRE, jours, jour -> periode.segments().stream().anyMatch(s -> s.ouvertLe(jour)
                        && FormuleMesure.passe(p.filtre(), s.dimensions())) ? ouvertes.apply(jour) : Set.of());
            }
        } else if (f instanceof FormuleProjet.Couverture v) {
            couverture(v, h, c);
        } else if (f instanceof FormuleProjet.EtablisATemps e) {
            for (FaitsMesures.Periode p : h.mesures().periodes("PROJET")) {
                FormuleProjet.EtablisATemps.Du du = e.du(h.faits(), p);
                if (du != null) {
                    c.fait(Composante.BASE, du.limite(), Collecte.Lieu.de(h, du.tenu()).cles(du.limite()));
                    if (du.aTemps()) {
                        c.fait(Composante.NOMBRE, du.limite(), Collecte.Lieu.de(h, du.tenu()).cles(du.limite()));
                    }
                }
            }
        } else if (f instanceof FormuleProjet.ActesAvant a) {
            Map<UUID, List<Collecte.Date>> dates = new LinkedHashMap<>();
            for (FaitsMesures.Acte acte : h.mesures().actes(a.fait())) {
                if (FormuleMesure.passe(a.filtre(), acte.dimensions()) && a.avant(h.faits(), acte)) {
                    dates.computeIfAbsent(acte.mesure(), k -> new ArrayList<>(1)).add(ContributionsMesures.date(h, acte));
                }
            }
            dates.values().forEach(d -> c.distincts(Composante.NOMBRE, d));
        }
    }

    private static void couverture(FormuleProjet.Couverture v, Histoire h, Collecte c) {
        List<FaitsMesures.Periode> exercees = h.mesures().periodes("EXERCEE");
        if (exercees.isEmpty() || h.enfant() == null) {
            return;
        }
        List<FaitsMesures.Periode> valides = h.mesures().periodes("PROJET_VALIDE");
        TreeSet<LocalDate> jours = Contributions.jours(h, exercees);
        jours.addAll(Contributions.jours(h, valides));
        exercees.forEach(p -> jours.add(p.debut().plusMonths(v.mois()).plusDays(1)));
        Function<LocalDate, Set<Cle>> base = jour -> Contributions.ouvertes(h,
                v.mois() == 0 ? exercees : exercees.stream().filter(p -> p.debut().plusMonths(v.mois()).isBefore(jour)).toList(), jour,
                s -> v.demande(s.dimensions()));
        c.stock(Composante.BASE, jours, base);
        c.stock(Composante.NOMBRE, jours, jour -> valides.stream().anyMatch(p -> p.segments().stream().anyMatch(s -> s.ouvertLe(jour)))
                ? base.apply(jour) : Set.of());
    }
}
