package fr.jalon.mesure;

import java.util.ArrayList;
import java.util.List;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;

import org.springframework.stereotype.Component;

/** What the person may do on a measure as it stands: screens offer these and no others, the acts check again. */
@Component
class ActesPossibles {

    List<String> de(Mesure m) {
        Identite qui = IdentiteCourante.exiger();
        List<String> codes = new ArrayList<>();
        boolean conduit = qui.a(Mission.MESURE);
        boolean exerce = qui.a(Mission.EXERCICE);
        boolean suit = qui.a(Mission.PARCOURS);
        boolean ouverte = m.etat().ouverte();
        boolean judiciaire = "JUDICIAIRE".equals(m.cadre());
        si(codes, conduit && ouverte && !judiciaire, "ACCORD");
        si(codes, conduit && m.etat() != EtatMesure.ANNULEE && judiciaire, "DATE_JUSTICE");
        si(codes, conduit && "affecter".equals(m.etape()), "AFFECTER");
        si(codes, conduit && m.serviceId() != null && (m.etat() == EtatMesure.ATTENTE_EXERCICE || m.relaisAttendu()), "RETIRER_AFFECTATION");
        si(codes, (conduit || exerce) && ("demarrer".equals(m.etape()) || m.etat() == EtatMesure.ATTENTE_ACCORD
                && (m.serviceId() != null || "UNITE".equals(m.exercice()))), "DEMARRER");
        si(codes, ouverte && (conduit || exerce || suit), "REFERENT");
        si(codes, m.etat().enExercice() && (conduit || exerce || suit), "MODULER");
        si(codes, m.etat() == EtatMesure.EXERCEE && (conduit || exerce || suit), "SUSPENDRE");
        si(codes, m.etat() == EtatMesure.SUSPENDUE && (conduit || exerce || suit), "REPRENDRE");
        si(codes, m.etat().enExercice() && (exerce || suit), "RAPPORT");
        for (String code : List.of("RENOUVELER", "REQUALIFIER", "CADRE", "TRANSFERER", "TERMINER")) {
            si(codes, conduit && ouverte, code);
        }
        si(codes, conduit && m.etat().enAttente() && m.terme() != null, "CADUCITE");
        si(codes, conduit && m.etat() == EtatMesure.TERMINEE && "TRANSFERT".equals(m.motifFin()), "ACCUSE_TRANSFERT");
        si(codes, conduit && m.etat() != EtatMesure.ANNULEE, "ANNULER");
        si(codes, m.etat() != EtatMesure.ANNULEE && (conduit || exerce || suit), "ANNULER_ACTE");
        return codes;
    }

    private static void si(List<String> codes, boolean condition, String code) {
        if (condition) {
            codes.add(code);
        }
    }
}
