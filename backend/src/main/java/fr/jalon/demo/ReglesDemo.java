package fr.jalon.demo;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.departement.Departement;
import fr.jalon.echeance.Calendrier;
import fr.jalon.processus.Processus;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rules of the clock and the two decision tables, read once for thousands of files: nothing of them is written again here. */
@Component
class ReglesDemo {

    record Regle(UUID id, String code, String genre, String nature, Period periode, List<String> etapes) {

        LocalDate terme(LocalDate origine) {
            return origine.plus(periode);
        }
    }

    private final JdbcClient jdbc;
    private final Processus processus;
    private final Departement departement;
    private final Calendrier calendrier;
    private final Map<String, Regle> regles = new HashMap<>();
    private final Map<String, String> tables = new HashMap<>();

    ReglesDemo(JdbcClient jdbc, Processus processus, Departement departement, Calendrier calendrier) {
        this.jdbc = jdbc;
        this.processus = processus;
        this.departement = departement;
        this.calendrier = calendrier;
    }

    Regle regle(String code) {
        return regles.computeIfAbsent(code, c -> jdbc.sql("""
                select id, code, genre, nature, periode, etapes from echeance_regle where code = ? and remplacee_le is null
                order by du limit 1""").param(c).query((l, n) -> new Regle(l.getObject("id", UUID.class), c, l.getString("genre"),
                        l.getString("nature"), Period.parse(l.getString("periode")),
                        List.of((String[]) l.getArray("etapes").getArray()))).single());
    }

    LocalDate operationnelle(LocalDate legale) {
        return calendrier.dernierOuvre(legale);
    }

    /** The track the model's table proposes. */
    String voie(boolean urgence, boolean moinsDeDeuxAns) {
        return tables.computeIfAbsent("voie" + urgence + moinsDeDeuxAns, k -> processus.evaluer("voie-evaluation", Map.of("jeuDeVoies",
                departement.profil().jeuDeVoies(), "urgence", urgence, "moinsDeDeuxAns", moinsDeDeuxAns)).get("voie").toString());
    }

    /** The rule of one minor. */
    String delai(String voie, boolean danger, boolean moinsDeDeuxAns) {
        return tables.computeIfAbsent("regle" + voie + danger + moinsDeDeuxAns, k -> processus.evaluer("regle-delai", Map.of("voie", voie, "danger",
                danger, "moinsDeDeuxAns", moinsDeDeuxAns)).getOrDefault("regle", "EVALUATION").toString());
    }
}
