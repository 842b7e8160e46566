package fr.jalon.mesure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import fr.jalon.commun.controle.TableDerivee;
import fr.jalon.echeance.Echeances;

import jakarta.persistence.EntityManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Due dates of measures that are open, or have one still running, against the acts that ask for them. A rebuild goes through the clock itself,
 * so that each date it moves has its event.
 */
@Component
class ControleEcheancesMesures implements TableDerivee {

    private static final String OUVERTES = """
            and (m.etat in ('ATTENTE_ACCORD', 'ATTENTE_EXERCICE', 'EXERCEE', 'SUSPENDUE')
                or exists (select 1 from echeance e where e.sujet_id = m.id and e.sujet_type = 'MESURE' and e.etat = 'OUVERTE'))""";

    private final Mesures mesures;
    private final HorlogeMesure horloge;
    private final EntityManager entites;
    private final JdbcClient jdbc;

    ControleEcheancesMesures(Mesures mesures, HorlogeMesure horloge, EntityManager entites, JdbcClient jdbc) {
        this.mesures = mesures;
        this.horloge = horloge;
        this.entites = entites;
        this.jdbc = jdbc;
    }

    @Override
    public String nom() {
        return "echeances-mesures";
    }

    @Override
    public String libelle() {
        return "Échéances des mesures";
    }

    @Override
    public List<Ecart> ecarts() {
        List<Ecart> ecarts = new ArrayList<>();
        LotsDeMesures.parcourir(jdbc, OUVERTES, ids -> {
            mesures.findAllByIdIn(ids).forEach(m -> horloge.verifier(m).forEach(e -> ecarts.add(new Ecart("MESURE " + m.id(), dire(e)))));
            entites.clear();
            return ecarts.size() < ECARTS_MAX;
        });
        return List.copyOf(ecarts.subList(0, Math.min(ECARTS_MAX, ecarts.size())));
    }

    @Override
    public long reconstruire() {
        long[] changees = {0};
        LotsDeMesures.parcourir(jdbc, OUVERTES, ids -> {
            for (Mesure m : mesures.findAllByIdIn(ids)) {
                changees[0] += horloge.verifier(m).size();
                horloge.suivre(m);
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
