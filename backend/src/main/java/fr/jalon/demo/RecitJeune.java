package fr.jalon.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.autonomie.Acte;
import fr.jalon.autonomie.AutonomieEnLot;
import fr.jalon.autonomie.GenreActe;
import fr.jalon.departement.ReglagesAutonomie;

/** Tells the path of a synthetic young person: the acts people would have written, up to the anchor. */
final class RecitJeune {

    /** From then on the calendar is kept: what came before has no landmark. */
    private static final LocalDate CALENDRIER_DU = LocalDate.of(2024, 9, 1);

    private record Fait(GenreActe genre, LocalDate le, LocalDate saisi, Map<String, String> details, Map<String, String> motifs) {
    }

    private final JeunePrevu j;
    private final ReglagesAutonomie reglages;
    private final String unite;
    private final UUID mesure;
    private final String produit;
    private final LocalDate ancre;
    private final Hasard hasard;
    private final List<Fait> faits = new ArrayList<>();
    private final LocalDate ouverte;

    RecitJeune(JeunePrevu j, ReglagesAutonomie reglages, String unite, UUID mesure, String produit, LocalDate ancre, long graine) {
        this.j = j;
        this.reglages = reglages;
        this.unite = unite;
        this.mesure = mesure;
        this.produit = produit;
        this.ancre = ancre;
        this.hasard = Hasard.de(graine, "recit-jeune", j.rang);
        this.ouverte = j.entree.isAfter(j.age(16)) ? j.entree : j.age(16);
    }

    /** In the order they were entered, the opening first; those of the tool itself have no author. */
    List<Acte> actes(UUID auteur, ZoneId zone) {
        dire(GenreActe.OUVERTURE, ouverte, "naissance", j.neLe.toString(), "exacte", "OUI", "unite", unite, "motif", j.entree.isAfter(j.age(16)) ? "ENTREE" : "SEIZE_ANS", "auto", "OUI");
        if (j.mna || j.mdph) {
            dire(GenreActe.SITUATION, ouverte.plusDays(2), "mna", ouiSi(j.mna), "mdph", ouiSi(j.mdph));
        }
        LocalDate entretien = entretien();
        reperes();
        majorite(entretien);
        partir();
        List<Fait> dits = faits.stream().filter(f -> !f.saisi().isAfter(ancre.minusDays(1)) && !f.le().isAfter(ancre.minusDays(1)))
                .sorted(Comparator.comparing((Fait f) -> f.genre() != GenreActe.OUVERTURE || f.details().containsKey("reprise")).thenComparing(Fait::saisi)).toList();
        List<Acte> actes = new ArrayList<>();
        for (int n = 0; n < dits.size(); n++) {
            Fait f = dits.get(n);
            Instant saisi = f.saisi().atTime(9, 0).atZone(zone).toInstant().plusSeconds(300L * n % 25_000);
            boolean auto = f.details().containsKey("auto");
            actes.add(AutonomieEnLot.acte(hasard.id(saisi.toEpochMilli()), f.genre(), f.le(), f.details(), f.motifs(), hasard.id(saisi.toEpochMilli()), saisi, auto ? null : auteur));
        }
        return actes;
    }

    private void dire(GenreActe genre, LocalDate le, String... details) {
        noter(genre, le, le, Map.of(), details);
    }

    private void noter(GenreActe genre, LocalDate le, LocalDate saisi, Map<String, String> motifs, String... details) {
        Map<String, String> d = new LinkedHashMap<>();
        for (int i = 0; i < details.length; i += 2) {
            if (details[i + 1] != null) {
                d.put(details[i], details[i + 1]);
            }
        }
        faits.add(new Fait(genre, le, saisi, d, motifs));
    }

    private static String ouiSi(boolean vrai) {
        return vrai ? "OUI" : "NON";
    }

