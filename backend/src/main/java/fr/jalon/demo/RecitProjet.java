package fr.jalon.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import fr.jalon.projet.GenreActeProjet;
import fr.jalon.projet.ProjetEnLot;

/** Tells a synthetic projet: what people would have written around each establishment, and where the one under way stands. */
final class RecitProjet {

    private final List<ProjetEnLot.Exercice> exercices;
    private final LocalDate ancre;
    private final Personnel.Agent referent;
    private final Personnel.Agent signataire;
    private final Hasard hasard;
    private final UUID enfant;
    private final Map<UUID, LocalDate> rapports;
    private final List<ProjetEnLot.Geste> gestes = new ArrayList<>();

    /** @param rapports situation and term reports of the child's measures, by the id of their act */
    RecitProjet(UUID enfant, List<ProjetEnLot.Exercice> exercices, Map<UUID, LocalDate> rapports, LocalDate ancre, Personnel.Agent referent, Personnel.Agent signataire, Hasard hasard) {
        this.enfant = enfant;
        this.rapports = rapports;
        this.exercices = exercices;
        this.ancre = ancre;
        this.referent = referent;
        this.signataire = signataire;
        this.hasard = hasard;
    }

    /** @param etablis days drawn by the plan; one on which nothing is exercised in this département is left out */
    List<ProjetEnLot.Geste> gestes(List<LocalDate> etablis) {
        LocalDate debut = exercices.stream().map(ProjetEnLot.Exercice::debut).min(LocalDate::compareTo).orElseThrow();
        if (referent != null) {
            dire(GenreActeProjet.REFERENT, avant(debut.plusDays(hasard.entre(1, 12))), "utilisateur", referent.id().toString());
        }
        LocalDate precedent = null;
        for (LocalDate le : etablis) {
            if (exercices.stream().noneMatch(e -> exerce(e, le))) {
                continue;
            }
            LocalDate chemin = chemin(le);
            LocalDate plancher = precedent != null && !precedent.isBefore(chemin) ? precedent.plusDays(1) : chemin;
            if (precedent != null) {
                LocalDate revise = le.minusDays(hasard.entre(25, 50));
                plancher = revise.isAfter(plancher) ? revise : plancher;
                dire(GenreActeProjet.REVISION, plancher, "motif", hasard.chance(0.7) ? "ECHEANCE" : "RAPPORT");
            }
            rencontrer(le, plancher);
            dire(GenreActeProjet.ETABLISSEMENT, le, "signataire", signataire.id().toString(), "delegation", Personnel.idDelegation(signataire).toString(),
                    "voletMedical", hasard.chance(0.55) ? "OUI" : null);
            LocalDate remis = le.plusDays(hasard.entre(1, 20));
            if (!remis.isAfter(ancre) && exercices.stream().anyMatch(e -> exerce(e, remis)) && hasard.chance(0.93)) {
                dire(GenreActeProjet.REMISE, remis, "destinataire", "JUGE", "moyen", "COURRIER", "remise", hasard.id(millis(remis)).toString());
            }
            precedent = le;
        }
        if (precedent != null) {
            repondre(precedent);
        }
        enCours(precedent);
        return gestes;
    }

    /** Most reports since the last establishment had their answer, objective by objective: kept. */
    private void repondre(LocalDate etabli) {
        rapports.forEach((rapport, rendu) -> {
            LocalDate le = rendu.plusDays(hasard.entre(2, 25));
            if (rendu.isBefore(etabli) || le.isAfter(ancre) || exercices.stream().noneMatch(e -> exerce(e, le)) || !hasard.chance(0.85)) {
                return;
            }
            for (int d = 0; d < EcritureProjet.DOMAINES.size(); d++) {
                dire(GenreActeProjet.BILAN_OBJECTIF, le, "objectif", EcritureProjet.lignee(enfant, d).toString(), "domaine", EcritureProjet.DOMAINES.get(d),
                        "sens", "MAINTENU", "rapport", rapport.toString());
            }
        });
    }

    private void rencontrer(LocalDate le, LocalDate plancher) {
        LocalDate jour = le.minusDays(hasard.entre(4, 20));
        boolean tenue = hasard.chance(0.88);
        dire(GenreActeProjet.RENCONTRE, jour.isBefore(plancher) ? plancher : jour, "rencontre", hasard.id(millis(le)).toString(), "statut",
                tenue ? "TENUE" : "NON_TENUE", "parents", tenue && hasard.chance(0.8) ? "PRESENTS" : "ABSENTS");
    }

    /** What is being prepared now, for a projet that is not established since its path began. */
    private void enCours(LocalDate precedent) {
        if (exercices.stream().noneMatch(e -> exerce(e, ancre))) {
            return;
        }
        LocalDate chemin = chemin(ancre);
        if (precedent != null && !precedent.isBefore(chemin) || chemin.isAfter(ancre.minusDays(25))) {
            return;
        }
        double u = hasard.reel();
        LocalDate plancher = chemin.plusDays(2);
        if (u < 0.16) {
            dire(GenreActeProjet.INVITATION, ancre.minusDays(hasard.entre(1, 15)), "rencontre", hasard.id(millis(ancre)).toString(), "prevueLe",
                    ancre.plusDays(hasard.entre(3, 20)).toString());
        } else if (u < 0.32) {
            rencontrer(ancre.minusDays(hasard.entre(0, 3)), plancher);
            if (u < 0.22) {
                dire(GenreActeProjet.PROPOSITION, ancre.minusDays(hasard.entre(0, 2)));
            }
        }
    }

    private static boolean exerce(ProjetEnLot.Exercice e, LocalDate jour) {
        return !e.debut().isAfter(jour) && (e.fin() == null || e.fin().isAfter(jour));
    }

    /** First of the days without a break before this one on which a measure is exercised. */
    private LocalDate chemin(LocalDate jour) {
        LocalDate premier = jour;
        boolean recule = true;
        while (recule) {
            recule = false;
            for (ProjetEnLot.Exercice e : exercices) {
                if (e.debut().isBefore(premier) && (e.fin() == null || !e.fin().isBefore(premier))) {
                    premier = e.debut();
                    recule = true;
                }
            }
        }
        return premier;
    }

    private LocalDate avant(LocalDate jour) {
        return jour.isAfter(ancre) ? ancre : jour;
    }

    private static long millis(LocalDate jour) {
        return jour.toEpochDay() * 86_400_000L;
    }

    private void dire(GenreActeProjet genre, LocalDate le, String... details) {
        Map<String, String> d = new TreeMap<>();
        for (int i = 0; i < details.length; i += 2) {
            if (details[i + 1] != null) {
                d.put(details[i], details[i + 1]);
            }
        }
        gestes.add(new ProjetEnLot.Geste(genre, le, d));
    }

    static UUID ref(ProjetEnLot.Fait f, String nom) {
        return f.acte().details().get(nom) == null ? null : UUID.fromString(f.acte().details().get(nom));
    }
}
