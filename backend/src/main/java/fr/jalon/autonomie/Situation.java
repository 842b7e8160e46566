package fr.jalon.autonomie;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The path as its acts, the stays in care and the day make it. Pure: the same facts always give the same situation, which is what lets a
 * correction cancel an act, move a birth date or an end of measure, and have all the rest follow.
 */
final class Situation {

    /** What the département says of the interview after six months. */
    record Reglages(boolean sixMoisMajeurs, boolean sixMoisEmancipes) {
    }

    static final int AGE_ENTRETIEN = 17;
    static final int MAJORITE = 18;
    static final int FIN_DU_DROIT = 21;
    static final int MOIS_APRES_SORTIE = 6;

    EtatAutonomie etat;
    LocalDate naissance;
    boolean naissanceExacte;
    LocalDate dixSept;
    LocalDate dixHuit;
    LocalDate vingtEtUn;
    LocalDate ouverteLe;
    LocalDate entreeLe;
    boolean tardive;
    boolean enCharge;
    boolean jeuneMajeur;
    LocalDate majeurDepuis;
    boolean mna;
    boolean mdph;
    String unite;
    LocalDate rendezVousLe;
    /** Birthday or late entry the interview is counted from; null when it is not owed. */
    LocalDate entretienOrigine;
    LocalDate entretienLe;
    String entretienIssue;
    LocalDate notifieLe;
    LocalDate projetLe;
    LocalDate referenceLe;
    LocalDate demandeLe;
    boolean demandeEnCours;
    LocalDate decisionLe;
    String decision;
    UUID mesureId;
    LocalDate terme;
    LocalDate sortieLe;
    boolean sortieMajeur;
    Acte fiche;
    boolean sixMoisDu;
    LocalDate sixMoisFaitLe;
    LocalDate suiviLe;
    LocalDate closeLe;
    String motifFin;
    /** Nothing is left to do: the path is to be closed, with the reason. */
    String finie;

    private final List<Acte> actes;
    private final List<Sejour.Chaine> chaines;
    private final LocalDate aujourdhui;

    private Situation(List<Acte> actes, List<Sejour> sejours, LocalDate aujourdhui) {
        this.actes = actes.stream().filter(Acte::vivant).sorted(Acte.ORDRE).toList();
        this.chaines = Sejour.chaines(sejours);
        this.aujourdhui = aujourdhui;
    }

    static Situation de(List<Acte> actes, List<Sejour> sejours, Reglages reglages, LocalDate aujourdhui) {
        Situation s = new Situation(actes, sejours, aujourdhui);
        s.identite();
        s.charge();
        s.entretien();
        s.majorite();
        s.sortie(reglages);
        s.cloture();
        s.etat = s.placer();
        return s;
    }

    private void identite() {
        Acte ouverture = actes.stream().filter(a -> a.genre() == GenreActe.OUVERTURE).min(Acte.SAISIE).orElseThrow();
        ouverteLe = ouverture.le();
        Acte dite = dernier(a -> a.details().containsKey("naissance")).orElse(ouverture);
        naissance = dite.jour("naissance");
        naissanceExacte = !"NON".equals(dite.d("exacte"));
        dixSept = naissance.plusYears(AGE_ENTRETIEN);
        dixHuit = naissance.plusYears(MAJORITE);
        vingtEtUn = naissance.plusYears(FIN_DU_DROIT);
        mna = dernier(a -> a.d("mna") != null).map(a -> a.oui("mna")).orElse(false);
        mdph = dernier(a -> a.d("mdph") != null).map(a -> a.oui("mdph")).orElse(false);
        unite = ouverture.d("unite");
    }

    private void charge() {
        if (chaines.isEmpty()) {
            return;
        }
        Sejour.Chaine derniere = chaines.get(chaines.size() - 1);
        entreeLe = derniere.debut();
        enCharge = derniere.ouverte();
        sortieLe = derniere.fin();
        List<Sejour> ouverts = derniere.sejours().stream().filter(Sejour::ouvert).toList();
        jeuneMajeur = ouverts.stream().anyMatch(x -> x.mode() == Sejour.Mode.MAJEUR);
        majeurDepuis = chaines.stream().flatMap(c -> c.sejours().stream()).filter(x -> x.mode() == Sejour.Mode.MAJEUR).map(Sejour::debut)
                .min(Comparator.naturalOrder()).orElse(null);
        Sejour courant = Stream.concat(ouverts.stream().filter(x -> x.mode() == Sejour.Mode.MAJEUR), ouverts.stream()).findFirst()
                .orElse(derniere.sejours().get(derniere.sejours().size() - 1));
        unite = courant.unite();
        terme = enCharge ? courant.terme() : null;
        mesureId = jeuneMajeur ? courant.mesureId() : null;
    }

    /** In care before and on the birthday: owed by that day. First in care after it: as soon as possible. Otherwise not owed. */
    private void entretien() {
        Optional<Sejour.Chaine> avant = chaines.stream().filter(c -> c.traverse(dixSept)).findFirst();
        Optional<Sejour.Chaine> apres = chaines.stream().filter(c -> !c.debut().isBefore(dixSept) && c.debut().isBefore(dixHuit)).findFirst();
        tardive = avant.isEmpty() && apres.isPresent();
        entretienOrigine = avant.isPresent() ? naissance : apres.map(Sejour.Chaine::debut).orElse(null);
        List<Acte> tenus = actes.stream().filter(a -> a.genre() == GenreActe.ENTRETIEN && !"EXCEPTIONNEL".equals(a.d("genre"))).toList();
        Optional<Acte> fait = tenus.stream().filter(a -> !"NON_TENU".equals(a.d("issue"))).findFirst();
        Acte dit = fait.orElse(tenus.isEmpty() ? null : tenus.get(tenus.size() - 1));
        entretienIssue = dit == null ? null : dit.d("issue");
        entretienLe = dit == null ? null : dit.le();
        notifieLe = premier(GenreActe.NOTIFICATION).map(Acte::le).orElse(null);
        projetLe = premier(GenreActe.PROJET_ACCES).map(Acte::le).orElse(null);
        Optional<Acte> invitation = dernier(a -> a.genre() == GenreActe.INVITATION);
        boolean perdue = invitation.isPresent() && dit != null && "NON_TENU".equals(dit.d("issue")) && Acte.SAISIE.compare(dit, invitation.get()) > 0;
        rendezVousLe = invitation.isEmpty() || perdue ? null : invitation.get().jour("rendezVousLe");
    }

