package fr.jalon.autonomie;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import fr.jalon.commun.Sujet;
import fr.jalon.commun.TypeSujet;
import fr.jalon.echeance.Attendue;
import fr.jalon.echeance.Origine;

/** The due dates a path asks for. Pure. */
final class DatesAutonomie {

    private DatesAutonomie() {
    }

    /** @param midi a day without an hour, as an instant */
    static List<Attendue> de(Situation s, List<CalendrierAutonomie.Ligne> reperes, LocalDate aujourdhui, Function<LocalDate, Instant> midi) {
        List<Attendue> attendues = new ArrayList<>();
        if (!"JAMAIS_CONFIE".equals(s.motifFin)) {
            entretien(s, aujourdhui, midi, attendues);
            majorite(s, midi, attendues);
            apres(s, aujourdhui, midi, attendues);
            reperes.stream().filter(r -> "A_FAIRE".equals(r.etat()) || "FAIT".equals(r.etat())).forEach(r -> attendues.add(new Attendue("REPERE",
                    new Sujet(TypeSujet.AUTONOMIE, r.id()), Origine.de(r.le()), "FAIT".equals(r.etat()) ? midi.apply(r.faitLe()) : null)));
        }
        return attendues;
    }

    /** Owed while in care as a minor; once held or declined it keeps its date. A « not held » leaves it due. */
    private static void entretien(Situation s, LocalDate aujourdhui, Function<LocalDate, Instant> midi, List<Attendue> attendues) {
        boolean fait = s.entretienIssue != null && !"NON_TENU".equals(s.entretienIssue);
        boolean encoreDu = s.enCharge && !s.jeuneMajeur && aujourdhui.isBefore(s.dixHuit) && s.etat.ouvert();
        if (s.entretienOrigine != null && (fait || encoreDu)) {
            attendues.add(new Attendue(s.tardive ? "ENTRETIEN_17_TARDIF" : "ENTRETIEN_17", null, Origine.de(s.entretienOrigine),
                    fait ? midi.apply(s.entretienLe) : null));
        }
    }

    private static void majorite(Situation s, Function<LocalDate, Instant> midi, List<Attendue> attendues) {
        boolean avantMajorite = s.entreeLe != null && s.entreeLe.isBefore(s.dixHuit);
        if (s.etat.ouvert() && s.enCharge && avantMajorite) {
            LocalDate vu = s.demandeLe != null ? s.demandeLe : s.majeurDepuis;
            attendues.add(new Attendue("MAJORITE", null, Origine.de(s.naissance), vu == null ? null : midi.apply(vu)));
        }
        if (s.etat.ouvert() && s.jeuneMajeur) {
            attendues.add(new Attendue("VINGT_ET_UN_ANS", null, Origine.de(s.naissance), null));
        }
    }

    private static void apres(Situation s, LocalDate aujourdhui, Function<LocalDate, Instant> midi, List<Attendue> attendues) {
        if (s.sixMoisDu && (s.sixMoisFaitLe != null || s.etat.ouvert())) {
            attendues.add(new Attendue("ENTRETIEN_SIX_MOIS", null, Origine.de(s.sortieLe), s.sixMoisFaitLe == null ? null : midi.apply(s.sixMoisFaitLe)));
        }
        if (s.suiviLe != null && s.sortieLe != null) {
            // A follow-on that reaches its end is over: nobody is late.
            LocalDate fin = s.suiviLe.plusMonths(3);
            attendues.add(new Attendue("SUIVI_SORTIE", null, Origine.de(s.suiviLe), aujourdhui.isAfter(fin) ? midi.apply(fin) : null));
        }
    }
}
