package fr.jalon.dossier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.commun.TypeSujet;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.LibellesEvenements;
import fr.jalon.evenement.Periodes;

import org.springframework.stereotype.Component;

/** One timeline of everything that happened to a child, in lanes, from events and periods. No words of agents, no name. */
@Component
class FriseEnfant {

    record Frise(List<PageEnfant.FaitFrise> faits, List<PageEnfant.PeriodeFrise> periodes, boolean consigneEnCours) {
    }

    /** More than this and the drawing says nothing; the latest are kept. */
    private static final int FAITS_AU_PLUS = 400;

    /** What the clock does by itself is told beside each file, not here. */
    private static final List<String> TUS = List.of("echeance.", "rappel.");

    private static final Map<String, String> PERIODES = Map.of("TRAITEMENT", "Traitement", "ATTENTE_EVALUATEURS", "Attente d’évaluateurs",
            "EVALUATION", "Évaluation", "ATTENTE_DECISION", "Attente de décision", "CONSIGNE_PARQUET", "Consigne du parquet");

    private static final Map<String, String> VOIES = Map.of("TRAITEMENT", "INFORMATION", "ATTENTE_EVALUATEURS", "EVALUATION", "EVALUATION", "EVALUATION",
            "ATTENTE_DECISION", "DECISION", "CONSIGNE_PARQUET", "JUSTICE");

    private final Evenements evenements;
    private final Periodes periodes;
    private final LibellesEvenements libelles;

    FriseEnfant(Evenements evenements, Periodes periodes, LibellesEvenements libelles) {
        this.evenements = evenements;
        this.periodes = periodes;
        this.libelles = libelles;
    }

    Frise frise(Set<UUID> identites, List<PageEnfant.EnCoursVu> actes) {
        Map<UUID, String> references = new HashMap<>();
        actes.forEach(a -> references.put(a.id(), a.reference()));
        List<UUID> sujets = new ArrayList<>(identites);
        sujets.addAll(references.keySet());
        List<PageEnfant.FaitFrise> faits = evenements.chronologie(identites, FAITS_AU_PLUS).stream()
                .filter(e -> e.annuleId() == null && TUS.stream().noneMatch(e.type()::startsWith))
                .map(e -> new PageEnfant.FaitFrise(e.id(), e.jour(), libelles.de(e.type()), voie(e.type()), e.annule())).toList();
        List<Periodes.Periode> connues = periodes.de(sujets).stream()
                .filter(p -> p.enfantId() == null || p.sujet().type() == TypeSujet.ENFANT || identites.contains(p.enfantId())).toList();
        return new Frise(faits, connues.stream().map(p -> new PageEnfant.PeriodeFrise(p.periodeId(), VOIES.getOrDefault(p.genre(), "DOSSIER"),
                PERIODES.getOrDefault(p.genre(), p.genre()), references.getOrDefault(p.sujet().id(), ""), p.debut(), p.fin())).toList(),
                connues.stream().anyMatch(p -> p.genre().equals("CONSIGNE_PARQUET") && p.fin() == null));
    }

    private static String voie(String type) {
        String famille = type.substring(0, Math.max(0, type.indexOf('.')));
        return switch (famille) {
            case "information" -> "INFORMATION";
            case "signalement", "consigne", "justice", "suite" -> "JUSTICE";
            case "ip" -> switch (type) {
                case "ip.qualifiee", "ip.confiee" -> "INFORMATION";
                case "ip.decidee", "ip.personnes-informees", "ip.traitee", "ip.close" -> "DECISION";
                default -> "EVALUATION";
            };
            case "visite", "rencontre", "avis", "evaluation" -> "EVALUATION";
            default -> "DOSSIER";
        };
    }
}
