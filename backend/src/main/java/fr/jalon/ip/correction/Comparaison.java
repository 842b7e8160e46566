package fr.jalon.ip.correction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.jalon.commun.temps.EnFrancais;
import fr.jalon.evenement.Retours;

/** What changes between two pictures of a file, in sentences. */
final class Comparaison {

    private static final Map<String, String> PERIODES = Map.of("TRAITEMENT", "Traitement de l’IP", "ATTENTE_EVALUATEURS", "Attente d’évaluateurs",
            "EVALUATION", "Évaluation", "ATTENTE_DECISION", "Attente de décision", "CONSIGNE_PARQUET", "Consigne du parquet");

    private final Function<String, String> libelles;

    /** @param libelles words of an event type */
    Comparaison(Function<String, String> libelles) {
        this.libelles = libelles;
    }

    List<Effet> effets(Photo avant, Photo apres) {
        List<Effet> effets = new ArrayList<>();
        if (!avant.etat().equals(apres.etat())) {
            effets.add(new Effet("ETAT", "Le dossier passe de «\u00a0" + avant.etat() + "\u00a0» à «\u00a0" + apres.etat() + "\u00a0»."));
        }
        dues(avant, apres, effets);
        taches(avant, apres, effets);
        periodes(avant, apres, effets);
        comptes(avant.faits(), apres.faits(), effets);
        return effets;
    }

    private void dues(Photo avant, Photo apres, List<Effet> effets) {
        Map<String, Photo.Due> anciennes = par(avant.dues(), Photo.Due::cle);
        Map<String, Photo.Due> nouvelles = par(apres.dues(), Photo.Due::cle);
        anciennes.forEach((cle, a) -> {
            Photo.Due n = nouvelles.get(cle);
            if (n == null) {
                effets.add(new Effet("ECHEANCE", a.libelle() + "\u00a0: l’échéance du " + EnFrancais.jour(a.date()) + " est annulée."));
            } else if (!n.date().equals(a.date())) {
                effets.add(new Effet("ECHEANCE", n.libelle() + "\u00a0: " + EnFrancais.jour(n.date()) + " au lieu du " + EnFrancais.jour(a.date())
                        + "."));
            }
            if (n != null && n.satisfaite() != a.satisfaite()) {
                effets.add(new Effet("ECHEANCE", n.libelle() + "\u00a0: "
                        + (n.satisfaite() ? "l’échéance est tenue." : "l’échéance court de nouveau, jusqu’au " + EnFrancais.jour(n.date()) + ".")));
            }
        });
        nouvelles.values().stream().filter(n -> !anciennes.containsKey(n.cle())).forEach(n -> effets.add(
                new Effet("ECHEANCE", n.libelle() + "\u00a0: nouvelle échéance le " + EnFrancais.jour(n.date()) + ".")));
    }

    private void taches(Photo avant, Photo apres, List<Effet> effets) {
        avant.attentes().stream().filter(t -> !apres.attentes().contains(t)).forEach(t -> effets.add(
                new Effet("TACHE", "La tâche «\u00a0" + t.libelle() + "\u00a0» (" + t.unite() + ") se ferme.")));
        apres.attentes().stream().filter(t -> !avant.attentes().contains(t)).forEach(t -> effets.add(
                new Effet("TACHE", "La tâche «\u00a0" + t.libelle() + "\u00a0» s’ouvre (" + t.unite() + ").")));
    }

    private void periodes(Photo avant, Photo apres, List<Effet> effets) {
        Map<UUID, List<Photo.Duree>> anciennes = avant.durees().stream().collect(Collectors.groupingBy(Photo.Duree::id, LinkedHashMap::new, Collectors.toList()));
        Map<UUID, List<Photo.Duree>> nouvelles = apres.durees().stream().collect(Collectors.groupingBy(Photo.Duree::id, LinkedHashMap::new, Collectors.toList()));
        anciennes.forEach((id, a) -> {
            List<Photo.Duree> n = nouvelles.get(id);
            if (n == null) {
                effets.add(new Effet("PERIODE", nom(a) + "\u00a0: la durée " + dates(a) + " n’est plus comptée."));
            } else if (!a.equals(n)) {
                effets.add(new Effet("PERIODE", nom(n) + "\u00a0: " + (dates(n).equals(dates(a)) ? "comptée pour " + n.get(n.size() - 1).unite()
                        : dates(n) + ", au lieu " + de(dates(a))) + "."));
            }
        });
        nouvelles.forEach((id, n) -> {
            if (!anciennes.containsKey(id)) {
                effets.add(new Effet("PERIODE", nom(n) + "\u00a0: une durée est comptée " + dates(n) + "."));
            }
        });
    }

    private static String nom(List<Photo.Duree> segments) {
        return PERIODES.getOrDefault(segments.get(0).genre(), segments.get(0).genre());
    }

    private static String dates(List<Photo.Duree> segments) {
        LocalDate debut = segments.get(0).debut();
        LocalDate fin = segments.get(segments.size() - 1).fin();
        return fin == null ? "depuis le " + EnFrancais.jour(debut) : "du " + EnFrancais.jour(debut) + " au " + EnFrancais.jour(fin);
    }

    private static String de(String dates) {
        return dates.startsWith("du ") ? dates.replaceFirst("du ", "de la période du ") : "de " + dates;
    }

    /** By type and year: what a table of that year loses or gains. */
    private void comptes(List<Retours.Fait> avant, List<Retours.Fait> apres, List<Effet> effets) {
        Map<String, Long> ecarts = new TreeMap<>();
        avant.forEach(f -> ecarts.merge(cle(f), -1L, Long::sum));
        apres.forEach(f -> ecarts.merge(cle(f), 1L, Long::sum));
        ecarts.forEach((cle, ecart) -> {
            String[] parts = cle.split("/");
            if (ecart != 0 && !Objects.equals(parts[0], "ip.corrigee")) {
                effets.add(new Effet("COMPTE", "«\u00a0" + libelles.apply(parts[0]) + "\u00a0»\u00a0: " + Math.abs(ecart)
                        + (ecart < 0 ? " de moins" : " de plus") + " en " + parts[1]
                        + (parts.length > 2 && !parts[2].equals("null") ? " (" + parts[2] + ")" : "") + "."));
            }
        });
    }

    private static String cle(Retours.Fait f) {
        return f.type() + "/" + f.jour().getYear() + "/" + f.uniteId();
    }

    private static <T> Map<String, T> par(List<T> liste, Function<T, String> cle) {
        Map<String, T> par = new LinkedHashMap<>();
        liste.forEach(x -> par.put(cle.apply(x), x));
        return par;
    }
}
