package fr.jalon.autonomie;

import java.util.ArrayList;
import java.util.List;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Sujet;
import fr.jalon.departement.Departement;

import org.springframework.stereotype.Component;

/** What the person may do on a path as it stands: screens offer these and no others, the acts check again. */
@Component("actesPossiblesAutonomie")
class ActesPossibles {

    private final Acces acces;
    private final Departement departement;

    ActesPossibles(Acces acces, Departement departement) {
        this.acces = acces;
        this.departement = departement;
    }

    List<String> de(Autonomie a, Situation s) {
        Sujet sujet = Sujet.autonomie(a.id());
        boolean conduit = acces.peut(Mission.MESURE, sujet);
        boolean suit = conduit || acces.peut(Mission.PARCOURS, sujet);
        boolean ouvert = a.etat().ouvert();
        boolean mineur = s.enCharge && !s.jeuneMajeur && s.minoriteEnCours();
        boolean fait = s.entretienIssue != null && !"NON_TENU".equals(s.entretienIssue);
        List<String> codes = new ArrayList<>();
        si(codes, suit && mineur && !fait, "INVITATION");
        si(codes, suit && ouvert && !fait && s.entretienOrigine != null, "ENTRETIEN");
        si(codes, suit && mineur && fait, "ENTRETIEN_EXCEPTIONNEL");
        si(codes, conduit && ouvert && fait && s.notifieLe == null, "NOTIFICATION");
        si(codes, suit && ouvert, "PROJET_ACCES");
        si(codes, suit && ouvert, "REPERE");
        si(codes, suit && ouvert, "PERSONNE_REFERENCE");
        si(codes, suit && ouvert && !s.demandeEnCours, "DEMANDE");
        si(codes, conduit && s.demandeEnCours && !s.jeuneMajeur, "DECISION");
        si(codes, conduit && s.jeuneMajeur, "RENOUVELLEMENT");
        si(codes, conduit && s.demandeEnCours && s.jeuneMajeur, "DECISION_REFUS");
        si(codes, suit && ouvert && !s.enCharge && s.fiche == null && s.sortieLe != null, "SORTIE");
        si(codes, suit && departement.profil().autonomie().suiviSortie() != null && s.sortieLe != null, "SUIVI");
        si(codes, suit && a.etat() == EtatAutonomie.SIX_MOIS, "ENTRETIEN_SIX_MOIS");
        si(codes, suit && s.sortieLe != null, "ENTRETIEN_SUPPLEMENTAIRE");
        si(codes, suit && !s.enCharge && !s.demandeEnCours && s.sortieLe != null && !s.minoriteEnCours(), "RETOUR");
        si(codes, suit && ouvert, "COMMISSION");
        si(codes, suit && ouvert, "SITUATION");
        si(codes, suit, "COORDONNEES");
        si(codes, suit && ouvert && !s.enCharge, "CLOTURE");
        si(codes, suit, "ANNULER_ACTE");
        return codes;
    }

    private static void si(List<String> codes, boolean condition, String code) {
        if (condition) {
            codes.add(code);
        }
    }
}
