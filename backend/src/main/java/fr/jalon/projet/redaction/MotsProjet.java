package fr.jalon.projet.redaction;

import java.util.Map;

/** Codes of a projet in words. */
final class MotsProjet {

    private static final Map<String, String> MOTIFS = Map.of("MESURE", "une nouvelle mesure a commencé", "RAPPORT", "rapport de situation",
            "ECHEANCE", "révision périodique", "SITUATION", "la situation a changé", "DEMANDE", "à la demande de la famille ou de l’enfant",
            "REPRISE", "l’enfant est de nouveau accompagné");
    private static final Map<String, String> QUALITES = Map.of("ENFANT", "l’enfant", "TITULAIRE", "titulaire de l’autorité parentale", "TUTEUR", "tuteur",
            "TIERS", "proche ou tiers", "SERVICE", "service", "PROFESSIONNEL", "professionnel");
    private static final Map<String, String> PRESENCES = Map.of("PRESENTE", "présence", "ABSENTE", "absence", "EXCUSEE", "absence excusée");
    private static final Map<String, String> SENS = Map.of("ACCORD", "accord", "RESERVE", "réserve", "DESACCORD", "désaccord");
    private static final Map<String, String> BILANS = Map.of("MAINTENU", "maintenu", "AJUSTE", "à ajuster", "FINI", "atteint ou terminé");
    private static final Map<String, String> STATUTS = Map.of("SIGNEE", "A signé", "REFUSEE", "A refusé de signer", "ABSENTE", "En son absence", "SANS_OBJET", "Sans objet");

    private MotsProjet() {
    }

    static String motif(String code) {
        return code == null ? null : MOTIFS.getOrDefault(code, code);
    }

    static String qualite(String code) {
        return QUALITES.getOrDefault(code, code);
    }

    static String presence(String code) {
        return code == null ? null : PRESENCES.getOrDefault(code, code);
    }

    static String sens(String code) {
        return SENS.getOrDefault(code, code);
    }

    static String bilan(String code) {
        return code == null ? null : BILANS.getOrDefault(code, code);
    }

    static String statut(String code) {
        return STATUTS.getOrDefault(code, code);
    }
}
