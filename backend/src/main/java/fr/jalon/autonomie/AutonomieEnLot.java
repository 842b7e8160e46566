package fr.jalon.autonomie;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import fr.jalon.departement.ReglagesAutonomie;
import fr.jalon.echeance.Attendue;
import fr.jalon.evenement.Periodes;

/**
 * What the acts of a path leave in the tables, for paths written many at a time: the row, the events, the periods, the calendar and the due
 * dates, from the very code the acts themselves go through. Pure.
 */
public final class AutonomieEnLot {

    /** Columns of {@code autonomie} that follow from the facts, in the order of {@link #valeurs}. */
    public static final String COLONNES = "etat, unite_id, naissance, naissance_exacte, dix_sept_le, dix_huit_le, vingt_et_un_le, ouverte_le, entree_le, "
            + "tardive, en_charge, jeune_majeur, mna, mdph, rendez_vous_le, entretien_du_le, entretien_le, entretien_issue, notifie_le, projet_le, "
            + "reference_le, demande_le, decision_le, decision, mesure_id, terme, sortie_le, sortie_majeur, fiche_le, logement, logement_stable, "
            + "ressources, activite, souhaitee, six_mois_le, six_mois_fait_le, suivi_le, close_le, motif_fin";

    /** A stay in care as its measure says it. */
    public record SejourDit(LocalDate debut, LocalDate fin, boolean majeur, String unite, UUID mesureId, LocalDate terme) {
    }

    /** The event an act appends: its id is the act's to keep. */
    public record Fait(Acte acte, String element, String unite, Map<String, String> dimensions) {
    }

    /** One landmark of the calendar that is kept. */
    public record RepereDit(UUID id, String code, LocalDate le, String etat, LocalDate faitLe) {
    }

    private final List<Fait> faits = new ArrayList<>();
    private final List<RepereDit> reperes = new ArrayList<>();
    private final List<CalendrierAutonomie.Ligne> lignes = new ArrayList<>();
    private final Situation fin;
    private final Autonomie ligne;
    private final LocalDate aujourdhui;

    private AutonomieEnLot(List<Acte> actes, List<SejourDit> sejours, ReglagesAutonomie reglages, LocalDate aujourdhui, ZoneId zone, Supplier<UUID> ids) {
        this.aujourdhui = aujourdhui;
        Situation.Reglages r = new Situation.Reglages(reglages.sixMoisMajeurs(), reglages.sixMoisEmancipes());
        List<Acte> dits = new ArrayList<>();
        String element = "ouverte";
        for (Acte a : actes) {
            dits.add(a);
            LocalDate jour = a.saisiLe().atZone(zone).toLocalDate();
            Situation apres = Situation.de(dits, connus(sejours, jour), r, jour);
            faits.add(new Fait(a, element, apres.unite, dimensions(a, apres)));
            element = apres.etat.etape();
        }
        this.fin = Situation.de(dits, connus(sejours, aujourdhui), r, aujourdhui);
        this.ligne = new Autonomie(null, Instant.EPOCH);
        ligne.adopter(fin);
        reglages.reperes().forEach(x -> {
            CalendrierAutonomie.Ligne l = CalendrierAutonomie.attendue(ids.get(), x, fin, aujourdhui);
            if (l.vivante()) {
                lignes.add(l);
                reperes.add(new RepereDit(l.id(), l.code(), l.le(), l.etat(), l.faitLe()));
            }
        });
    }

    /** @param actes in the order they were entered, the opening first; {@code ids} gives those of the calendar */
    public static AutonomieEnLot de(List<Acte> actes, List<SejourDit> sejours, ReglagesAutonomie reglages, LocalDate aujourdhui, ZoneId zone,
            Supplier<UUID> ids) {
        return new AutonomieEnLot(actes, sejours, reglages, aujourdhui, zone, ids);
    }

    /** The stays as they were known that day: one that ends later was still open. */
    private static List<Sejour> connus(List<SejourDit> sejours, LocalDate jour) {
        return sejours.stream().filter(s -> !s.debut().isAfter(jour)).map(s -> new Sejour(s.debut(), s.fin() != null && s.fin().isAfter(jour) ? null : s.fin(),
                s.majeur() ? Sejour.Mode.MAJEUR : Sejour.Mode.MINEUR, s.unite(), s.mesureId(), s.terme())).toList();
    }

    private static Map<String, String> dimensions(Acte a, Situation s) {
        Map<String, String> d = new LinkedHashMap<>();
        ActesAutonomie.DIMENSIONS_PROPRES.forEach(nom -> {
            if (a.d(nom) != null) {
                d.put(nom, a.d(nom));
            }
        });
        if (s.mna) {
            d.put("mna", "OUI");
        }
        if (!a.avertissements().isEmpty()) {
            d.put("avertissements", String.join(",", a.avertissements().keySet()));
        }
        return d;
    }

    /** An act as it was entered, of nobody in particular. */
    public static Acte acte(UUID id, GenreActe genre, LocalDate le, Map<String, String> details, Map<String, String> motifs, UUID evenement, Instant saisi, UUID par) {
        return new Acte(id, genre, le, details, motifs, null, evenement, saisi, par, null, null);
    }

    public List<Fait> faits() {
        return faits;
    }

    /** Each period as its segments. */
    public List<List<Periodes.Segment>> periodes() {
        return PeriodesAutonomie.attendues(fin);
    }

    public List<RepereDit> reperes() {
        return reperes;
    }

    /** Due dates the path keeps: all met once it is closed. */
    public List<Attendue> echeances(ZoneId zone) {
        return DatesAutonomie.de(fin, lignes, aujourdhui, jour -> jour.atTime(12, 0).atZone(zone).toInstant());
    }

    public EtatAutonomie etat() {
        return fin.etat;
    }

    public String unite() {
        return fin.unite;
    }

    public List<Object> valeurs() {
        Autonomie a = ligne;
        return Arrays.asList(a.etat.name(), a.uniteId, a.naissance, a.naissanceExacte, a.dixSeptLe, a.dixHuitLe, a.vingtEtUnLe, a.ouverteLe, a.entreeLe, a.tardive,
                a.enCharge, a.jeuneMajeur, a.mna, a.mdph, a.rendezVousLe, a.entretienDuLe, a.entretienLe, a.entretienIssue, a.notifieLe, a.projetLe,
                a.referenceLe, a.demandeLe, a.decisionLe, a.decision, a.mesureId, a.terme, a.sortieLe, a.sortieMajeur, a.ficheLe, a.logement,
                a.logementStable, a.ressources, a.activite, a.souhaitee, a.sixMoisLe, a.sixMoisFaitLe, a.suiviLe, a.closeLe, a.motifFin);
    }
}
