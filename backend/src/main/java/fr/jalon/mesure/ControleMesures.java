package fr.jalon.mesure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.commun.controle.TableDerivee;
import fr.jalon.evenement.Periodes;

import jakarta.persistence.EntityManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Periods of measures against the acts that make them; a rebuild closes or writes versions, never rewrites one. */
@Component
class ControleMesures implements TableDerivee {

    private final Mesures mesures;
    private final ActesEnBase actes;
    private final PeriodesMesure periodesMesure;
    private final Periodes periodes;
    private final EntityManager entites;
    private final JdbcClient jdbc;

    ControleMesures(Mesures mesures, ActesEnBase actes, PeriodesMesure periodesMesure, Periodes periodes, EntityManager entites, JdbcClient jdbc) {
        this.mesures = mesures;
        this.actes = actes;
        this.periodesMesure = periodesMesure;
        this.periodes = periodes;
        this.entites = entites;
        this.jdbc = jdbc;
    }

    @Override
    public String nom() {
        return "periodes-mesures";
    }

    @Override
    public String libelle() {
        return "Périodes des mesures";
    }

    @Override
    public List<Ecart> ecarts() {
        List<Ecart> ecarts = new ArrayList<>();
        LotsDeMesures.parcourir(jdbc, "", ids -> {
            Map<UUID, List<Acte>> parMesure = actes.de(ids);
            Map<UUID, List<Periodes.Periode>> connues = periodes.de(ids).stream().collect(Collectors.groupingBy(p -> p.sujet().id()));
            for (Mesure m : mesures.findAllByIdIn(ids)) {
                periodesMesure.ecarts(m, parMesure.getOrDefault(m.id(), List.of()), connues.getOrDefault(m.id(), List.of()))
                        .forEach(genre -> ecarts.add(new Ecart("MESURE " + m.id(), genre + "\u00a0: les périodes écrites ne sont pas celles des actes")));
            }
            entites.clear();
            return ecarts.size() < ECARTS_MAX;
        });
        return List.copyOf(ecarts.subList(0, Math.min(ECARTS_MAX, ecarts.size())));
    }

    @Override
    public long reconstruire() {
        long[] ecrites = {0};
        LotsDeMesures.parcourir(jdbc, "", ids -> {
            Map<UUID, List<Acte>> parMesure = actes.de(ids);
            for (Mesure m : mesures.findAllByIdIn(ids)) {
                ecrites[0] += periodesMesure.suivre(m, parMesure.getOrDefault(m.id(), List.of()));
            }
            entites.clear();
            return true;
        });
        return ecrites[0];
    }
}