    private void majorite() {
        referenceLe = dernier(a -> a.genre() == GenreActe.PERSONNE_REFERENCE).filter(a -> a.oui("choisie")).map(Acte::le).orElse(null);
        Optional<Acte> demande = dernier(a -> a.genre() == GenreActe.DEMANDE || a.genre() == GenreActe.RETOUR);
        Optional<Acte> reponse = dernier(a -> a.genre() == GenreActe.DECISION || a.genre() == GenreActe.RENOUVELLEMENT);
        demandeLe = demande.map(Acte::le).orElse(null);
        demandeEnCours = demande.isPresent() && !"NON".equals(demande.get().d("souhait"))
                && (reponse.isEmpty() || Acte.SAISIE.compare(demande.get(), reponse.get()) > 0);
        decisionLe = reponse.map(Acte::le).orElse(null);
        decision = reponse.map(a -> a.genre() == GenreActe.RENOUVELLEMENT ? "ACCORD" : a.d("decision")).orElse(null);
    }

    private void sortie(Reglages reglages) {
        fiche = dernier(a -> a.genre() == GenreActe.SORTIE).filter(a -> entreeLe == null || !a.le().isBefore(entreeLe)).orElse(null);
        if (sortieLe == null) {
            fiche = null;
            return;
        }
        boolean majeur = !sortieLe.isBefore(dixHuit);
        boolean emancipe = fiche != null && fiche.oui("emancipe");
        sortieMajeur = majeur || emancipe;
        sixMoisDu = majeur && reglages.sixMoisMajeurs() || emancipe && reglages.sixMoisEmancipes();
        sixMoisFaitLe = dernier(a -> a.genre() == GenreActe.ENTRETIEN_SIX_MOIS && !a.le().isBefore(sortieLe)).map(Acte::le).orElse(null);
        suiviLe = dernier(a -> a.genre() == GenreActe.SUIVI && !a.le().isBefore(sortieLe)).map(Acte::le).orElse(null);
    }

    private void cloture() {
        Optional<Acte> fin = dernier(a -> a.genre() == GenreActe.CLOTURE);
        Optional<Acte> reprise = dernier(a -> a.genre() == GenreActe.RETOUR || a.genre() == GenreActe.OUVERTURE);
        if (fin.isPresent() && (reprise.isEmpty() || Acte.SAISIE.compare(fin.get(), reprise.get()) > 0)) {
            closeLe = fin.get().le();
            motifFin = fin.get().d("motif");
        }
    }

    private EtatAutonomie placer() {
        if (closeLe != null) {
            return EtatAutonomie.CLOSE;
        }
        if (demandeEnCours) {
            return EtatAutonomie.DECISION;
        }
        if (chaines.isEmpty()) {
            finie = "JAMAIS_CONFIE";
            return EtatAutonomie.CLOSE;
        }
        return enCharge ? placerEnCharge() : placerSorti();
    }

    private EtatAutonomie placerEnCharge() {
        if (jeuneMajeur) {
            return EtatAutonomie.ACCOMPAGNE;
        }
        boolean fait = entretienIssue != null && !"NON_TENU".equals(entretienIssue);
        if (fait) {
            return notifieLe == null && aujourdhui.isBefore(dixHuit) ? EtatAutonomie.NOTIFICATION : EtatAutonomie.MAJORITE;
        }
        if (!aujourdhui.isBefore(dixHuit)) {
            return EtatAutonomie.MAJORITE;
        }
        return rendezVousLe == null ? EtatAutonomie.PREPARATION : EtatAutonomie.ENTRETIEN;
    }

    private EtatAutonomie placerSorti() {
        if (fiche == null) {
            return EtatAutonomie.SORTIE;
        }
        if (sixMoisDu && sixMoisFaitLe == null) {
            return EtatAutonomie.SIX_MOIS;
        }
        finie = sixMoisFaitLe != null ? "SIX_MOIS" : sortieMajeur ? "AUTRE" : "SORTI_MINEUR";
        return EtatAutonomie.CLOSE;
    }

    /** Day by which the interview is owed when it is by the birthday; the target of a late entry is the legal clock's. */
    LocalDate entretienDuLe() {
        return entretienOrigine == null ? null : tardive ? entretienOrigine : dixSept;
    }

    LocalDate sixMoisLe() {
        return sixMoisDu ? sortieLe.plusMonths(MOIS_APRES_SORTIE) : null;
    }

    List<Sejour.Chaine> chaines() {
        return chaines;
    }

    List<Acte> actes() {
        return actes;
    }

    boolean minoriteEnCours() {
        return aujourdhui.isBefore(dixHuit);
    }

    private Optional<Acte> dernier(Predicate<Acte> condition) {
        return actes.stream().filter(condition).max(Acte.SAISIE);
    }

    private Optional<Acte> premier(GenreActe genre) {
        return actes.stream().filter(a -> a.genre() == genre).findFirst();
    }
}
