package fr.jalon.ip;

import java.util.Map;
import java.util.Optional;

import fr.jalon.dossier.DessinFrise;

import org.springframework.stereotype.Component;

/** Informations, IPs and what justice did with them, on the timeline of a child. */
@Component
class DessinFriseIp implements DessinFrise {

    private static final Map<String, Trait> PERIODES = Map.of("TRAITEMENT", new Trait(Voie.INFORMATION, "Traitement"),
            "ATTENTE_EVALUATEURS", new Trait(Voie.EVALUATION, "Attente d’évaluateurs"), "EVALUATION", new Trait(Voie.EVALUATION, "Évaluation"),
            "ATTENTE_DECISION", new Trait(Voie.DECISION, "Attente de décision"), "CONSIGNE_PARQUET", new Trait(Voie.JUSTICE, "Consigne du parquet"));

    @Override
    public Optional<Trait> periode(String genre, Map<String, String> dimensions) {
        return Optional.ofNullable(PERIODES.get(genre));
    }

    @Override
    public Optional<Voie> fait(String type) {
        String famille = type.substring(0, Math.max(0, type.indexOf('.')));
        return Optional.ofNullable(switch (famille) {
            case "information" -> Voie.INFORMATION;
            case "signalement", "consigne", "justice", "suite" -> Voie.JUSTICE;
            case "ip" -> switch (type) {
                case "ip.qualifiee", "ip.confiee" -> Voie.INFORMATION;
                case "ip.decidee", "ip.personnes-informees", "ip.traitee", "ip.close" -> Voie.DECISION;
                default -> Voie.EVALUATION;
            };
            case "visite", "rencontre", "avis", "evaluation" -> Voie.EVALUATION;
            default -> null;
        });
    }
}
