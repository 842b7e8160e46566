package fr.jalon.autonomie;

import java.util.List;

import fr.jalon.autonomie.PageAutonomie.MotAutonomie;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.departement.ReglagesAutonomie;

import org.springframework.stereotype.Service;

/** What the forms choose from. */
@Service
public class PreparationAutonomie {

    /** @param aValider nobody has confirmed it yet */
    public record ChoixAutonomie(String code, String libelle, String aide, boolean aValider) {
    }

    /** @param situations answers that can be ticked; {@code concerne}: {@code TOUS}, {@code MNA} or {@code MDPH} */
    public record RubriqueAutonomie(String code, String libelle, List<String> questions, List<ChoixAutonomie> situations, boolean parole, String concerne) {
    }

    /** @param exercice {@code UNITE}, {@code SERVICE} or {@code MIXTE} */
    public record ProduitMajeur(String code, String libelle, String exercice) {
    }

    /** @param suiviSortie ISO period of the follow-on after an exit, or null where there is none; {@code recours} the remedies a refusal tells */
    public record ChoixDesFormulaires(List<RubriqueAutonomie> rubriques, List<ChoixAutonomie> lieux, List<ChoixAutonomie> professionnels, List<ChoixAutonomie> motifsNonTenu,
            List<ChoixAutonomie> motifsSecondEntretien, List<ChoixAutonomie> moyens, List<ChoixAutonomie> demarches,
            List<ChoixAutonomie> qualitesReference, List<ChoixAutonomie> formes, List<ChoixAutonomie> motifsDemande, List<ChoixAutonomie> objetsSuivi,
            List<ChoixAutonomie> themesSixMois, List<ChoixAutonomie> motifsRepere, List<ChoixAutonomie> motifsRefus, List<ChoixAutonomie> logements, List<ChoixAutonomie> ressources,
            List<ChoixAutonomie> activites, List<ChoixAutonomie> motifsSortie, List<ChoixAutonomie> motifsFin, List<ChoixAutonomie> avisCommission,
            List<ProduitMajeur> produits, List<MotAutonomie> services, String suiviSortie, int renouvellementsSuivi, String recours) {
    }

    private final Departement departement;

    PreparationAutonomie(Departement departement) {
        this.departement = departement;
    }

    public ChoixDesFormulaires choix() {
        Profil p = departement.profil();
        ReglagesAutonomie.SuiviSortie suivi = p.autonomie().suiviSortie();
        return new ChoixDesFormulaires(p.autonomie().entretien().stream().map(r -> new RubriqueAutonomie(r.code(), r.libelle(), r.questions(),
                liste(r.choix()), r.parole(), r.concerne())).toList(), liste(p.liste("lieux-entretien")), liste(p.liste("professionnels-entretien")),
                liste(p.liste("motifs-non-tenu")), liste(p.liste("motifs-second-entretien")), liste(p.liste("moyens-notification")),
                liste(p.autonomie().demarches()), liste(p.liste("qualites-personne-reference")), liste(p.liste("formes-accompagnement")),
                liste(p.liste("motifs-demande-majeur")), liste(p.liste("objets-suivi")), liste(p.liste("themes-six-mois")),
                liste(p.liste("motifs-repere-sans-objet")), liste(p.liste("motifs-refus-majeur")), liste(p.liste("logements-sortie")),
                liste(p.liste("ressources-sortie")), liste(p.liste("activites-sortie")), liste(p.liste("motifs-sortie")),
                liste(p.liste("motifs-fin-autonomie").stream().filter(l -> List.of("TRANSFERT", "AUTRE").contains(l.code())).toList()), liste(p.liste("avis-commission")),
                p.produits().stream().filter(x -> SejoursEnBase.DOMAINE_MAJEUR.equals(x.domaine()))
                        .map(x -> new ProduitMajeur(x.code(), x.libelle(), x.exercice())).toList(),
                departement.unites().stream().filter(u -> "SERVICE".equals(u.type())).map(u -> new MotAutonomie(u.id(), u.nom())).toList(),
                suivi == null ? null : suivi.duree(), suivi == null ? 0 : suivi.renouvellements(), p.autonomie().recours());
    }

    private static List<ChoixAutonomie> liste(List<Profil.Libelle> libelles) {
        return libelles.stream().map(l -> new ChoixAutonomie(l.code(), l.libelle(), l.aide(), l.aValider())).toList();
    }
}
