package fr.jalon.mesure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A measure after some of its acts. Pure: the same acts always give the same situation, which is what lets a correction cancel one and
 * have all the rest follow.
 */
final class Situation implements Cloneable {

    /** A situation and the day from which it holds. */
    record Etape(LocalDate du, Situation situation) {
    }

    EtatMesure etat;
    String cadre;
    String base;
    String produit;
    boolean accueil;
    boolean urgence;
    boolean provisoire;
    String unite;
    String service;
    /** {@code UNITE} or {@code SERVICE}: who is to exercise it. */
    String exercice;
    String autorite;
    String juridiction;
    String magistrat;
    String reference;
    LocalDate decideeLe;
    String duree;
    LocalDate terme;
    LocalDate debutPrevu;
    String intensite;
    String lieu;
    LocalDate attenteDepuis;
    LocalDate affecteeLe;
    LocalDate demarreeLe;
    Instant demarreeA;
    LocalDate finieLe;
    String motifFin;
    String suiteFin;
    boolean termeEvalue;
    boolean accordRetire;
    /** Exercised before, given to another service since: its first intervention is awaited, the measure goes on. */
    boolean relaisAttendu;

    /** Every situation the measure went through, oldest first; the last one is where it stands. */
    static List<Etape> toutes(List<Acte> actes) {
        List<Etape> etapes = new ArrayList<>();
        Situation s = new Situation();
        LocalDate du = null;
        for (Acte a : actes.stream().filter(Acte::vivant).sorted(Acte.ORDRE).toList()) {
            s = s.apres(a);
            du = du == null || a.le().isAfter(du) ? a.le() : du;
            etapes.add(new Etape(du, s));
        }
        return etapes;
    }

    Situation apres(Acte a) {
        Situation s = copie();
        switch (a.genre()) {
            case DECISION -> s.decider(a);
            case ACCORD -> s.accorder(a);
            case ACCORD_REVOQUE -> s.retirerAccord();
            case DATE_FIXEE -> s.debutPrevu = a.jour("date");
            case AFFECTATION -> {
                s.service = a.d("service");
                s.exercice = "SERVICE";
                s.affecteeLe = a.le();
            }
            case AFFECTATION_RETIREE -> s.liberer();
            case DEMARRAGE -> {
                s.relaisAttendu = false;
                if (!s.etat.enExercice()) {
                    s.etat = EtatMesure.EXERCEE;
                    s.demarreeLe = a.le();
                    s.demarreeA = a.d("a") == null ? null : Instant.parse(a.d("a"));
                }
            }
            case MODULATION -> {
                s.intensite = a.details().getOrDefault("intensite", s.intensite);
                s.lieu = a.details().getOrDefault("lieu", s.lieu);
            }
            case SUSPENSION -> s.etat = EtatMesure.SUSPENDUE;
            case REPRISE -> s.etat = EtatMesure.EXERCEE;
            case REQUALIFICATION, RENOUVELLEMENT, CADRE -> s.redefinir(a);
            case TRANSFERT -> s.transferer(a);
            case RAPPORT -> s.termeEvalue = s.termeEvalue || "TERME".equals(a.d("nature"));
            case FIN -> s.finir(EtatMesure.TERMINEE, a);
            case CADUCITE -> s.finir(EtatMesure.CADUQUE, a);
            case ANNULATION -> s.finir(EtatMesure.ANNULEE, a);
            default -> {
                // Dates of justice, referents, places and the like change neither the state nor what is counted.
            }
        }
        return s;
    }

    private void decider(Acte a) {
        decideeLe = a.le();
        definir(a);
        unite = a.d("unite");
        service = a.d("service");
        affecteeLe = service == null ? null : a.le();
        exercice = a.details().getOrDefault("exercice", "SERVICE");
        urgence = a.oui("urgence");
        debutPrevu = a.jour("debutPrevu");
        lieu = a.d("lieu");
        etat = a.oui("accordAttendu") ? EtatMesure.ATTENTE_ACCORD : EtatMesure.ATTENTE_EXERCICE;
        attenteDepuis = etat == EtatMesure.ATTENTE_EXERCICE ? a.le() : null;
    }

    /** Before the start it waits for the agreement again; during the exercise somebody decides what follows (L223-4). */
    private void retirerAccord() {
        accordRetire = true;
        if (etat == EtatMesure.ATTENTE_EXERCICE) {
            etat = EtatMesure.ATTENTE_ACCORD;
            attenteDepuis = null;
        }
    }

