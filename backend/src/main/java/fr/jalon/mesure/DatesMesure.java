package fr.jalon.mesure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import fr.jalon.dossier.Naissance;
import fr.jalon.echeance.Attendue;
import fr.jalon.echeance.Origine;

/** Which due dates the acts of a measure ask for. Pure: lengths stay in the rules of the legal clock. */
final class DatesMesure {

    /** From the first day a situation held to the day it no longer did. */
    private record Duree(LocalDate du, LocalDate au) {
    }

    private final List<Acte> actes;
    private final List<Situation.Etape> etapes;
    private final Situation fin;
    private final Naissance naissance;
    private final Function<LocalDate, Instant> midi;
    private final ZoneId zone;

    private DatesMesure(List<Acte> actes, Naissance naissance, Function<LocalDate, Instant> midi, ZoneId zone) {
        this.actes = actes.stream().filter(Acte::vivant).sorted(Acte.ORDRE).toList();
        this.etapes = Situation.toutes(actes);
        this.fin = etapes.isEmpty() ? null : etapes.get(etapes.size() - 1).situation();
        this.naissance = naissance;
        this.midi = midi;
        this.zone = zone;
    }

    /** @param midi the moment kept for a day without an hour */
    static List<Attendue> de(List<Acte> actes, Naissance naissance, Function<LocalDate, Instant> midi, ZoneId zone) {
        return new DatesMesure(actes, naissance, midi, zone).toutes();
    }

    private List<Attendue> toutes() {
        if (fin == null || fin.etat == EtatMesure.ANNULEE) {
            return List.of();
        }
        List<Attendue> attendues = new ArrayList<>();
        terme(attendues);
        rapports(attendues);
        accueils(attendues);
        tribunal(attendues);
        if (fin.etat == EtatMesure.TERMINEE && "TRANSFERT".equals(fin.motifFin)) {
            Instant accuse = actes.stream().filter(a -> a.genre() == GenreActe.ACCUSE_TRANSFERT).map(Acte::le).findFirst().map(midi).orElse(null);
            attendues.add(new Attendue("ACCUSE_TRANSFERT", null, Origine.de(fin.finieLe), accuse));
        }
        return attendues;
    }

    /** The term is met by what ends or renews the measure; its evaluation by the term report handed in for this very term. */
    private void terme(List<Attendue> attendues) {
        if (fin.terme == null || fin.etat == EtatMesure.ATTENTE_ACCORD) {
            return;
        }
        boolean finie = !fin.etat.ouverte();
        attendues.add(new Attendue("TERME_MESURE", null, Origine.de(fin.terme), finie ? midi.apply(fin.finieLe) : null));
        if (fin.etat.enExercice() || fin.demarreeLe != null) {
            LocalDate rendu = renduPourCeTerme();
            if (rendu != null || !finie) {
                attendues.add(new Attendue("EVALUATION_TERME", null, Origine.de(fin.terme), rendu == null ? null : midi.apply(rendu)));
            }
        }
    }

    private LocalDate renduPourCeTerme() {
        LocalDate rendu = null;
        for (Acte a : actes) {
            if (a.genre() == GenreActe.RAPPORT && "TERME".equals(a.d("nature"))) {
                rendu = a.le();
            } else if (Set.of(GenreActe.RENOUVELLEMENT, GenreActe.REQUALIFICATION, GenreActe.CADRE).contains(a.genre()) && a.details().containsKey("terme")) {
                rendu = null;
            }
        }
        return rendu;
    }

    /** Yearly, or every six months for a child under two: counted from the last report, by the child's age that day. */
    private void rapports(List<Attendue> attendues) {
        if (!fin.etat.enExercice() || fin.urgenceEnHeuresOuJours()) {
            return;
        }
        LocalDate depuis = actes.stream().filter(a -> a.genre() == GenreActe.RAPPORT).map(Acte::le).max(LocalDate::compareTo).orElse(fin.demarreeLe);
        attendues.add(new Attendue(naissance.moinsDeDeuxAns(depuis) ? "RAPPORT_SITUATION_MOINS_2_ANS" : "RAPPORT_SITUATION", null,
                Origine.de(depuis), null));
    }

    private void accueils(List<Attendue> attendues) {
        for (String base : List.of("ACCUEIL_72H", "ACCUEIL_5J")) {
            Duree d = duree(s -> base.equals(s.base) && s.etat.enExercice());
            if (d != null) {
                Instant heure = etapes.stream().map(e -> e.situation().demarreeA).filter(java.util.Objects::nonNull).findFirst().orElse(null);
                Origine origine = "ACCUEIL_72H".equals(base) && heure != null ? Origine.de(heure, zone) : Origine.de(d.du());
                attendues.add(new Attendue(base, null, origine, fin(d, base, heure)));
            }
        }
    }

    /** The hour an emergency reception ended counts when it was written. */
    private Instant fin(Duree d, String base, Instant heureDebut) {
        if (d.au() == null) {
            return null;
        }
        Instant ecrite = actes.stream().filter(a -> a.le().equals(d.au()) && a.d("a") != null && a.genre() != GenreActe.DEMARRAGE)
                .map(a -> Instant.parse(a.d("a"))).findFirst().orElse(null);
        Instant fin = ecrite != null ? ecrite : midi.apply(d.au());
        return heureDebut != null && "ACCUEIL_72H".equals(base) && fin.isBefore(heureDebut) ? heureDebut : fin;
    }

    /** The court's own limits: from its decision to the one that replaces it. */
    private void tribunal(List<Attendue> attendues) {
        Duree opp = duree(s -> "OPP".equals(s.base) && s.etat.ouverte());
        if (opp != null) {
            LocalDate saisi = actes.stream().filter(a -> a.genre() == GenreActe.SAISINE_JUGE).map(Acte::le).findFirst().orElse(null);
            LocalDate repondu = saisi != null ? saisi : opp.au();
            attendues.add(new Attendue("OPP_SAISINE", null, Origine.de(opp.du()), repondu == null ? null : midi.apply(repondu)));
            if (saisi != null) {
                attendues.add(new Attendue("OPP_AUDIENCE", null, Origine.de(saisi), opp.au() == null ? null : midi.apply(opp.au())));
            }
        }
        limite(attendues, "PLACEMENT_URGENCE", s -> "PLACEMENT_URGENCE".equals(s.base));
        limite(attendues, "MESURE_PROVISOIRE", s -> "PLACEMENT_PROVISOIRE".equals(s.base) || s.provisoire && !"OPP".equals(s.base)
                && !"PLACEMENT_URGENCE".equals(s.base));
    }

    private void limite(List<Attendue> attendues, String regle, Predicate<Situation> condition) {
        Duree d = duree(s -> condition.test(s) && s.etat.ouverte());
        if (d != null) {
            attendues.add(new Attendue(regle, null, Origine.de(d.du()), d.au() == null ? null : midi.apply(d.au())));
        }
    }

    /** The first span during which a condition held, or null. */
    private Duree duree(Predicate<Situation> condition) {
        LocalDate du = null;
        for (Situation.Etape e : etapes) {
            boolean tient = condition.test(e.situation());
            if (tient && du == null) {
                du = e.du();
            } else if (!tient && du != null) {
                return new Duree(du, e.du());
            }
        }
        return du == null ? null : new Duree(du, null);
    }
}
