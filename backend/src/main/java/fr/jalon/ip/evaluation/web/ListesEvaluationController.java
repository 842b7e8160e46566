package fr.jalon.ip.evaluation.web;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import fr.jalon.departement.Departement;
import fr.jalon.ip.CritereL2264;
import fr.jalon.ip.evaluation.ConclusionEvaluation;
import fr.jalon.ip.evaluation.DestinataireSignalement;
import fr.jalon.ip.evaluation.GenreActe;
import fr.jalon.ip.evaluation.MotifRemplacement;
import fr.jalon.ip.evaluation.PropositionEvaluation;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The choices the forms of an evaluation offer, in the words of the département. */
@RestController
@RequestMapping("/api/evaluation/listes")
class ListesEvaluationController {

    record ChoixEvaluation(String code, String libelle, String aide) {
    }

    /** @param actionsAttendues the actions already tried are told with this case */
    record CritereEvaluation(String code, String libelle, boolean actionsAttendues) {
    }

    record ListesEvaluation(List<ChoixEvaluation> genres, List<ChoixEvaluation> professions, List<ChoixEvaluation> moyens,
            List<ChoixEvaluation> motifsNonInformation, List<ChoixEvaluation> partenaires, List<ChoixEvaluation> naturesDanger,
            List<ChoixEvaluation> aides, List<ChoixEvaluation> conclusions, List<ChoixEvaluation> propositions,
            List<ChoixEvaluation> motifsDepassement, List<ChoixEvaluation> motifsRemplacement, List<ChoixEvaluation> destinataires,
            List<CritereEvaluation> criteres) {
    }

    private final Departement departement;

    ListesEvaluationController(Departement departement) {
        this.departement = departement;
    }

    @GetMapping
    ListesEvaluation listes() {
        return new ListesEvaluation(choix(GenreActe.values(), GenreActe::libelle), liste("professions"), liste("moyens"),
                liste("motifs-non-information"), liste("partenaires"), liste("natures-danger"), liste("aides"),
                choix(ConclusionEvaluation.values(), ConclusionEvaluation::libelle), choix(PropositionEvaluation.values(), PropositionEvaluation::libelle),
                liste("motifs-depassement"), choix(MotifRemplacement.values(), MotifRemplacement::libelle),
                choix(DestinataireSignalement.values(), DestinataireSignalement::libelle),
                Arrays.stream(CritereL2264.values()).map(c -> new CritereEvaluation(c.name(), c.libelle(), c.actionsAttendues())).toList());
    }

    private List<ChoixEvaluation> liste(String nom) {
        return departement.profil().liste(nom).stream().map(l -> new ChoixEvaluation(l.code(), l.libelle(), l.aide())).toList();
    }

    private static <E extends Enum<E>> List<ChoixEvaluation> choix(E[] valeurs, Function<E, String> libelle) {
        return Arrays.stream(valeurs).map(v -> new ChoixEvaluation(v.name(), libelle.apply(v), null)).toList();
    }
}