    private void accorder(Acte a) {
        accordRetire = accordRetire && !a.oui("complet");
        if (etat == EtatMesure.ATTENTE_ACCORD && a.oui("complet")) {
            etat = EtatMesure.ATTENTE_EXERCICE;
            // An agreement signed before the decision makes nobody wait before it.
            attenteDepuis = a.le().isBefore(decideeLe) ? decideeLe : a.le();
        }
    }

    /** What a new decision says replaces what the last one said; what it does not say stays. */
    private void redefinir(Acte a) {
        definir(a);
        termeEvalue = false;
        accordRetire = accordRetire && !"JUDICIAIRE".equals(cadre) && !a.oui("accordDonne");
        if (etat == EtatMesure.ATTENTE_ACCORD && ("JUDICIAIRE".equals(cadre) || a.oui("accordDonne"))) {
            // A judge's decision waits for nobody's agreement.
            etat = EtatMesure.ATTENTE_EXERCICE;
            attenteDepuis = a.le();
        }
        if (a.oui("aAffecter")) {
            liberer();
            exercice = "SERVICE";
            relaisAttendu = etat.enExercice();
        }
        if (a.d("service") != null) {
            service = a.d("service");
            exercice = "SERVICE";
            affecteeLe = a.le();
        } else if ("UNITE".equals(a.d("exercice"))) {
            liberer();
            exercice = "UNITE";
        }
    }

    private void definir(Acte a) {
        cadre = a.details().getOrDefault("cadre", cadre);
        base = a.details().getOrDefault("base", base);
        produit = a.details().getOrDefault("produit", produit);
        accueil = a.details().containsKey("accueil") ? a.oui("accueil") : accueil;
        provisoire = a.details().containsKey("provisoire") ? a.oui("provisoire") : provisoire;
        autorite = a.details().getOrDefault("autorite", autorite);
        juridiction = a.details().getOrDefault("juridiction", juridiction);
        magistrat = a.details().getOrDefault("magistrat", magistrat);
        reference = a.details().getOrDefault("reference", reference);
        duree = a.details().getOrDefault("duree", duree);
        terme = a.details().containsKey("terme") ? a.jour("terme") : terme;
        intensite = a.details().getOrDefault("intensite", intensite);
    }

    private void liberer() {
        service = null;
        affecteeLe = null;
    }

    private void transferer(Acte a) {
        switch (a.d("genre")) {
            case "SERVICE" -> {
                liberer();
                service = a.d("service");
                exercice = "SERVICE";
                affecteeLe = service == null ? null : a.le();
                relaisAttendu = etat.enExercice() && service == null;
            }
            case "UNITE" -> unite = a.d("unite");
            default -> {
                finir(EtatMesure.TERMINEE, a);
                motifFin = "TRANSFERT";
            }
        }
    }

    private void finir(EtatMesure fin, Acte a) {
        etat = fin;
        finieLe = a.le();
        motifFin = a.d("motif");
        suiteFin = a.d("suite");
    }

    /** Step of the model {@code mesure} where it waits for somebody, or null once it is over. */
    String etape() {
        return switch (etat) {
            case ATTENTE_ACCORD -> "recueillir-accord";
            case ATTENTE_EXERCICE -> aAffecter() ? "affecter" : "demarrer";
            case EXERCEE, SUSPENDUE -> aAffecter() ? "affecter" : relaisAttendu ? "demarrer" : suiteAttendue() ? "decider-suite" : "exercer";
            default -> null;
        };
    }

    /** An emergency reception, over before any report is asked. */
    boolean urgenceEnHeuresOuJours() {
        return "ACCUEIL_72H".equals(base) || "ACCUEIL_5J".equals(base);
    }

    boolean aAffecter() {
        return "SERVICE".equals(exercice) && service == null;
    }

    /** The term was evaluated, or an agreement was withdrawn during the exercise: what follows is to be decided. */
    boolean suiteAttendue() {
        return etat.enExercice() && (termeEvalue || accordRetire);
    }

    /** Dimensions of the events and periods of the measure as it stands. */
    Map<String, String> dimensions() {
        Map<String, String> d = new LinkedHashMap<>();
        d.put("cadre", cadre);
        d.put("base", base);
        d.put("produit", produit);
        if (service != null) {
            d.put("service", service);
        }
        if (accueil) {
            d.put("accueil", "OUI");
        }
        return d;
    }

    private Situation copie() {
        try {
            return (Situation) clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
