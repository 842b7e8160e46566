package fr.jalon.projet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import fr.jalon.commun.controle.TableDerivee;
import fr.jalon.echeance.Echeances;

import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Component;

/** Due dates of projets that are open, or have one still running, against the acts that ask for them, and the tasks of their actions. */
@Component
class ControleEcheancesProjets implements TableDerivee {

    private static final String OUVERTS = """
            and (p.etat not in ('CLOS', 'ANNULE')
                or exists (select 1 from echeance e where e.sujet_id = p.id and e.sujet_type = 'PROJET' and e.etat = 'OUVERTE'))""";

    private final Projets projets;
    private final LectureEnLot lots;
    private final HorlogeProjet dates;
    private final EntityManager entites;

    ControleEcheancesProjets(Projets projets, LectureEnLot lots, HorlogeProjet dates, EntityManager entites) {
        this.projets = projets;
        this.lots = lots;
        this.dates = dates;
        this.entites = entites;
    }

    @Override
    public String nom() {
        return "echeances-projets";
    }

    @Override
    public String libelle() {
        return "Échéances des projets pour l’enfant";
    }

    @Override
    public List<Ecart> ecarts() {
        List<Ecart> ecarts = new ArrayList<>();
        lots.parcourir(OUVERTS, ids -> {
            lots.lire(projets.findAllByIdIn(ids)).forEach(lu -> dates.verifier(lu)
                    .forEach(e -> ecarts.add(new Ecart("PROJET " + lu.projet().id(), dire(e)))));
            entites.clear();
            return ecarts.size() < ECARTS_MAX;
        });
        return List.copyOf(ecarts.subList(0, Math.min(ECARTS_MAX, ecarts.size())));
    }

    @Override
    public long reconstruire() {
        long[] changees = {0};
        lots.parcourir(OUVERTS, ids -> {
            for (LectureEnLot.Lu lu : lots.lire(projets.findAllByIdIn(ids))) {
                int ecarts = dates.verifier(lu).size();
                if (ecarts > 0) {
                    changees[0] += ecarts;
                    dates.suivre(lu);
                }
            }
            entites.flush();
            entites.clear();
            return true;
        });
        return changees[0];
    }

    private static String dire(Echeances.Ecart e) {
        return e.genre() + "\u00a0: écrit " + date(e.ecrite()) + ", attendu " + date(e.attendue()) + " (" + e.quoi() + ")";
    }

    private static String date(LocalDate date) {
        return date == null ? "rien" : date.toString();
    }
}
