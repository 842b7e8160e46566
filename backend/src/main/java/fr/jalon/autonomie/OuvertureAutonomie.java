package fr.jalon.autonomie;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import fr.jalon.commun.temps.Horloge;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Enfant;
import fr.jalon.dossier.Naissance;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens the path of a child who is to have one, and makes it follow what happened outside of it: a measure that starts or ends, a birth date
 * corrected, a day that came. Idempotent: called twice it changes nothing the second time.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OuvertureAutonomie {

    static final int AGE_OUVERTURE = 16;

    private final Autonomies autonomies;
    private final ActesAutonomie actes;
    private final SejoursEnBase sejours;
    private final Dossiers dossiers;
    private final Horloge horloge;
    private final JdbcClient jdbc;

    OuvertureAutonomie(Autonomies autonomies, ActesAutonomie actes, SejoursEnBase sejours, Dossiers dossiers, Horloge horloge, JdbcClient jdbc) {
        this.autonomies = autonomies;
        this.actes = actes;
        this.sejours = sejours;
        this.dossiers = dossiers;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    /** @param enfantId any of the ids the child is known by */
    void suivreEnfant(UUID enfantId) {
        UUID canonique = dossiers.canonique(enfantId);
        Set<UUID> identites = dossiers.identites(canonique);
        List<Autonomie> connues = autonomies.findAllByEnfantIdInOrderBySaisieLe(identites);
        Enfant enfant = dossiers.enfant(canonique);
        if (connues.isEmpty()) {
            ouvrirSiDu(enfant, identites);
        } else {
            suivre(actes.verrouiller(connues.get(0).id()), enfant, identites);
            connues.stream().skip(1).filter(a -> a.etat().ouvert()).forEach(a -> reunir(actes.verrouiller(a.id())));
        }
    }

    /** Two files united had each a path: the older one goes on. Separated again, the other is opened by the catch-up. */
    private void reunir(Autonomie a) {
        String avant = a.etape();
        LocalDate le = horloge.aujourdhui().isBefore(a.ouverteLe) ? a.ouverteLe : horloge.aujourdhui();
        actes.noter(a, GenreActe.CLOTURE, le, Map.of("motif", "REUNI", "auto", "OUI"), null, null, null);
        actes.conclure(a, avant, null);
    }

    private void ouvrirSiDu(Enfant enfant, Set<UUID> identites) {
        LocalDate aujourdhui = horloge.aujourdhui();
        LocalDate naissance = reference(enfant.naissance());
        if (naissance == null || enfant.personneSeDeclarantMineure() || enfant.decesLe() != null
                || naissance.plusYears(AGE_OUVERTURE).isAfter(aujourdhui)) {
            return;
        }
        Optional<Sejour.Chaine> chaine = courante(identites);
        if (chaine.isEmpty()) {
            return;
        }
        // Two acts on the measures of one child at the same time: one opens, the other finds it.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:enfant, 7062))").param("enfant", enfant.id().toString()).query().listOfRows();
        if (autonomies.findFirstByEnfantIdInOrderBySaisieLe(identites).isPresent()) {
            return;
        }
        LocalDate seize = naissance.plusYears(AGE_OUVERTURE);
        LocalDate le = chaine.get().debut().isAfter(seize) ? chaine.get().debut() : seize;
        Autonomie a = new Autonomie(enfant.id(), horloge.maintenant());
        Map<String, Object> d = identite(enfant, naissance);
        d.put("unite", unite(chaine.get()));
        d.put("motif", chaine.get().debut().isAfter(seize) ? "ENTREE" : "SEIZE_ANS");
        d.put("auto", "OUI");
        actes.noter(a, GenreActe.OUVERTURE, le, d, null, null, null);
        actes.conclure(a, null, null);
    }

    private void suivre(Autonomie a, Enfant enfant, Set<UUID> identites) {
        String avant = a.etape();
        LocalDate naissance = reference(enfant.naissance());
        if (naissance != null && (!naissance.equals(a.naissance) || enfant.naissance().exacte() != a.naissanceExacte)) {
            Map<String, Object> d = identite(enfant, naissance);
            d.put("avant", a.naissance);
            d.put("auto", "OUI");
            actes.noter(a, GenreActe.NAISSANCE, horloge.aujourdhui(), d, null, null, null);
        }
        if (enfant.decesLe() != null && a.etat().ouvert()) {
            actes.noter(a, GenreActe.CLOTURE, enfant.decesLe().isBefore(a.ouverteLe) ? a.ouverteLe : enfant.decesLe(),
                    Map.of("motif", "DECES", "auto", "OUI"), null, null, null);
        }
        Optional<Sejour.Chaine> chaine = courante(identites);
        if (a.closeLe != null && enfant.decesLe() == null && chaine.isPresent()) {
            LocalDate le = chaine.get().debut().isBefore(a.closeLe) ? a.closeLe : chaine.get().debut();
            Map<String, Object> d = new LinkedHashMap<>();
            d.put("unite", unite(chaine.get()));
            d.put("motif", "REENTREE");
            d.put("reprise", "OUI");
            d.put("auto", "OUI");
            actes.noter(a, GenreActe.OUVERTURE, le.isAfter(horloge.aujourdhui()) ? horloge.aujourdhui() : le, d, null, null, null);
        }
        actes.conclure(a, avant, null);
    }

    private Optional<Sejour.Chaine> courante(Set<UUID> identites) {
        List<Sejour.Chaine> chaines = new ArrayList<>(Sejour.chaines(sejours.de(identites)));
        return chaines.isEmpty() || !chaines.get(chaines.size() - 1).ouverte() ? Optional.empty() : Optional.of(chaines.get(chaines.size() - 1));
    }

    private static String unite(Sejour.Chaine chaine) {
        return chaine.sejours().stream().filter(Sejour::ouvert).findFirst().orElse(chaine.sejours().get(0)).unite();
    }

    private static Map<String, Object> identite(Enfant enfant, LocalDate naissance) {
        Map<String, Object> d = new LinkedHashMap<>();
        d.put("naissance", naissance);
        d.put("exacte", enfant.naissance().exacte() ? "OUI" : "NON");
        return d;
    }

    /** The first day the birth may have been in the month or the year that is known: an interview is rather early than missed. */
    static LocalDate reference(Naissance n) {
        return n.le();
    }
}
