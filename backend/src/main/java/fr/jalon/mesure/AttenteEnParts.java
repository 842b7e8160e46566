package fr.jalon.mesure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The wait from the hearing, or the decision, to the first intervention, shown in parts: who waited for whom, and how long. */
final class AttenteEnParts {

    /**
     * One part.
     *
     * @param au the day it ended, or null while it runs
     * @param jours days it took, to today while it runs
     */
    public record Part(String code, String libelle, LocalDate du, LocalDate au, long jours) {
    }

    private AttenteEnParts() {
    }

    /**
     * Parts between the dates that are known; the one that still runs comes last.
     *
     * @param actes live or not, in order
     */
    static List<Part> de(List<Acte> actes, LocalDate aujourdhui) {
        List<Situation.Etape> etapes = Situation.toutes(actes);
        if (etapes.isEmpty()) {
            return List.of();
        }
        Situation fin = etapes.get(etapes.size() - 1).situation();
        Map<String, LocalDate> jalons = jalons(actes, etapes.get(0).situation());
        List<Part> parts = new ArrayList<>();
        String de = null;
        LocalDate du = null;
        for (Map.Entry<String, LocalDate> j : jalons.entrySet()) {
            if (de != null) {
                LocalDate au = j.getValue().isBefore(du) ? du : j.getValue();
                parts.add(part(de, j.getKey(), du, au, au));
                du = au;
            } else {
                du = j.getValue();
            }
            de = j.getKey();
        }
        if (fin.etat.enAttente()) {
            parts.add(part(de, fin.etat == EtatMesure.ATTENTE_ACCORD ? "ACCORD" : fin.aAffecter() ? "AFFECTATION" : "DEMARRAGE", du, null, aujourdhui));
        } else if (fin.demarreeLe == null && fin.finieLe != null) {
            parts.add(part(de, "FIN", du, fin.finieLe, fin.finieLe));
        }
        return parts;
    }

    /** Known dates of the first wait, in the order things happen. */
    private static Map<String, LocalDate> jalons(List<Acte> actes, Situation decision) {
        Map<String, LocalDate> jalons = new LinkedHashMap<>();
        jour(actes, GenreActe.AUDIENCE, jalons, "AUDIENCE");
        jalons.put("DECISION", decision.decideeLe);
        jour(actes, GenreActe.ORDONNANCE_RECUE, jalons, "ORDONNANCE_RECUE");
        actes.stream().filter(a -> a.vivant() && a.genre() == GenreActe.ACCORD && a.oui("complet")).findFirst()
                .ifPresent(a -> jalons.put("ACCORD", a.le().isBefore(decision.decideeLe) ? decision.decideeLe : a.le()));
        LocalDate demarree = actes.stream().filter(a -> a.vivant() && a.genre() == GenreActe.DEMARRAGE).map(Acte::le).findFirst().orElse(null);
        actes.stream().filter(a -> a.vivant() && a.genre() == GenreActe.AFFECTATION && (demarree == null || !a.le().isAfter(demarree)))
                .reduce((a, b) -> b).ifPresent(a -> jalons.put("AFFECTATION", a.le()));
        if (demarree != null) {
            jalons.put("DEMARRAGE", demarree);
        }
        return jalons;
    }

    private static void jour(List<Acte> actes, GenreActe genre, Map<String, LocalDate> jalons, String nom) {
        actes.stream().filter(a -> a.vivant() && a.genre() == genre).findFirst().ifPresent(a -> jalons.put(nom, a.le()));
    }

    private static Part part(String de, String vers, LocalDate du, LocalDate au, LocalDate compte) {
        return new Part(de + "_" + vers, "De " + mot(de) + " à " + mot(vers), du, au, Math.max(0, ChronoUnit.DAYS.between(du, compte)));
    }

    private static String mot(String jalon) {
        return switch (jalon) {
            case "AUDIENCE" -> "l’audience";
            case "DECISION" -> "la décision";
            case "ORDONNANCE_RECUE" -> "la réception de l’ordonnance";
            case "ACCORD" -> "l’accord des titulaires";
            case "AFFECTATION" -> "l’affectation";
            case "DEMARRAGE" -> "la première intervention";
            default -> "la fin";
        };
    }
}
