package fr.jalon.ip.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.EnFrancais;
import fr.jalon.ip.CritereL2264;
import fr.jalon.ip.evaluation.ConclusionEvaluation;

/**
 * What a decision must hold to be one. Refused: what is missing, impossible dates, a signature without a délégation valid that day
 * (the decision would be void). Warned, with a reason that is counted: what departs from what the evaluators proposed.
 */
final class ReglesDecision {

    /** What the evaluators concluded and proposed for a minor; null where nothing was. */
    record Propose(ConclusionEvaluation conclusion, Issue proposition) {
    }

    private ReglesDecision() {
    }

    /**
     * @param attendus minors that wait for a decision, in their order
     * @param aides codes of the helps this département knows
     * @throws Refus each at its field, with all that is wrong at once
     */
    static void verifier(List<UUID> attendus, List<DecisionSaisie> saisies, Set<String> aides) {
        List<Refus.Erreur> erreurs = new ArrayList<>();
        Map<UUID, Integer> rangs = new HashMap<>();
        Set<UUID> vus = new HashSet<>();
        for (int i = 0; i < saisies.size(); i++) {
            DecisionSaisie d = saisies.get(i);
            String champ = "mineurs[" + i + "]";
            if (d.mineurId() == null || !attendus.contains(d.mineurId())) {
                erreurs.add(new Refus.Erreur(champ + ".mineurId", "Ce mineur n’attend pas de décision dans ce dossier."));
            } else if (!vus.add(d.mineurId())) {
                erreurs.add(new Refus.Erreur(champ + ".mineurId", "Ce mineur a deux décisions : n’en gardez qu’une."));
            } else {
                rangs.put(d.mineurId(), i);
                completer(d, champ, aides, erreurs);
            }
        }
        for (int i = 0; i < attendus.size(); i++) {
            if (!rangs.containsKey(attendus.get(i))) {
                erreurs.add(new Refus.Erreur("mineurs[" + i + "].issue", "Il manque une décision pour ce mineur."));
            }
        }
        if (!erreurs.isEmpty()) {
            throw new Refus(erreurs);
        }
    }

    private static void completer(DecisionSaisie d, String champ, Set<String> aides, List<Refus.Erreur> erreurs) {
        if (d.issue() == null) {
            erreurs.add(new Refus.Erreur(champ + ".issue", "Il manque une décision pour ce mineur."));
            return;
        }
        if (d.issue() == Issue.AIDE_ADMINISTRATIVE && (d.natureAide() == null || !aides.contains(d.natureAide()))) {
            erreurs.add(new Refus.Erreur(champ + ".natureAide", "Choisissez la nature de l’aide ou de la mesure."));
        }
        if (d.issue() == Issue.AUTORITE_JUDICIAIRE) {
            CritereL2264 critere = d.critere();
            if (critere == null) {
                erreurs.add(new Refus.Erreur(champ + ".critere", "Choisissez le cas de l’article L226-4."));
            } else if (critere.actionsAttendues() && DecisionSaisie.net(d.actionsTentees()) == null) {
                erreurs.add(new Refus.Erreur(champ + ".actionsTentees",
                        "Dites au procureur les actions déjà menées ou tentées (L226-4)."));
            }
        }
        if (DecisionSaisie.net(d.motivation()) == null) {
            erreurs.add(new Refus.Erreur(champ + ".motivation", "Écrivez la motivation de cette décision."));
        }
    }

    /** A decision taken before what it stands on, or not taken yet, is impossible. */
    static void verifierDate(LocalDate le, LocalDate rapport, LocalDate aujourdhui) {
        if (le == null) {
            throw Refus.champ("decideeLe", "Indiquez la date de la décision.");
        }
        if (le.isAfter(aujourdhui)) {
            throw Refus.champ("decideeLe", "La décision ne peut pas être à venir.");
        }
        if (rapport != null && le.isBefore(rapport)) {
            throw Refus.champ("decideeLe", "La décision ne peut pas précéder le rapport d’évaluation, rendu le " + EnFrancais.jour(rapport) + ".");
        }
    }

    /** The instant kept for a day: now when it is today, noon otherwise, never before the report of the same day. */
    static Instant instant(LocalDate le, Instant rapport, Instant maintenant, java.time.ZoneId zone) {
        Instant instant = le.equals(maintenant.atZone(zone).toLocalDate()) ? maintenant : le.atTime(12, 0).atZone(zone).toInstant();
        return rapport != null && instant.isBefore(rapport) ? rapport : instant;
    }

    /**
     * What departs from the evaluators' work, to be justified.
     *
     * @param rang order of each minor in the file: a reason is written for each
     * @return the reasons kept with each minor's decision, by stable code
     */
    static Map<UUID, Map<String, String>> ecarts(List<UUID> rang, List<DecisionSaisie> saisies, Map<UUID, Propose> proposes,
            Map<String, String> motifs) {
        Avertissements.Controle controle = new Avertissements.Controle(motifs);
        Map<String, UUID> codes = new LinkedHashMap<>();
        for (DecisionSaisie d : saisies) {
            int n = rang.indexOf(d.mineurId()) + 1;
            Propose p = proposes.getOrDefault(d.mineurId(), new Propose(null, null));
            lever(controle, codes, d, p.proposition() != null && p.proposition() != d.issue(), "ECART_PROPOSITION", n,
                    "Mineur " + n + " : la décision diffère de ce que les évaluateurs proposent.");
            lever(controle, codes, d, p.conclusion() == ConclusionEvaluation.DANGER && d.issue() == Issue.CLASSEMENT, "CLASSEMENT_MALGRE_DANGER", n,
                    "Mineur " + n + " : l’évaluation conclut à un danger et la décision est un classement.");
            lever(controle, codes, d, p.conclusion() == ConclusionEvaluation.IMPOSSIBLE && d.issue() != Issue.AUTORITE_JUDICIAIRE,
                    "IMPOSSIBLE_SANS_SAISINE", n,
                    "Mineur " + n + " : l’évaluation a été impossible, ce qui conduit à saisir l’autorité judiciaire (D226-2-6).");
            lever(controle, codes, d, p.conclusion() == null, "SANS_CONCLUSION", n,
                    "Mineur " + n + " : aucune conclusion des évaluateurs n’est écrite pour ce mineur.");
        }
        Map<UUID, Map<String, String>> parMineur = new HashMap<>();
        controle.exiger().forEach((code, motif) -> parMineur
                .computeIfAbsent(codes.get(code), k -> new LinkedHashMap<>()).put(code.substring(0, code.lastIndexOf('#')), motif));
        return parMineur;
    }

    private static void lever(Avertissements.Controle controle, Map<String, UUID> codes, DecisionSaisie d, boolean condition, String code,
            int n, String message) {
        controle.si(condition, code + "#" + n, message);
        codes.put(code + "#" + n, d.mineurId());
    }
}
