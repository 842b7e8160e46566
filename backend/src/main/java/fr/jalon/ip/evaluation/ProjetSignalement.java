package fr.jalon.ip.evaluation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

import fr.jalon.dossier.Titulaire;

/**
 * The first draft of a referral: the dated list of what was tried for a minor, as facts and without a judgement. Whoever sends it reads
 * it over, completes it and signs it.
 */
final class ProjetSignalement {

    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);
    private static final DateTimeFormatter HEURE = DateTimeFormatter.ofPattern("H 'h' mm", Locale.FRENCH);

    private final EspaceEvaluation.Lu lu;
    private final UUID mineurId;
    private final ZoneId zone;
    private final LocalDate aujourdhui;
    private final UnaryOperator<String> moyens;

    /** @param moyens label of a means by code */
    ProjetSignalement(EspaceEvaluation.Lu lu, UUID mineurId, ZoneId zone, LocalDate aujourdhui, UnaryOperator<String> moyens) {
        this.lu = lu;
        this.mineurId = mineurId;
        this.zone = zone;
        this.aujourdhui = aujourdhui;
        this.moyens = moyens;
    }

    String texte() {
        List<String> lignes = new ArrayList<>();
        lignes.add("Information préoccupante " + lu.ip().numero() + ", reçue le " + JOUR.format(lu.ip().recueLe().atZone(zone)) + " à "
                + HEURE.format(lu.ip().recueLe().atZone(zone)) + ".");
        lignes.add("Mineur concerné\u00a0: " + lu.famille().affiche(mineurId) + ".");
        lignes.add("");
        lignes.add(rencontres());
        lignes.add("");
        List<String> demarches = demarches();
        lignes.add(demarches.isEmpty() ? "Aucune démarche n’est notée à ce jour." : "Démarches accomplies\u00a0:");
        lignes.addAll(demarches);
        List<String> avis = avis();
        if (!avis.isEmpty()) {
            lignes.add("");
            lignes.add("Avis demandés\u00a0:");
            lignes.addAll(avis);
        }
        lignes.add("");
        lignes.add("Établi le " + JOUR.format(aujourdhui) + ".");
        return String.join("\n", lignes);
    }

    /** Actions already tried, one a line, for the field of that name. */
    String actionsTentees() {
        return String.join("\n", demarches());
    }

    private String rencontres() {
        return lu.bilan().mineurs().stream().filter(m -> m.mineurId().equals(mineurId)).findFirst().map(m -> m.aNaitre()
                ? "L’enfant n’est pas né à ce jour." : !m.rencontre()
                ? "Le mineur n’a pu être rencontré, ni seul ni avec les titulaires de l’autorité parentale (D226-2-6 II du code de l’action sociale et "
                        + "des familles)." : m.rencontreSeul() ? "Le mineur a été rencontré, y compris sans les titulaires de l’autorité parentale."
                : "Le mineur a été rencontré.").orElse("");
    }

    private List<String> demarches() {
        return lu.actes().stream().filter(LectureEvaluation.ActeLu::vivant).filter(a -> a.genre().demarche() && concerne(a))
                .map(a -> "– " + JOUR.format(a.le()) + (a.heure() == null ? "" : " à " + HEURE.format(a.heure())) + "\u00a0: " + phrase(a))
                .toList();
    }

    /** An act with another minor only says nothing of this one. */
    private boolean concerne(LectureEvaluation.ActeLu a) {
        return a.personnes().stream().noneMatch(p -> p.mineurId() != null) || a.personnes().stream().anyMatch(p -> mineurId.equals(p.mineurId()))
                || a.personnes().stream().anyMatch(p -> p.adulteId() != null);
    }

    private String phrase(LectureEvaluation.ActeLu a) {
        Map<UUID, Titulaire> adultes = lu.famille().adultes();
        List<String> presents = new ArrayList<>();
        List<String> absents = new ArrayList<>();
        for (LectureEvaluation.PersonneLue p : a.personnes()) {
            if (p.mineurId() != null && !p.mineurId().equals(mineurId)) {
                continue;
            }
            String qui = p.mineurId() != null ? "le mineur" : adultes.containsKey(p.adulteId()) ? adultes.get(p.adulteId()).affiche() : "un adulte";
            (p.present() ? presents : absents).add(qui);
        }
        StringBuilder phrase = new StringBuilder(minuscule(a.genre().libelle()));
        if (a.moyen() != null) {
            phrase.append(" (").append(minuscule(moyens.apply(a.moyen()))).append(")");
        }
        if (!presents.isEmpty()) {
            phrase.append(a.genre().rencontre() ? ", présents\u00a0: " : "\u00a0: ").append(String.join(", ", presents));
        }
        if (!absents.isEmpty()) {
            phrase.append(", absents\u00a0: ").append(String.join(", ", absents));
        }
        return phrase.append(".").toString();
    }

    private List<String> avis() {
        return lu.avis().stream().filter(a -> a.annuleLe() == null && (a.mineurId() == null || a.mineurId().equals(mineurId)))
                .map(a -> "– " + a.destinataire() + ", demandé le " + JOUR.format(a.demandeLe())
                        + (a.relances().isEmpty() ? "" : ", relancé " + (a.relances().size() == 1 ? "une fois" : a.relances().size() + " fois"))
                        + (a.recuLe() != null ? ", reçu le " + JOUR.format(a.recuLe()) : ", sans réponse à ce jour") + ".").toList();
    }

    private static String minuscule(String mot) {
        return mot.isEmpty() ? mot : Character.toLowerCase(mot.charAt(0)) + mot.substring(1);
    }
}
