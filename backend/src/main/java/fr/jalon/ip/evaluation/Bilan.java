package fr.jalon.ip.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import fr.jalon.commun.Avertissements.Avertissement;
import fr.jalon.commun.Refus;

/**
 * What an evaluation has done and still lacks, minor by minor, holder by holder, home by home. The same table is shown while the work
 * goes on and asked when the report is handed in.
 *
 * @param dateLegale by when the report is due; null when the clock gives none
 */
public record Bilan(int evaluateurs, int professions, List<BilanMineur> mineurs, List<BilanTitulaire> titulaires, List<BilanFoyer> foyers,
        List<BilanSection> sections, LocalDate dateLegale, LocalDate dernierActeLe) {

    /** @param vuChezLui met at one of the homes; an unborn child is never « non rencontré » */
    public record BilanMineur(UUID mineurId, String affiche, boolean aNaitre, boolean rencontre, boolean rencontreSeul, boolean vuChezLui,
            boolean avisRecueilli, ConclusionEvaluation conclusion, PropositionEvaluation proposition, boolean natureNotee,
            boolean natureAideNotee, boolean signale) {
    }

    /** @param informe told of the evaluation; {@code nonInformeMotive}: it is written why not */
    public record BilanTitulaire(UUID adulteId, String affiche, boolean informe, boolean nonInformeMotive, boolean rencontre,
            boolean avisRecueilli, int observations) {
    }

    public record BilanFoyer(UUID foyerId, String nom, int visites) {
    }

    public record BilanSection(String code, String libelle, boolean obligatoire, boolean vide) {
    }

    /** The impossible: nothing to decide on for a minor. */
    List<Refus.Erreur> empechements() {
        List<Refus.Erreur> erreurs = new ArrayList<>();
        for (int i = 0; i < mineurs.size(); i++) {
            BilanMineur m = mineurs.get(i);
            if (m.conclusion() == null) {
                erreurs.add(new Refus.Erreur("conclusions[" + i + "].conclusion", "Écrivez la conclusion pour ce mineur."));
            }
            if (m.proposition() == null) {
                erreurs.add(new Refus.Erreur("conclusions[" + i + "].proposition", "Écrivez la proposition pour ce mineur."));
            }
        }
        return erreurs;
    }

    /** What is left to judgement on the day the report is handed in; each asks a reason, which is counted. */
    public List<Avertissement> avertissements(LocalDate renduLe) {
        List<Avertissement> a = new ArrayList<>();
        si(a, evaluateurs == 1, "UN_SEUL_EVALUATEUR", "Un seul évaluateur a mené l’évaluation.");
        si(a, evaluateurs > 1 && professions == 1, "UNE_PROFESSION", "Les évaluateurs sont d’une seule profession.");
        int visites = foyers.stream().mapToInt(BilanFoyer::visites).sum();
        long nonVisites = foyers.stream().filter(f -> f.visites() == 0).count();
        si(a, visites == 0, "SANS_VISITE", "Aucune visite à domicile n’est notée.");
        si(a, visites > 0 && nonVisites > 0, "FOYER_NON_VISITE",
                Textes.nombre(nonVisites, "Un domicile n’a pas été visité.", "domiciles n’ont pas été visités."));
        long absents = mineurs.stream().filter(m -> !m.aNaitre() && !m.rencontre()).count();
        si(a, absents > 0, "MINEUR_NON_RENCONTRE",
                Textes.nombre(absents, "Un mineur n’a pas été rencontré.", "mineurs n’ont pas été rencontrés."));
        long titulairesAbsents = titulaires.stream().filter(t -> !t.rencontre()).count();
        si(a, titulairesAbsents > 0, "TITULAIRE_NON_RENCONTRE",
                Textes.nombre(titulairesAbsents, "Un titulaire n’a pas été rencontré.", "titulaires n’ont pas été rencontrés."));
        long nonInformes = titulaires.stream().filter(t -> !t.informe() && !t.nonInformeMotive() && !t.rencontre()).count();
        si(a, nonInformes > 0, "TITULAIRE_NON_INFORME",
                Textes.nombre(nonInformes, "Rien ne dit qu’un titulaire a été informé de l’évaluation.",
                        "titulaires ne sont pas notés comme informés de l’évaluation."));
        long vides = sections.stream().filter(s -> s.obligatoire() && s.vide()).count();
        si(a, vides > 0, "SECTION_VIDE", Textes.nombre(vides, "Une section du rapport est vide.", "sections du rapport sont vides."));
        si(a, mineurs.stream().anyMatch(m -> m.conclusion() != null && m.conclusion().natureAttendue() && !m.natureNotee()),
                "NATURE_ABSENTE", "Un danger ou un risque est conclu sans que sa nature soit notée.");
        si(a, mineurs.stream().anyMatch(m -> m.proposition() == PropositionEvaluation.AIDE_ADMINISTRATIVE && !m.natureAideNotee()),
                "AIDE_NON_PRECISEE", "Une aide est proposée sans dire laquelle.");
        si(a, mineurs.stream().anyMatch(m -> m.conclusion() == ConclusionEvaluation.IMPOSSIBLE && !m.signale()
                && m.proposition() != PropositionEvaluation.SAISINE_JUDICIAIRE), "IMPOSSIBLE_SANS_SAISINE",
                "Une évaluation impossible conduit à saisir l’autorité judiciaire (D226-2-6) : rien ne le prévoit.");
        si(a, dateLegale != null && renduLe.isAfter(dateLegale), "DEPASSEMENT", "Le rapport est rendu après la date légale.");
        return a;
    }

    private static void si(List<Avertissement> liste, boolean condition, String code, String message) {
        if (condition) {
            liste.add(new Avertissement(code, message));
        }
    }
}
