package fr.jalon.projet;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import fr.jalon.commun.controle.TableDerivee;

import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Component;

/**
 * Projets against the measures that make them open and close, and their periods against their acts. A rebuild goes through the very code the
 * measures call: what is missing is opened, what is in excess is cancelled, and nothing right is written again.
 */
@Component
class ControleProjets implements TableDerivee {

    private final Projets projets;
    private final SuiteProjet suite;
    private final LectureEnLot lots;
    private final PeriodesProjet periodesProjet;
    private final EntityManager entites;

    ControleProjets(Projets projets, SuiteProjet suite, LectureEnLot lots, PeriodesProjet periodesProjet, EntityManager entites) {
        this.projets = projets;
        this.suite = suite;
        this.lots = lots;
        this.periodesProjet = periodesProjet;
        this.entites = entites;
    }

    @Override
    public String nom() {
        return "projets";
    }

    @Override
    public String libelle() {
        return "Projets pour l’enfant et leurs périodes";
    }

    @Override
    public List<Ecart> ecarts() {
        List<Ecart> ecarts = new ArrayList<>();
        lots.parcourir("", ids -> {
            for (LectureEnLot.Lu lu : lots.lire(projets.findAllByIdIn(ids))) {
                ecarts(lu, ecarts);
            }
            entites.clear();
            return ecarts.size() < ECARTS_MAX;
        });
        lots.sansProjet(enfants -> {
            lots.cours(enfants).forEach((enfant, cours) -> {
                if (!cours.enCours().isEmpty()) {
                    ecarts.add(new Ecart("ENFANT " + enfant, "une mesure exercée demande un projet, aucun n’est ouvert"));
                }
            });
            return ecarts.size() < ECARTS_MAX;
        });
        return List.copyOf(ecarts.subList(0, Math.min(ECARTS_MAX, ecarts.size())));
    }

    private void ecarts(LectureEnLot.Lu lu, List<Ecart> ecarts) {
        Projet p = lu.projet();
        String cle = "PROJET " + p.id();
        List<CoursDesMesures.Voulu> ecrits = lu.actes().stream().filter(a -> a.vivant() && a.automatique())
                .map(a -> new CoursDesMesures.Voulu(a.genre(), a.le(), a.ref("mesure"), null)).toList();
        List<CoursDesMesures.Voulu> voulus = lu.cours().actes().stream().map(v -> new CoursDesMesures.Voulu(v.genre(), v.le(), v.mesure(), null)).toList();
        if (!Set.copyOf(ecrits).equals(Set.copyOf(voulus))) {
            ecarts.add(new Ecart(cle, "les actes que font les mesures ne sont pas ceux qui sont écrits"));
        }
        SituationProjet s = SituationProjet.derniere(lu.actes());
        if (s.etat() != p.etat()) {
            ecarts.add(new Ecart(cle, "écrit " + p.etat() + ", attendu " + s.etat()));
        }
        if (!Objects.equals(p.majeurLe(), MesuresConcernees.majorite(lu.naissance()))
                || !Objects.equals(p.mesureDepuis(), lu.cours().mesureDepuis())) {
            ecarts.add(new Ecart(cle, "les dates lues par la couverture ne suivent pas l’enfant ou ses mesures"));
        }
        periodesProjet.ecarts(p, lu.actes(), lu.cours(), lu.naissance(), lu.periodes())
                .forEach(genre -> ecarts.add(new Ecart(cle, genre + "\u00a0: les périodes écrites ne sont pas celles des actes")));
    }

    @Override
    public long reconstruire() {
        long[] ecrites = {0};
        lots.parcourir("", ids -> {
            List<UUID> faux = new ArrayList<>();
            for (LectureEnLot.Lu lu : lots.lire(projets.findAllByIdIn(ids))) {
                List<Ecart> siens = new ArrayList<>();
                ecarts(lu, siens);
                if (!siens.isEmpty()) {
                    faux.add(lu.projet().enfantId());
                }
            }
            entites.clear();
            for (UUID enfant : faux) {
                suite.suivre(enfant);
                ecrites[0]++;
            }
            entites.flush();
            entites.clear();
            return true;
        });
        lots.sansProjet(enfants -> {
            for (UUID enfant : enfants) {
                ecrites[0] += suite.suivre(enfant) ? 1 : 0;
            }
            entites.flush();
            entites.clear();
            return true;
        });
        return ecrites[0];
    }
}
