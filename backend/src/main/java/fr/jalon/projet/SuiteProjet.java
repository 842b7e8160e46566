package fr.jalon.projet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import fr.jalon.commun.temps.Horloge;
import fr.jalon.dossier.Dossiers;
import fr.jalon.mesure.Mesure;
import fr.jalon.mesure.SuiteMesure;

import jakarta.persistence.EntityManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The projet opens, is revised, closes and resumes by itself: after each act on a measure, what the child's measures ask for is compared with
 * the acts they had made, and the difference is written. A start corrected or cancelled is followed the same way.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SuiteProjet implements SuiteMesure {

    private static final long VERROU = 7062;

    private final Projets projets;
    private final ActesProjet actes;
    private final MesuresConcernees mesures;
    private final NumerosProjet numeros;
    private final Dossiers dossiers;
    private final EntityManager entites;
    private final JdbcClient jdbc;
    private final Horloge horloge;

    SuiteProjet(Projets projets, ActesProjet actes, MesuresConcernees mesures, NumerosProjet numeros, Dossiers dossiers, EntityManager entites,
            JdbcClient jdbc, Horloge horloge) {
        this.projets = projets;
        this.actes = actes;
        this.mesures = mesures;
        this.numeros = numeros;
        this.dossiers = dossiers;
        this.entites = entites;
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    @Override
    public void suivre(Mesure mesure) {
        suivre(mesure.enfantId());
    }

    /** Makes the projet of a child what their measures ask. @return whether something was written */
    boolean suivre(UUID enfant) {
        UUID canonique = dossiers.canonique(enfant);
        Set<UUID> identites = dossiers.identites(canonique);
        // Two measures of a child may start at once: one projet is opened.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:enfant, " + VERROU + "))").param("enfant", canonique.toString()).query().listOfRows();
        CoursDesMesures cours = mesures.de(identites, mesures.naissance(canonique));
        List<CoursDesMesures.Voulu> voulus = cours.actes();
        Projet p = celui(identites);
        if (p == null && voulus.isEmpty()) {
            return false;
        }
        if (p == null) {
            LocalDate le = voulus.get(0).le();
            p = new Projet(numeros.suivant(le.getYear()), canonique, cours.conduite(le).map(TrancheExercee::unite).orElseThrow(), le, horloge.maintenant());
            entites.persist(p);
            entites.flush();
        } else {
            entites.lock(p, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE);
        }
        boolean change = accorder(p, voulus);
        // The unit, the products and the services of the measures may change without any act of the projet.
        actes.suivre(p, change ? "mesures" : null);
        return change;
    }

    /** The first one opened, when two files united had each theirs. */
    private Projet celui(Set<UUID> identites) {
        List<Projet> connus = projets.findByEnfantIdInOrderBySaisiLe(identites);
        return connus.stream().filter(p -> p.etat() != EtatProjet.ANNULE).findFirst().orElse(connus.isEmpty() ? null : connus.get(0));
    }

    private boolean accorder(Projet p, List<CoursDesMesures.Voulu> voulus) {
        List<ActeProjet> automatiques = actes.de(p).stream().filter(a -> a.vivant() && a.automatique()).toList();
        List<CoursDesMesures.Voulu> manquants = new ArrayList<>(voulus);
        boolean change = false;
        for (ActeProjet a : automatiques) {
            if (!manquants.remove(voulu(a, voulus))) {
                actes.effacer(a, null);
                change = true;
            }
        }
        for (CoursDesMesures.Voulu v : manquants) {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("mesure", v.mesure());
            details.put("produit", v.produit());
            details.put("motif", switch (v.genre()) {
                case REVISION -> "MESURE";
                case CLOTURE -> jdbc.sql("select motif_fin from mesure where id = ?").param(v.mesure()).query(String.class).optional().orElse(null);
                default -> null;
            });
            actes.noter(p, v.genre(), v.le(), true, details, null, null);
            change = true;
        }
        return change;
    }

    private static CoursDesMesures.Voulu voulu(ActeProjet a, List<CoursDesMesures.Voulu> voulus) {
        return voulus.stream().filter(v -> v.genre() == a.genre() && v.le().equals(a.le()) && Objects.equals(v.mesure(), a.ref("mesure")))
                .findFirst().orElse(null);
    }
}
