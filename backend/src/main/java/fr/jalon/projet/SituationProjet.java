package fr.jalon.projet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A projet after some of its acts. Pure: the same acts always give the same situation, which is what lets a correction cancel one, or the
 * measures change theirs, and have all the rest follow.
 */
final class SituationProjet implements Cloneable {

    /** A situation and the day from which it holds. */
    record Etape(LocalDate du, SituationProjet situation) {
    }

    UUID mesure;
    LocalDate ouvertLe;
    /** Start of the path under way: the opening, or the last re-entry. */
    LocalDate depuis;
    LocalDate closLe;
    String motifCloture;
    UUID referent;
    String referentNom;
    /** Something was done by somebody in this path. */
    boolean commence;
    LocalDate rencontreLe;
    LocalDate premierEtabliLe;
    LocalDate etabliLe;
    boolean etabliAvecMep;
    LocalDate remisLe;
    /** Established since the path began. */
    boolean etabliDansCeChemin;
    // What was done for the version under way.
    LocalDate inviteLe;
    LocalDate reviseDepuis;
    String motifRevision;
    private boolean rencontre;
    private boolean propose;
    private boolean etabli;
    private boolean remis;
    private UUID version;

    /** Every situation the projet went through, oldest first; the last one is where it stands. */
    static List<Etape> toutes(List<ActeProjet> actes) {
        List<Etape> etapes = new ArrayList<>();
        SituationProjet s = new SituationProjet();
        LocalDate du = null;
        for (ActeProjet a : actes.stream().filter(ActeProjet::vivant).sorted(ActeProjet.ORDRE).toList()) {
            s = s.apres(a);
            du = du == null || a.le().isAfter(du) ? a.le() : du;
            etapes.add(new Etape(du, s));
        }
        return etapes;
    }

    static SituationProjet derniere(List<ActeProjet> actes) {
        List<Etape> etapes = toutes(actes);
        return etapes.isEmpty() ? new SituationProjet() : etapes.get(etapes.size() - 1).situation();
    }

    SituationProjet apres(ActeProjet a) {
        SituationProjet s = copie();
        s.commence = s.commence || !a.automatique() && a.genre() != GenreActeProjet.REFERENT;
        switch (a.genre()) {
            case OUVERTURE -> {
                s.ouvertLe = a.le();
                s.commencer(a, null);
            }
            case REPRISE -> {
                s.closLe = null;
                s.motifCloture = null;
                s.commencer(a, s.etabliLe == null ? null : "REPRISE");
            }
            case REFERENT -> {
                s.referent = a.ref("utilisateur");
                s.referentNom = a.d("nom");
            }
            case INVITATION -> s.inviteLe = a.le();
            case RENCONTRE -> {
                s.rencontre = true;
                s.rencontreLe = "TENUE".equals(a.d("statut")) ? a.le() : s.rencontreLe;
            }
            case PROPOSITION -> s.propose = true;
            case RETOUR -> s.propose = false;
            case ETABLISSEMENT -> s.etablir(a);
            case REMISE -> {
                // Given of the version in force; an older one, or one given while the next is written, moves nothing.
                s.remis = s.remis || s.etabli && (a.ref("version") == null || a.ref("version").equals(s.version));
                s.remisLe = a.le();
            }
            case REVISION -> {
                // While a version is still to be established, what changed goes into it.
                if (s.etabli) {
                    s.nouvelleVersion(a.le(), a.d("motif"));
                }
            }
            case CLOTURE -> {
                s.closLe = a.le();
                s.motifCloture = a.d("motif");
            }
            default -> {
                // Views, signatures, objectives and actions do not move the path.
            }
        }
        return s;
    }

    private void commencer(ActeProjet a, String motif) {
        depuis = a.le();
        mesure = a.ref("mesure");
        commence = false;
        etabliDansCeChemin = false;
        nouvelleVersion(a.le(), motif);
    }

    private void nouvelleVersion(LocalDate le, String motif) {
        reviseDepuis = motif == null ? null : le;
        motifRevision = motif;
        inviteLe = null;
        rencontre = false;
        propose = false;
        etabli = false;
        remis = false;
    }

    private void etablir(ActeProjet a) {
        etabli = true;
        remis = false;
        version = a.ref("version");
        propose = false;
        etabliDansCeChemin = true;
        etabliLe = a.le();
        premierEtabliLe = premierEtabliLe == null ? a.le() : premierEtabliLe;
        etabliAvecMep = "OUI".equals(a.d("mep"));
        reviseDepuis = null;
        motifRevision = null;
    }

    EtatProjet etat() {
        if (ouvertLe == null) {
            return EtatProjet.ANNULE;
        }
        if (closLe != null) {
            return EtatProjet.CLOS;
        }
        if (etabli) {
            return remis ? EtatProjet.SUIVI : EtatProjet.A_REMETTRE;
        }
        return propose ? EtatProjet.A_ETABLIR : rencontre ? EtatProjet.A_ECRIRE : inviteLe != null ? EtatProjet.A_RENCONTRER : EtatProjet.A_PREPARER;
    }

    private SituationProjet copie() {
        try {
            return (SituationProjet) clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
