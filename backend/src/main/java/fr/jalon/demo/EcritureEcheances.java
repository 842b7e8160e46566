package fr.jalon.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import fr.jalon.commun.Sujet;

/** Due dates of a closed file: set when it asked for them, met when it met them, each with its event. */
final class EcritureEcheances {

    private static final String ECHEANCE = "echeance(id, sujet_type, sujet_id, objet_type, objet_id, genre, regle, regle_id, nature, unite_id, "
            + "origine_jour, origine_le, date_legale, date_operationnelle, etapes, etat, posee_le, satisfaite_le, satisfaction_id, annulee_le, motif_annulation)";

    private final Copie copie;
    private final Hasard hasard;
    private final ReglesDemo regles;
    private final EcritureEvenements evenements;
    private final ZoneId zone;
    private Histoire.Consigne consigne;

    EcritureEcheances(Copie copie, Hasard hasard, ReglesDemo regles, EcritureEvenements evenements, ZoneId zone) {
        this.copie = copie;
        this.hasard = hasard;
        this.regles = regles;
        this.evenements = evenements;
        this.zone = zone;
    }

    static void annoncer(Copie copie) {
        copie.annoncer(ECHEANCE);
    }

    void retenue(Histoire.Consigne consigne) {
        this.consigne = consigne;
    }

    /** A due date as it was set; what ends it comes later. */
    record Posee(UUID id, ReglesDemo.Regle regle, Sujet sujet, Sujet objet, Instant origine, LocalDate jour, LocalDate legale, Instant poseeLe) {
    }

    Posee poser(String code, Sujet sujet, Sujet objet, Instant origine, Instant poseeLe, EcritureEvenements.Cadre cadre) {
        return poser(code, sujet, objet, origine, origine.atZone(zone).toLocalDate(), poseeLe, cadre);
    }

    /** From a day without an hour. */
    Posee poserAuJour(String code, Sujet sujet, Sujet objet, LocalDate jour, Instant poseeLe, EcritureEvenements.Cadre cadre) {
        return poser(code, sujet, objet, null, jour, poseeLe, cadre);
    }

    private Posee poser(String code, Sujet sujet, Sujet objet, Instant origine, LocalDate jour, Instant poseeLe, EcritureEvenements.Cadre cadre) {
        ReglesDemo.Regle regle = regles.regle(code);
        Posee p = new Posee(hasard.id(poseeLe.toEpochMilli()), regle, sujet, objet, origine, jour, regle.terme(jour), poseeLe);
        evenements.evenement("echeance.posee", poseeLe, null, sujets(p, cadre), "echeance", p.id(), "genre", regle.genre(), "regle", regle.code(),
                "origine", jour, "dateLegale", p.legale());
        return p;
    }

    void satisfaire(Posee p, Instant le, Instant enregistre, EcritureEvenements.Cadre cadre) {
        LocalDate jour = le.atZone(zone).toLocalDate();
        long retard = Math.max(0, ChronoUnit.DAYS.between(p.legale(), jour));
        long retenus = retenus(p.jour(), jour);
        UUID evenement = evenements.evenement("echeance.satisfaite", le, enregistre, null, sujets(p, cadre), "echeance", p.id(), "genre",
                p.regle().genre(), "regle", p.regle().code(), "dateLegale", p.legale(), "aTemps", retard == 0 ? "OUI" : "NON", "retardJours", retard,
                "joursRetenus", retenus, "retardConsigne", retard > 0 && retenus >= retard ? "OUI" : "NON", "duree",
                ChronoUnit.DAYS.between(p.jour(), jour));
        ligne(p, cadre.unite(), "SATISFAITE", le, evenement, null, null);
    }

    void annuler(Posee p, Instant le, String motif, EcritureEvenements.Cadre cadre) {
        evenements.evenement("echeance.annulee", le, null, sujets(p, cadre), "echeance", p.id(), "genre", p.regle().genre(), "regle",
                p.regle().code(), "dateLegale", p.legale(), "motif", motif);
        ligne(p, cadre.unite(), "ANNULEE", null, null, le, motif);
    }

    private long retenus(LocalDate du, LocalDate au) {
        if (consigne == null) {
            return 0;
        }
        LocalDate debut = consigne.du().isBefore(du) ? du : consigne.du();
        LocalDate fin = consigne.au().isAfter(au) ? au : consigne.au();
        return Math.max(0, ChronoUnit.DAYS.between(debut, fin));
    }

    private void ligne(Posee p, String unite, String etat, Instant satisfaite, UUID evenement, Instant annulee, String motif) {
        copie.ligne(ECHEANCE, p.id(), p.sujet().type(), p.sujet().id(), p.objet() == null ? null : p.objet().type(),
                p.objet() == null ? null : p.objet().id(), p.regle().genre(), p.regle().code(), p.regle().id(), p.regle().nature(), unite, p.jour(),
                p.origine(), p.legale(), regles.operationnelle(p.legale()), p.regle().etapes(), etat, p.poseeLe(), satisfaite, evenement, annulee, motif);
    }

    private static EcritureEvenements.Cadre sujets(Posee p, EcritureEvenements.Cadre cadre) {
        return new EcritureEvenements.Cadre(cadre.unite(), cadre.par(), p.objet() == null ? java.util.List.of(p.sujet())
                : java.util.List.of(p.sujet(), p.objet()));
    }
}
