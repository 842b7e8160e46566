package fr.jalon.echeance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.commun.Ids;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;

import org.springframework.stereotype.Component;

/** Writes changes of due dates, each with its event. */
@Component
class Mouvements {

    private record Cle(String genre, Sujet objet) {

        static Cle de(Accord.Changement c) {
            return new Cle(c.regle().genre(), c.attendue().objet());
        }
    }

    private final EcheanceEnBase base;
    private final Retenues retenues;
    private final Evenements evenements;
    private final Calendrier calendrier;
    private final Horloge horloge;

    Mouvements(EcheanceEnBase base, Retenues retenues, Evenements evenements, Calendrier calendrier, Horloge horloge) {
        this.base = base;
        this.retenues = retenues;
        this.evenements = evenements;
        this.calendrier = calendrier;
        this.horloge = horloge;
    }

    void appliquer(Sujet sujet, String unite, List<Accord.Changement> changements, String motif) {
        // A new due date that is already met comes as two changes about the same thing.
        Map<Cle, UUID> posees = new HashMap<>();
        for (Accord.Changement c : changements) {
            switch (c.genre()) {
                case POSER -> posees.put(Cle.de(c), poser(sujet, unite, c));
                case DEPLACER -> deplacer(unite, c, motif);
                case SATISFAIRE -> satisfaire(sujet, unite, c, c.avant() != null ? c.avant().id() : posees.get(Cle.de(c)));
                case ROUVRIR -> rouvrir(c.avant());
                case ANNULER -> annuler(unite, c.avant(), motif);
                default -> throw new IllegalStateException(c.genre().name());
            }
        }
    }

    private UUID poser(Sujet sujet, String unite, Accord.Changement c) {
        UUID id = Ids.nouveau();
        Echeance e = new Echeance(id, sujet, c.attendue().objet(), c.regle().genre(), c.regle().code(), c.regle().id(),
                c.attendue().origine(), c.terme().jour(), c.terme().instant(), calendrier.dernierOuvre(c.terme().jour()),
                Echeance.Etat.OUVERTE, c.regle().etapes(), null, null, null, unite);
        base.inserer(e, c.regle().nature(), unite, horloge.maintenant());
        evenements.ajouter(evenement("echeance.posee", sujet, e.objet(), unite, id, c.regle().genre(), c.regle().code())
                .dimension("origine", e.origine().jour()).dimension("dateLegale", e.dateLegale()));
        return id;
    }

    private void deplacer(String unite, Accord.Changement c, String motif) {
        Echeance avant = c.avant();
        base.deplacer(avant.id(), c.regle(), c.attendue().origine(), c.terme(), calendrier.dernierOuvre(c.terme().jour()));
        if (!avant.dateLegale().equals(c.terme().jour()) || !avant.regle().equals(c.regle().code())
                || !avant.origine().jour().equals(c.attendue().origine().jour())) {
            evenements.ajouter(evenement("echeance.deplacee", avant.sujet(), avant.objet(), unite, avant.id(), avant.genre(),
                    c.regle().code()).dimension("origine", c.attendue().origine().jour()).dimension("avant", avant.dateLegale())
                    .dimension("dateLegale", c.terme().jour()).dimension("motif", motif));
        }
        if (!avant.ouverte() && c.attendue().satisfaiteLe() != null) {
            // It was met, and whether in time is told again: from the date it has now.
            rectifierSatisfaction(avant.sujet(), unite, c, avant.id());
        }
    }

    private void satisfaire(Sujet sujet, String unite, Accord.Changement c, UUID id) {
        if (c.avant() != null && !c.avant().ouverte()) {
            rectifierSatisfaction(sujet, unite, c, id);
            return;
        }
        base.satisfaire(id, c.attendue().satisfaiteLe(), evenements.ajouter(satisfaction(sujet, unite, c, id)));
    }

    private void rectifierSatisfaction(Sujet sujet, String unite, Accord.Changement c, UUID id) {
        NouvelEvenement rectifiee = satisfaction(sujet, unite, c, id);
        UUID ancienne = base.parId(id).map(Echeance::satisfactionId).orElse(null);
        base.satisfaire(id, c.attendue().satisfaiteLe(), evenements.ajouter(ancienne == null ? rectifiee : rectifiee.rectifie(ancienne)));
    }

    private NouvelEvenement satisfaction(Sujet sujet, String unite, Accord.Changement c, UUID id) {
        Instant le = c.attendue().satisfaiteLe();
        LocalDate jour = horloge.jour(le);
        long retard = c.terme().instant() != null ? (le.isAfter(c.terme().instant()) ? Math.max(1, jours(c.terme().jour(), jour)) : 0)
                : Math.max(0, jours(c.terme().jour(), jour));
        long retenus = Retenues.jours(retenues.de(sujet), c.attendue().origine().jour(), jour);
        return evenement("echeance.satisfaite", sujet, c.attendue().objet(), unite, id, c.regle().genre(), c.regle().code()).survenu(le)
                .dimension("dateLegale", c.terme().jour()).dimension("aTemps", retard == 0 ? "OUI" : "NON")
                .dimension("retardJours", retard).dimension("joursRetenus", retenus)
                .dimension("retardConsigne", retard > 0 && retenus >= retard ? "OUI" : "NON")
                .dimension("duree", jours(c.attendue().origine().jour(), jour));
    }

    private void rouvrir(Echeance e) {
        if (e.satisfactionId() != null) {
            evenements.annuler(e.satisfactionId(), "echeance.rouverte", null);
        }
        base.rouvrir(e.id());
    }

    private void annuler(String unite, Echeance e, String motif) {
        if (e.satisfactionId() != null) {
            evenements.annuler(e.satisfactionId(), "echeance.rouverte", null);
        }
        base.annuler(e.id(), horloge.maintenant(), motif);
        evenements.ajouter(evenement("echeance.annulee", e.sujet(), e.objet(), unite, e.id(), e.genre(), e.regle())
                .dimension("dateLegale", e.dateLegale()).dimension("motif", motif));
    }

    private static NouvelEvenement evenement(String type, Sujet sujet, Sujet objet, String unite, UUID id, String genre, String regle) {
        NouvelEvenement e = NouvelEvenement.de(type).sujet(sujet).unite(unite).dimension("echeance", id).dimension("genre", genre)
                .dimension("regle", regle);
        return objet == null ? e : e.sujet(objet);
    }

    private static long jours(LocalDate du, LocalDate au) {
        return ChronoUnit.DAYS.between(du, au);
    }
}
