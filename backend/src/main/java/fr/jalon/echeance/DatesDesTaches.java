package fr.jalon.echeance;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.tache.EcheancesDesTaches;

import org.springframework.stereotype.Component;

/** Tells the task list which due date governs a step: the earliest open one whose rule names it. */
@Component
class DatesDesTaches implements EcheancesDesTaches {

    private final EcheanceEnBase base;
    private final Retenues retenues;
    private final Horloge horloge;

    DatesDesTaches(EcheanceEnBase base, Retenues retenues, Horloge horloge) {
        this.base = base;
        this.retenues = retenues;
        this.horloge = horloge;
    }

    @Override
    public Optional<EcheanceTache> pour(Sujet sujet, String etape, UUID objet) {
        LocalDate aujourdhui = horloge.aujourdhui();
        return base.vivantes(sujet).stream().filter(e -> e.ouverte() && e.etapes().contains(etape)
                        && (objet == null || e.objet() != null && objet.equals(e.objet().id())))
                .min(Comparator.comparing(Echeance::dateLegale).thenComparing(Echeance::id))
                .map(e -> new EcheanceTache(e.id(), e.dateLegale(),
                        retenues.de(sujet).stream().anyMatch(r -> r.retient(etape, aujourdhui))));
    }

    @Override
    public Set<UUID> sousConsigne(Collection<UUID> sujets, LocalDate jour) {
        return retenues.enCours(sujets, jour);
    }
}
