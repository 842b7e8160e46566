package fr.jalon.ip.suites;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import fr.jalon.commun.temps.Horloge;
import fr.jalon.evenement.Evenements;
import fr.jalon.ip.InformationPreoccupante;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a correction cancels here, and whom it must say was already told. Each line stays, struck through, with its event cancelled. */
@Component
public class Suites {

    /** Somebody who already knows. {@code quoi} is their kind; names stay in the lists that may show them. */
    public record DejaInforme(UUID id, String genre, UUID referenceId, UUID mineurId, String moyen, LocalDate le) {
    }

    private final InformationsDonnees donnees;
    private final SuitesJudiciaires suites;
    private final FinsSansDecision fins;
    private final Evenements evenements;
    private final Horloge horloge;

    Suites(InformationsDonnees donnees, SuitesJudiciaires suites, FinsSansDecision fins, Evenements evenements, Horloge horloge) {
        this.donnees = donnees;
        this.suites = suites;
        this.fins = fins;
        this.evenements = evenements;
        this.horloge = horloge;
    }

    /** Whoever was told, of a minor or of the whole; those it is written they were not told are left out. */
    public List<DejaInforme> dejaInformes(UUID ipId) {
        return donnees.vivantes(ipId).stream().filter(d -> d.moyen() != null)
                .map(d -> new DejaInforme(d.id(), d.destinataire(), d.referenceId(), d.mineurId(), d.moyen(), d.donneeLe())).toList();
    }

    /**
     * What was said of a decision that falls has to be said again. Whoever transmitted was told of no decision: they are told again only
     * when all of them fall.
     *
     * @param mineur whose decision falls, or null for everybody's
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void annulerInformations(UUID ipId, UUID mineur, String motif) {
        annuler(ipId, d -> mineur == null || mineur.equals(d.mineurId())
                || d.mineurId() == null && !d.destinataire().equals(Destinataire.Genre.TRANSMETTEUR.name()), motif);
    }

    private void annuler(UUID ipId, Predicate<InformationsDonnees.Donnee> lesquelles, String motif) {
        List<InformationsDonnees.Donnee> visees = donnees.vivantes(ipId).stream().filter(lesquelles).toList();
        donnees.annuler(visees.stream().map(InformationsDonnees.Donnee::id).toList(), horloge.maintenant(), motif);
        visees.forEach(d -> evenements.annuler(d.evenementId(), "ip.information-annulee", motif));
    }

    /** @param mineur whose follow-up falls, or null for all */
    @Transactional(propagation = Propagation.MANDATORY)
    public void annulerSuites(UUID ipId, UUID mineur, String motif) {
        annulerSuites(ipId, s -> mineur == null || s.mineurId().equals(mineur), motif);
    }

    /** What ended the wait for justice falls; what was known meanwhile stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void annulerSuitesDefinitives(UUID ipId, String motif) {
        annulerSuites(ipId, s -> s.suite().definitive(), motif);
    }

    private void annulerSuites(UUID ipId, Predicate<SuitesJudiciaires.Suite> lesquelles, String motif) {
        List<SuitesJudiciaires.Suite> visees = suites.toutes(ipId).stream().filter(SuitesJudiciaires.Suite::vivante).filter(lesquelles).toList();
        suites.annuler(visees.stream().map(SuitesJudiciaires.Suite::id).toList(), horloge.maintenant(), motif);
        visees.forEach(s -> evenements.annuler(s.evenementId(), "ip.suite-annulee", motif));
    }

    /** The file goes on: the ending that closed it is struck through. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void annulerFin(UUID ipId, String motif) {
        fins.annuler(ipId, horloge.maintenant(), motif);
    }

    /** An undo: the lines these events told fall; the events themselves are cancelled by the undo. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void defaire(UUID ipId, List<UUID> faits, String motif) {
        Instant le = horloge.maintenant();
        donnees.annuler(donnees.vivantes(ipId).stream().filter(d -> faits.contains(d.evenementId())).map(InformationsDonnees.Donnee::id)
                .toList(), le, motif);
        suites.annuler(suites.toutes(ipId).stream().filter(s -> s.vivante() && faits.contains(s.evenementId()))
                .map(SuitesJudiciaires.Suite::id).toList(), le, motif);
    }

    /** After a minor left: the wait for justice may be over. @return whether the path ended */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean terminerSiConnues(InformationPreoccupante ip) {
        return suites.terminerSiConnues(ip);
    }
}
