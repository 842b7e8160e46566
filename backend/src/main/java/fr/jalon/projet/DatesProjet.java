package fr.jalon.projet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import fr.jalon.commun.Sujet;
import fr.jalon.dossier.Naissance;
import fr.jalon.echeance.Attendue;
import fr.jalon.echeance.Origine;

/** Which due dates the acts of a projet ask for. Pure: lengths stay in the rules of the legal clock. */
final class DatesProjet {

    /** An action of the version established last. */
    record ActionDatee(UUID lignee, LocalDate echeance, LocalDate finie) {
    }

    /** A situation report since the last establishment: one of each measure at a time, the last. */
    record RapportRendu(UUID mesure, LocalDate le, LocalDate repondu) {
    }

    /** A path: from an opening or a re-entry to its closing, with what was established and met in it. */
    private static final class Chemin {
        final LocalDate du;
        final UUID mesure;
        LocalDate au;
        LocalDate etabli;
        LocalDate rencontre;
        final boolean dejaEtabli;

        Chemin(ActeProjet a, boolean dejaEtabli) {
            this.du = a.le();
            this.mesure = a.ref("mesure");
            this.dejaEtabli = dejaEtabli;
        }
    }

    private final List<ActeProjet> actes;
    private final Naissance naissance;
    private final Function<LocalDate, Instant> midi;
    private final List<Chemin> chemins = new ArrayList<>();
    private final List<Attendue> attendues = new ArrayList<>();

    private DatesProjet(List<ActeProjet> actes, Naissance naissance, Function<LocalDate, Instant> midi) {
        this.actes = actes.stream().filter(ActeProjet::vivant).sorted(ActeProjet.ORDRE).toList();
        this.naissance = naissance;
        this.midi = midi;
        lire();
    }

    /** The rule of D223-13: six months for a child under two the day the version is established, a year otherwise. */
    static String regleRevision(Naissance naissance, LocalDate etabliLe) {
        return naissance.moinsDeDeuxAns(etabliLe) ? "REVISION_PROJET_MOINS_2_ANS" : "REVISION_PROJET";
    }

    /** @param midi the moment kept for a day without an hour */
    static List<Attendue> de(List<ActeProjet> actes, List<ActionDatee> actions, List<RapportRendu> rapports, Naissance naissance, Function<LocalDate, Instant> midi) {
        DatesProjet d = new DatesProjet(actes, naissance, midi);
        if (!d.chemins.isEmpty()) {
            d.etablissement();
            d.rencontre();
            d.revision();
            d.mesures();
            d.actions(actions);
            d.bilans(rapports);
        }
        return d.attendues;
    }

    private void lire() {
        boolean dejaEtabli = false;
        Chemin c = null;
        for (ActeProjet a : actes) {
            switch (a.genre()) {
                case OUVERTURE, REPRISE -> {
                    c = new Chemin(a, dejaEtabli);
                    chemins.add(c);
                }
                case CLOTURE -> {
                    if (c != null) {
                        c.au = a.le();
                    }
                }
                case ETABLISSEMENT -> {
                    dejaEtabli = true;
                    if (c != null && c.etabli == null) {
                        c.etabli = a.le();
                    }
                }
                case RENCONTRE -> {
                    if (c != null && c.rencontre == null && "TENUE".equals(a.d("statut"))) {
                        c.rencontre = a.le();
                    }
                }
                default -> {
                    // Nothing else is a limit.
                }
            }
        }
    }

    private Chemin dernier() {
        return chemins.get(chemins.size() - 1);
    }

    /** Three months from the start of the path in which it was first established; a path closed before asks for nothing any more. */
    private void etablissement() {
        Chemin c = chemins.stream().filter(x -> x.etabli != null).findFirst().orElse(dernier().au == null ? dernier() : null);
        if (c != null) {
            attendues.add(new Attendue("PROJET", null, Origine.de(c.du), c.etabli == null ? null : midi.apply(c.etabli)));
        }
    }

    private void rencontre() {
        Chemin c = chemins.stream().filter(x -> x.rencontre != null).findFirst().orElse(dernier().au == null ? dernier() : null);
        if (c != null) {
            attendues.add(new Attendue("RENCONTRE_PARTAGEE", null, Origine.de(c.du), c.rencontre == null ? null : midi.apply(c.rencontre)));
        }
    }

    /** Counted from the version established last, by the child's age that day; it moves with the next one. */
    private void revision() {
        if (dernier().au != null || dernier().etabli == null) {
            return;
        }
        LocalDate etabli = actes.stream().filter(a -> a.genre() == GenreActeProjet.ETABLISSEMENT).reduce((a, b) -> b).orElseThrow().le();
        attendues.add(new Attendue(regleRevision(naissance, etabli), null, Origine.de(etabli), null));
    }

    /** A measure that started after the projet was established asks for its revision, met by the next establishment. */
    private void mesures() {
        Chemin c = dernier();
        if (c.au != null) {
            return;
        }
        if (c.dejaEtabli && c.mesure != null) {
            attendues.add(demandee(c.mesure, c.du));
        }
        boolean etabli = false;
        for (ActeProjet a : actes) {
            if (a.genre() == GenreActeProjet.OUVERTURE || a.genre() == GenreActeProjet.REPRISE) {
                etabli = false;
            } else if (a.genre() == GenreActeProjet.ETABLISSEMENT) {
                etabli = true;
            } else if (etabli && a.automatique() && a.genre() == GenreActeProjet.REVISION && !a.le().isBefore(c.du) && a.ref("mesure") != null) {
                attendues.add(demandee(a.ref("mesure"), a.le()));
            }
        }
    }

    private Attendue demandee(UUID mesure, LocalDate le) {
        Instant faite = actes.stream().filter(a -> a.genre() == GenreActeProjet.ETABLISSEMENT && !a.le().isBefore(le)).map(ActeProjet::le)
                .findFirst().map(midi).orElse(null);
        return new Attendue("REVISION_MESURE", Sujet.mesure(mesure), Origine.de(le), faite);
    }

    private void actions(List<ActionDatee> actions) {
        if (dernier().au != null) {
            return;
        }
        actions.stream().filter(a -> a.echeance() != null).forEach(a -> attendues.add(new Attendue("ACTION_PROJET", Sujet.projet(a.lignee()),
                Origine.de(a.echeance()), a.finie() == null ? null : midi.apply(a.finie()))));
    }

    /** Each situation report asks what becomes of the objectives; the last of a measure stands for the former ones. */
    private void bilans(List<RapportRendu> rapports) {
        if (dernier().au != null || dernier().etabli == null) {
            return;
        }
        Map<UUID, RapportRendu> derniers = new LinkedHashMap<>();
        rapports.forEach(r -> derniers.put(r.mesure(), r));
        derniers.values().forEach(r -> attendues.add(new Attendue("BILAN_PROJET", Sujet.mesure(r.mesure()), Origine.de(r.le()),
                r.repondu() == null ? null : midi.apply(r.repondu()))));
    }
}
