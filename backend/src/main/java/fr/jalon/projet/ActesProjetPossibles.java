package fr.jalon.projet;

import java.util.ArrayList;
import java.util.List;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;

import org.springframework.stereotype.Component;

/** What the person may do on a projet as it stands: screens offer these and no others, the acts check again. */
@Component
class ActesProjetPossibles {

    List<String> de(Projet p) {
        Identite qui = IdentiteCourante.exiger();
        List<String> codes = new ArrayList<>();
        boolean suit = qui.a(Mission.PARCOURS);
        boolean conduit = qui.a(Mission.MESURE);
        boolean exerce = qui.a(Mission.EXERCICE);
        boolean ouvert = p.etat().ouvert();
        boolean ecrit = p.etat().enEcriture();
        boolean etabli = p.etat() == EtatProjet.A_REMETTRE || p.etat() == EtatProjet.SUIVI;
        si(codes, ouvert && (suit || conduit), "REFERENT");
        si(codes, ouvert && suit, "INVITER");
        si(codes, ouvert && suit, "RENCONTRE");
        si(codes, ouvert && suit, "AVIS");
        si(codes, ecrit && (suit || exerce), "ECRIRE");
        si(codes, ecrit && suit && p.etat() != EtatProjet.A_ETABLIR, "PROPOSER");
        si(codes, p.etat() == EtatProjet.A_ETABLIR && conduit, "RENVOYER");
        si(codes, ecrit && conduit, "ETABLIR");
        si(codes, ouvert && (suit || conduit), "SIGNER");
        si(codes, p.etabliLe() != null && p.etat() != EtatProjet.ANNULE && suit, "REMETTRE");
        si(codes, etabli && (suit || conduit), "REVISER");
        si(codes, ouvert && p.etabliLe() != null && (suit || conduit), "BILAN");
        si(codes, ouvert && p.etabliLe() != null && (suit || exerce), "ACTION");
        si(codes, p.etat() != EtatProjet.ANNULE && (suit || conduit), "ANNULER_ACTE");
        return codes;
    }

    private static void si(List<String> codes, boolean condition, String code) {
        if (condition) {
            codes.add(code);
        }
    }
}
