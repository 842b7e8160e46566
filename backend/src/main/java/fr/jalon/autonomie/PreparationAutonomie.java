package fr.jalon.autonomie;

import java.util.List;

import fr.jalon.autonomie.PageAutonomie.MotAutonomie;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;

import org.springframework.stereotype.Service;

/** What the forms choose from. */
@Service
public class PreparationAutonomie {

    /** @param aValider nobody has confirmed it yet */
    public record ChoixAutonomie(String code, String libelle, String aide, boolean aValider) {
    }

    /** @param exercice {@code UNITE}, {@code SERVICE} or {@code MIXTE} */
    public record ProduitMajeur(String code, String libelle, String exercice) {
    }

    /** @param suiviSortie ISO period of the follow-on after an exit, or null where there is none */
    public record ChoixDesFormulaires(List<ChoixAutonomie> sections, List<ChoixAutonomie> professionnels, List<ChoixAutonomie> motifsNonTenu,
            List<ChoixAutonomie> moyens, List<ChoixAutonomie> motifsRefus, List<ChoixAutonomie> logements, List<ChoixAutonomie> ressources,
            List<ChoixAutonomie> activites, List<ChoixAutonomie> motifsSortie, List<ChoixAutonomie> motifsFin, List<ChoixAutonomie> avisCommission,
            List<ProduitMajeur> produits, List<MotAutonomie> services, String suiviSortie, int renouvellementsSuivi) {
    }

    private final Departement departement;

    PreparationAutonomie(Departement departement) {
        this.departement = departement;
    }

    public ChoixDesFormulaires choix() {
        Profil p = departement.profil();
        Profil.SuiviSortie suivi = p.autonomie().suiviSortie();
        return new ChoixDesFormulaires(liste(p.autonomie().sectionsEntretien()), liste(p.liste("professionnels-entretien")),
                liste(p.liste("motifs-non-tenu")), liste(p.liste("moyens")), liste(p.liste("motifs-refus-majeur")), liste(p.liste("logements-sortie")),
                liste(p.liste("ressources-sortie")), liste(p.liste("activites-sortie")), liste(p.liste("motifs-sortie")),
                liste(p.liste("motifs-fin-autonomie").stream().filter(l -> List.of("TRANSFERT", "AUTRE").contains(l.code())).toList()), liste(p.liste("avis-commission")),
                p.produits().stream().filter(x -> SejoursEnBase.DOMAINE_MAJEUR.equals(x.domaine()))
                        .map(x -> new ProduitMajeur(x.code(), x.libelle(), x.exercice())).toList(),
                departement.unites().stream().filter(u -> "SERVICE".equals(u.type())).map(u -> new MotAutonomie(u.id(), u.nom())).toList(),
                suivi == null ? null : suivi.duree(), suivi == null ? 0 : suivi.renouvellements());
    }

    private static List<ChoixAutonomie> liste(List<Profil.Libelle> libelles) {
        return libelles.stream().map(l -> new ChoixAutonomie(l.code(), l.libelle(), l.aide(), l.aValider())).toList();
    }
}
