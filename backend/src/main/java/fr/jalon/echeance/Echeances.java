package fr.jalon.echeance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.processus.Processus;
import fr.jalon.tache.Taches;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The due dates of files. The capability that owns a file says what its present state asks for; here they are set, moved, met,
 * opened again or cancelled, each with its event, and the tasks and the watch of the file follow. Runs in the transaction of the act.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Echeances {

    /** A difference between what a file asks for and what stands, in codes: for the nightly check. */
    public record Ecart(Sujet sujet, String quoi, String genre, UUID objetId, LocalDate ecrite, LocalDate attendue) {
    }

    private final EcheanceEnBase base;
    private final Mouvements mouvements;
    private final Regles regles;
    private final Retenues retenues;
    private final SujetsNeufs neufs;
    private final Taches taches;
    private final Processus processus;
    private final Horloge horloge;

    Echeances(EcheanceEnBase base, Mouvements mouvements, Regles regles, Retenues retenues, SujetsNeufs neufs, Taches taches, Processus processus,
            Horloge horloge) {
        this.base = base;
        this.mouvements = mouvements;
        this.regles = regles;
        this.retenues = retenues;
        this.neufs = neufs;
        this.taches = taches;
        this.processus = processus;
        this.horloge = horloge;
    }

    /**
     * Makes the live due dates of a file equal to {@code attendues}; called twice it changes nothing the second time.
     *
     * @param unite unit in charge, for the events and the supervisor's lists
     * @param motif code kept with what is moved or cancelled (ACTE, CLOTURE, CORRECTION…)
     */
    public void accorder(Sujet sujet, String unite, List<Attendue> attendues, String motif) {
        List<Echeance> vivantes = base.vivantes(sujet);
        List<Accord.Changement> changements = accord().comparer(vivantes, attendues);
        if (vivantes.stream().anyMatch(e -> !Objects.equals(e.unite(), unite))) {
            base.suivreUnite(sujet, unite);
        }
        if (!changements.isEmpty()) {
            mouvements.appliquer(sujet, unite, changements, motif);
            suivre(sujet);
        }
    }

    /**
     * Sets the first due dates of a file born in this transaction, then runs what opens its process: nothing stands yet, and the task and
     * the watch that come with the process are told the dates from memory.
     */
    public void commencer(Sujet sujet, String unite, List<Attendue> attendues, Runnable ouverture) {
        neufs.naitre(sujet);
        try {
            mouvements.appliquer(sujet, unite, accord().comparer(List.of(), attendues), "ACTE");
            ouverture.run();
        } finally {
            neufs.oublier();
        }
    }

    /** What {@link #accorder} would change; writes nothing. */
    public List<Ecart> verifier(Sujet sujet, List<Attendue> attendues) {
        return accord().comparer(base.vivantes(sujet), attendues).stream().map(c -> new Ecart(sujet, c.genre().name(),
                c.avant() != null ? c.avant().genre() : c.regle().genre(),
                c.avant() != null ? c.avant().objetId() : c.attendue().objet() == null ? null : c.attendue().objet().id(),
                c.avant() == null ? null : c.avant().dateLegale(), c.terme() == null ? null : c.terme().jour())).toList();
    }

    /** Sets one due date, or moves the one of the same kind about the same thing; the others stay. */
    public void poser(Sujet sujet, String unite, Attendue attendue, String motif) {
        String genre = regles.enVigueur(attendue.regle(), attendue.origine().jour()).genre();
        List<Echeance> memes = base.vivantes(sujet).stream()
                .filter(e -> e.genre().equals(genre) && Objects.equals(e.objet(), attendue.objet())).toList();
        List<Accord.Changement> changements = accord().comparer(memes, List.of(attendue));
        mouvements.appliquer(sujet, unite, changements, motif);
        if (!changements.isEmpty()) {
            suivre(sujet);
        }
    }

    /** No longer asked; nothing happens when there is none. */
    public void annuler(Sujet sujet, String unite, String genre, Sujet objet, String motif) {
        List<Accord.Changement> changements = base.vivantes(sujet).stream()
                .filter(e -> e.genre().equals(genre) && Objects.equals(e.objet(), objet))
                .map(e -> new Accord.Changement(Accord.Genre.ANNULER, e, null, null, null)).toList();
        mouvements.appliquer(sujet, unite, changements, motif);
        if (!changements.isEmpty()) {
            suivre(sujet);
        }
    }

    /** When the due date of a kind about a thing was met; empty while it runs or when there is none. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Instant> satisfaite(Sujet sujet, String genre, Sujet objet) {
        return base.vivantes(sujet).stream().filter(e -> e.genre().equals(genre) && Objects.equals(e.objet(), objet))
                .map(Echeance::satisfaiteLe).filter(Objects::nonNull).findFirst();
    }

    /** Open due dates move to the version of their rule in force for their origin. */
    void suivreRegle(List<UUID> ids) {
        Map<Sujet, List<Echeance>> parSujet = base.parIds(ids).stream().collect(Collectors.groupingBy(Echeance::sujet));
        parSujet.forEach((sujet, lesSiennes) -> {
            List<Attendue> attendues = lesSiennes.stream().map(e -> new Attendue(e.regle(), e.objet(), e.origine(), null)).toList();
            mouvements.appliquer(sujet, lesSiennes.get(0).unite(), accord().comparer(lesSiennes, attendues), "REGLE");
            suivre(sujet);
        });
    }

    /** Holds steps of a file from a day on: they show it, the legal date does not move. One cause may hold several files, each once. */
    public void retenir(UUID retenueId, Sujet sujet, String motif, List<String> etapes, LocalDate du) {
        retenues.poser(retenueId, sujet, motif, etapes, du);
        suivre(sujet);
    }

    /** @param au first day free again */
    public void lever(UUID retenueId, Sujet sujet, LocalDate au) {
        retenues.lever(retenueId, sujet, au);
        suivre(sujet);
    }

    /** The hold was entered by mistake and never was. */
    public void oublierRetenue(UUID retenueId, Sujet sujet) {
        retenues.oublier(retenueId, sujet);
        suivre(sujet);
    }

    /** Days of a span during which at least one hold was on the file: lateness owed to a hold is counted apart. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public long joursRetenus(Sujet sujet, LocalDate du, LocalDate au) {
        return Retenues.jours(retenues.de(sujet), du, au);
    }

    /** Tasks ask each its date; the watch moves to the next alert. */
    private void suivre(Sujet sujet) {
        taches.suivre(sujet);
        processus.replanifier(sujet);
    }

    private Accord accord() {
        return new Accord(regles::enVigueur, horloge.zone());
    }
}
