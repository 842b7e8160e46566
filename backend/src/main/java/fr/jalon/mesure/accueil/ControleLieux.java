package fr.jalon.mesure.accueil;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.commun.controle.TableDerivee;
import fr.jalon.evenement.Periodes;
import fr.jalon.mesure.LotsDeMesures;
import fr.jalon.mesure.Mesure;
import fr.jalon.mesure.Mesures;

import jakarta.persistence.EntityManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Periods of places against the places acts left; a rebuild closes or writes versions, never rewrites one. */
@Component
class ControleLieux implements TableDerivee {

    /** Measures that have, or had, a place, and those whose periods say so. */
    private static final String AVEC_LIEU = """
            and (exists (select 1 from lieu_accueil l where l.mesure_id = m.id)
                or exists (select 1 from periode p where p.sujet_type = 'MESURE' and p.sujet_id = m.id and p.genre = 'LIEU_ACCUEIL' and p.connu_au is null))""";

    private final Mesures mesures;
    private final LieuxEnBase lieux;
    private final PeriodesLieux periodesLieux;
    private final Periodes periodes;
    private final EntityManager entites;
    private final JdbcClient jdbc;

    ControleLieux(Mesures mesures, LieuxEnBase lieux, PeriodesLieux periodesLieux, Periodes periodes, EntityManager entites, JdbcClient jdbc) {
        this.mesures = mesures;
        this.lieux = lieux;
        this.periodesLieux = periodesLieux;
        this.periodes = periodes;
        this.entites = entites;
        this.jdbc = jdbc;
    }

    @Override
    public String nom() {
        return "periodes-lieux";
    }

    @Override
    public String libelle() {
        return "Périodes des lieux d’accueil";
    }

    @Override
    public List<Ecart> ecarts() {
        List<Ecart> ecarts = new ArrayList<>();
        LotsDeMesures.parcourir(jdbc, AVEC_LIEU, ids -> {
            Map<UUID, List<Lieu>> parMesure = lieux.de(ids);
            Map<UUID, List<Periodes.Periode>> connues = periodes.de(ids).stream().filter(p -> p.genre().equals(PeriodesLieux.GENRE))
                    .collect(Collectors.groupingBy(p -> p.sujet().id()));
            for (Mesure m : mesures.findAllByIdIn(ids)) {
                if (!PeriodesLieux.conformes(m, parMesure.getOrDefault(m.id(), List.of()), connues.getOrDefault(m.id(), List.of()))) {
                    ecarts.add(new Ecart("MESURE " + m.id(), PeriodesLieux.GENRE + "\u00a0: les périodes écrites ne sont pas celles des lieux"));
                }
            }
            entites.clear();
            return ecarts.size() < ECARTS_MAX;
        });
        return List.copyOf(ecarts.subList(0, Math.min(ECARTS_MAX, ecarts.size())));
    }

    @Override
    public long reconstruire() {
        long[] ecrites = {0};
        LotsDeMesures.parcourir(jdbc, AVEC_LIEU, ids -> {
            Map<UUID, List<Lieu>> parMesure = lieux.de(ids);
            for (Mesure m : mesures.findAllByIdIn(ids)) {
                ecrites[0] += periodesLieux.accorder(m, parMesure.getOrDefault(m.id(), List.of()));
            }
            entites.clear();
            return true;
        });
        return ecrites[0];
    }
}