    /** @return the day it was held or declined, or null */
    private LocalDate entretien() {
        boolean tardif = j.tardif();
        LocalDate limite = j.age(18).minusDays(10);
        LocalDate rendezVous = tardif ? j.entree.plusDays(hasard.entre(18, 75)) : j.age(17).minusDays(hasard.entre(6, 100));
        boolean enRetard = !tardif && hasard.chance(0.17);
        if (enRetard) {
            rendezVous = j.age(17).plusDays(hasard.entre(5, 120));
        }
        if (!tardif && rendezVous.isBefore(ouverte.plusDays(15))) {
            rendezVous = ouverte.plusDays(15 + hasard.entre(0, 20));
        }
        if (hasard.chance(0.14) || rendezVous.isAfter(limite)) {
            return null;
        }
        LocalDate invite = rendezVous.minusDays(hasard.entre(10, 30));
        invite = invite.isBefore(ouverte) ? ouverte.plusDays(1) : invite;
        boolean apres = !tardif && rendezVous.isAfter(j.age(17)) && !invite.isAfter(j.age(17));
        noter(GenreActe.INVITATION, invite, invite, apres ? Map.of("RENDEZ_VOUS_TARDIF", "Le jeune était en stage.") : Map.of(), "rendezVousLe", rendezVous.toString(), "heure", "14:30", "lieu", "UNITE", "professionnels",
                "REFERENT,LIEU_ACCUEIL");
        String issue = hasard.chance(0.09) ? "DECLINE" : hasard.chance(0.05) ? "NON_TENU" : "TENU";
        dire(GenreActe.ENTRETIEN, rendezVous, "genre", "ORDINAIRE", "issue", issue, "motif", "NON_TENU".equals(issue) ? "ABSENT" : null, "tardif",
                "NON_TENU".equals(issue) ? null : tardif ? "ENTREE" : rendezVous.isAfter(j.age(17)) ? "OUI" : "NON", "personneConfiance", "TENU".equals(issue) && hasard.chance(0.3) ? "OUI" : null,
                "professionnels", "TENU".equals(issue) ? "REFERENT,LIEU_ACCUEIL" : null);
        if ("NON_TENU".equals(issue)) {
            return null;
        }
        LocalDate notifie = rendezVous.plusDays(hasard.entre(8, 45));
        if (notifie.isBefore(j.age(18)) && hasard.chance(0.88)) {
            dire(GenreActe.NOTIFICATION, notifie, "moyen", hasard.chance(0.7) ? "REMISE_ENTRETIEN" : "COURRIER");
            if (hasard.chance(0.65)) {
                dire(GenreActe.PROJET_ACCES, notifie.plusDays(hasard.entre(3, 40)), "jeunePresent", "OUI", "nature", "CREATION", "professionnels", "REFERENT,MISSION_LOCALE");
            }
        }
        return rendezVous;
    }

    private void reperes() {
        LocalDate fin = j.age(18).isBefore(ancre) ? j.age(18) : ancre;
        for (ReglagesAutonomie.Repere r : reglages.reperes()) {
            LocalDate prevu = j.neLe.plus(r.periode());
            LocalDate depuis = prevu.isBefore(ouverte) ? ouverte : prevu;
            if ("MNA".equals(r.concerne()) && !j.mna || "MDPH".equals(r.concerne()) && !j.mdph || !depuis.isBefore(fin.minusDays(8))) {
                continue;
            }
            if (depuis.isBefore(CALENDRIER_DU)) {
                // Whoever is still supported was done with it otherwise; for whoever left, nobody kept it.
                if (j.enChargeLe(ancre)) {
                    dire(GenreActe.REPERE, CALENDRIER_DU.isBefore(ouverte) ? ouverte : CALENDRIER_DU, "code", r.code(), "etat", "SANS_OBJET", "motif", "AUTRE");
                }
                continue;
            }
            LocalDate le = depuis.plusDays(hasard.entre(3, 70));
            le = le.isBefore(fin) ? le : fin.minusDays(1);
            boolean ancien = depuis.isBefore(ancre.minusDays(60));
            if (hasard.chance(ancien ? 0.97 : 0.5)) {
                boolean sansObjet = hasard.chance(0.05);
                dire(GenreActe.REPERE, le, "code", r.code(), "etat", sansObjet ? "SANS_OBJET" : "FAIT", "motif", sansObjet ? "NON_CONCERNE" : null);
            }
        }
    }

    private void majorite(LocalDate entretien) {
        LocalDate du = j.accompagneDu;
        boolean desLa = du != null && !j.revenu();
        if (desLa || entretien != null && hasard.chance(0.55)) {
            LocalDate le = j.age(18).minusDays(hasard.entre(15, 75));
            dire(GenreActe.PERSONNE_REFERENCE, le.isBefore(ouverte) ? ouverte.plusDays(2) : le, "choisie", "OUI", "qualite", hasard.un(List.of("ASSISTANT_FAMILIAL", "EDUCATEUR", "FAMILLE", "PROCHE")));
        }
        LocalDate demande = j.age(18).minusDays(hasard.entre(20, 100));
        demande = demande.isBefore(ouverte) ? ouverte.plusDays(3) : demande;
        boolean aVenir = !j.age(18).isBefore(ancre);
        if (desLa || aVenir && hasard.chance(0.7)) {
            demander(demande, "PREMIERE");
            if (desLa) {
                accorder(du);
            }
        } else if (!desLa && !aVenir && hasard.chance(0.45)) {
            boolean souhait = hasard.chance(0.25);
            dire(GenreActe.DEMANDE, demande, "souhait", ouiSi(souhait), "nature", "PREMIERE");
            if (souhait) {
                dire(GenreActe.DECISION, demande.plusDays(hasard.entre(5, 15)), "decision", "REFUS", "motif", hasard.un(List.of("RESSOURCES", "SOUTIEN_FAMILIAL")));
            }
        }
    }

    private void demander(LocalDate le, String nature) {
        dire(GenreActe.DEMANDE, le, "souhait", "OUI", "nature", nature, "forme", hasard.un(List.of("AVEC_HEBERGEMENT", "SANS_HEBERGEMENT")), "raisons", hasard.un(List.of("RESSOURCES", "SOUTIEN_FAMILIAL", "LOGEMENT")));
    }

