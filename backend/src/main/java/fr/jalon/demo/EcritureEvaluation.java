package fr.jalon.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.commun.Sujet;

/** The evaluation of a closed file: the team, what it did, what it wrote, what it concluded. */
final class EcritureEvaluation {

    private static final String EVALUATEUR = "evaluateur(id, ip_id, utilisateur_id, profession, du, designe_par)";
    private static final String ACTE = "acte_evaluation(id, ip_id, genre, le, foyer_id, moyen, auteur_id, saisie_le, evenement_id)";
    private static final String PERSONNE = "acte_evaluation_personne(acte_id, mineur_id, adulte_id, present, avis)";
    private static final String SECTION = "rapport_section(ip_id, code, texte, version, auteur_id, modifiee_le)";
    private static final String CONCLUSION = "conclusion_mineur(mineur_id, ip_id, conclusion, natures, proposition, nature_aide, motivation, version, "
            + "auteur_id, modifiee_le)";
    private static final String REMISE = "remise_rapport(id, ip_id, rendu_le, saisie_le, saisie_par, avertissements, motif_depassement, evenement_id)";

    private static final String TEXTE = "Section rédigée pour la démonstration : observations de l’équipe, sans personne réelle.";
    private static final String AVIS = "Avis recueilli pour la démonstration.";

    private final EcritureSuites.Outils o;
    private final Histoire h;
    private final List<EcritureSuites.Mineur> mineurs;
    private final List<Sujet> sujets;

    EcritureEvaluation(EcritureSuites.Outils outils, Histoire h, List<EcritureSuites.Mineur> mineurs, List<Sujet> sujets) {
        this.o = outils;
        this.h = h;
        this.mineurs = mineurs;
        this.sujets = sujets;
    }

    static void annoncer(Copie copie) {
        copie.annoncer(EVALUATEUR, ACTE, PERSONNE, SECTION, CONCLUSION, REMISE);
    }

    void designer() {
        Histoire.Evaluation e = h.evaluation();
        for (Personnel.Agent a : e.evaluateurs()) {
            o.copie().ligne(EVALUATEUR, o.hasard().id(e.designes().toEpochMilli()), e.ip(), a.id(), a.profession(), e.designes(), e.designe().id());
        }
        o.evenements().evenement("ip.evaluateurs-designes", e.designes(), "designer", new EcritureEvenements.Cadre(e.equipe(), e.designe(), sujets),
                "evaluateurs", e.evaluateurs().size(), "professions", professions());
    }

    private long professions() {
        return h.evaluation().evaluateurs().stream().map(Personnel.Agent::profession).distinct().count();
    }

    /** @param limite null, or the instant at which the file ended and nothing more was done */
    void agir(Instant limite) {
        Histoire.Evaluation e = h.evaluation();
        Personnel.Agent auteur = e.evaluateurs().get(0);
        for (Histoire.Acte a : e.actes()) {
            Instant le = a.le().atTime(12, 0).atZone(o.zone()).toInstant();
            if (limite != null && !(le.isAfter(e.designes()) ? le : e.designes().plusSeconds(3_600)).isBefore(limite)) {
                continue;
            }
            boolean courrier = a.genre().equals("INFORMATION");
            UUID evenement = o.evenements().evenement("evaluation.acte", le, "evaluer", new EcritureEvenements.Cadre(e.equipe(), auteur, sujets),
                    "genre", a.genre(), "moyen", courrier ? "COURRIER" : null);
            o.copie().ligne(ACTE, a.id(), e.ip(), a.genre(), a.le(), a.genre().equals("VISITE") ? h.famille().foyers().get(a.foyer()).id() : null,
                    courrier ? "COURRIER" : null, auteur.id(), le, evenement);
            if (!courrier) {
                mineurs.forEach(m -> o.copie().ligne(PERSONNE, a.id(), m.sujet().id(), null, true, a.genre().equals("ENTRETIEN") ? AVIS : null));
            }
            h.famille().adultes().forEach(x -> o.copie().ligne(PERSONNE, a.id(), null, x.id(), true, courrier ? null : AVIS));
        }
    }

    /** @param legale by when the report was due: later, it says why */
    void rendre(LocalDate legale) {
        Histoire.Evaluation e = h.evaluation();
        Personnel.Agent auteur = e.evaluateurs().get(0);
        boolean tard = e.rapport().atZone(o.zone()).toLocalDate().isAfter(legale);
        o.sections().forEach(code -> o.copie().ligne(SECTION, e.ip(), code, TEXTE, 1, auteur.id(), e.rapport()));
        EcritureEvenements.Cadre cadre = new EcritureEvenements.Cadre(e.equipe(), auteur, sujets);
        UUID rendu = o.evenements().evenement("ip.rapport-rendu", e.rapport(), "evaluer", cadre, "avertissements", tard ? "DEPASSEMENT" : null,
                "motifDepassement", tard ? e.motifDepassement() : null, "evaluateurs", e.evaluateurs().size(), "professions", professions(), "mineurs",
                mineurs.size());
        for (EcritureSuites.Mineur m : mineurs) {
            Histoire.Conclusion c = m.conclusion();
            o.evenements().evenement("evaluation.conclue", e.rapport(), "evaluer", new EcritureEvenements.Cadre(e.equipe(), auteur,
                    List.of(sujets.get(0), m.sujet(), m.enfant())), "conclusion", c.conclusion(), "proposition", c.proposition(), "natureAide", c.aide(),
                    "natures", c.natures().isEmpty() ? null : String.join(",", c.natures()));
            o.copie().ligne(CONCLUSION, m.sujet().id(), e.ip(), c.conclusion(), c.natures(), c.proposition(), c.aide(), null, 1, auteur.id(), e.rapport());
        }
        o.copie().ligne(REMISE, o.hasard().id(e.rapport().toEpochMilli()), e.ip(), e.rapport(), e.rapport(), auteur.id(),
                EcritureEvenements.json(tard ? new Object[] {"DEPASSEMENT", "Dépassement motivé (fictif)"} : new Object[0]),
                tard ? e.motifDepassement() : null, rendu);
    }

    static Map<String, String> voie(String voie) {
        return Map.of("voie", voie);
    }
}