    /** The measure is decided on the day it begins, so that nobody waits for it; each year it is renewed. */
    private void accorder(LocalDate du) {
        dire(GenreActe.DECISION, du, "decision", "ACCORD", "mesure", mesure.toString(), "produit", produit, "debut", du.toString(), "terme", terme(du, 1).toString());
        renouvellements(du).forEach((le, terme) -> dire(GenreActe.RENOUVELLEMENT, le, "mesure", mesure.toString(), "terme", terme.toString()));
    }

    /** A year at a time, never past 21. */
    static LocalDate terme(JeunePrevu j, LocalDate du, int annees) {
        LocalDate terme = du.plusYears(annees);
        return terme.isAfter(j.age(21)) ? j.age(21) : terme;
    }

    private LocalDate terme(LocalDate du, int annees) {
        return terme(j, du, annees);
    }

    /** Days of renewal and the term each gives; the same for the measure itself. */
    Map<LocalDate, LocalDate> renouvellements(LocalDate du) {
        Map<LocalDate, LocalDate> faits = new LinkedHashMap<>();
        LocalDate fin = j.accompagneAu == null ? ancre : j.accompagneAu;
        Hasard h = Hasard.de(7, "renouvellement", j.rang);
        for (int n = 1; n < 3; n++) {
            LocalDate terme = terme(du, n);
            LocalDate le = terme.minusDays(h.entre(3, 25));
            if (!le.isBefore(fin) || !terme.isBefore(j.age(21)) || j.accompagneAu != null && !j.accompagneAu.isAfter(terme)) {
                break;
            }
            faits.put(le, terme(du, n + 1));
        }
        return faits;
    }

    private void partir() {
        for (int n = 0; n < j.sorties.size(); n++) {
            JeunePrevu.Sortie s = j.sorties.get(n);
            boolean retour = n + 1 < j.sorties.size() || j.revenu() && n == 0;
            LocalDate revient = retour && j.revenu() ? j.accompagneDu.minusDays(hasard.entre(6, 25)) : null;
            if (s.fiche()) {
                fiche(s, revient);
            }
            if (revient != null) {
                LocalDate sixMois = s.le().plusMonths(6).plusDays(hasard.entre(-12, 10));
                if (s.fiche() && sixMois.isBefore(revient.minusDays(5))) {
                    sixMois(sixMois, s.le());
                }
                dire(GenreActe.RETOUR, revient, "nature", "RETOUR");
                accorder(j.accompagneDu);
            } else if (s.fiche()) {
                LocalDate sixMois = s.le().plusMonths(6).plusDays(hasard.entre(-15, 20));
                // The old ones were all answered, were it by « could not take place »; some of the last months wait, or are late.
                if (sixMois.isBefore(ancre.minusDays(45)) || hasard.chance(0.4)) {
                    sixMois(sixMois, s.le());
                }
            }
        }
    }

    private void fiche(JeunePrevu.Sortie s, LocalDate avant) {
        LocalDate saisi = s.le().plusDays(hasard.entre(1, 25));
        saisi = avant != null && !saisi.isBefore(avant) ? avant.minusDays(1) : saisi;
        saisi = saisi.isAfter(ancre.minusDays(1)) ? ancre.minusDays(1) : saisi;
        saisi = saisi.isBefore(s.le()) ? s.le() : saisi;
        boolean seche = !s.stable() && !s.ressources() && !s.activite();
        noter(GenreActe.SORTIE, s.le(), saisi, seche ? Map.of("SORTIE_SECHE", "Le jeune est parti sans attendre.") : Map.of(), "motif",
                s.le().equals(j.age(18)) ? "MAJORITE" : s.le().equals(j.age(21)) ? "VINGT_ET_UN_ANS" : "FIN_ACCOMPAGNEMENT", "logement",
                s.stable() ? hasard.un(List.of("AUTONOME", "AUTONOME", "RETOUR_DOMICILE", "MEDICO_SOCIAL", "TIERS")) : hasard.un(List.of("HEBERGEMENT_SOCIAL", "TIERS", "SANS", "INCONNU", "AUTRE")),
                "logementStable", ouiSi(s.stable()), "ressources", ouiSi(s.ressources()), "ressource", s.ressources() ? hasard.un(List.of("SALAIRE", "BOURSE", "CEJ", "AAH")) : null, "activite",
                ouiSi(s.activite()), "activiteCode", s.activite() ? hasard.un(List.of("FORMATION", "FORMATION", "EMPLOI", "ESAT")) : null, "diplome", s.activite() && hasard.chance(0.4) ? "OUI" : null,
                "droitCommun", ouiSi(s.ressources() || hasard.chance(0.3)), "souhaitee", ouiSi(hasard.chance(0.6)));
    }

    private void sixMois(LocalDate le, LocalDate sortie) {
        String issue = hasard.chance(0.45) ? "TENU" : hasard.chance(0.3) ? "DECLINE" : "IMPOSSIBLE";
        dire(GenreActe.ENTRETIEN_SIX_MOIS, le, "issue", issue, "tardif", ouiSi(le.isAfter(sortie.plusMonths(6))), "themes", "TENU".equals(issue) ? "PARCOURS,DROITS" : null);
        noter(GenreActe.CLOTURE, le, le, Map.of(), "motif", "SIX_MOIS", "auto", "OUI");
    }
}
