package fr.jalon.acces;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is away on a day, and who receives their tasks meanwhile. Kept by {@code habilitation}; an absence gives no right to anybody. */
@Component
public class Absences {

    /** @param au last day away */
    public record Absente(LocalDate au, UUID remplacantId, String remplacant) {
    }

    private final JdbcClient jdbc;

    Absences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of these people who are away on this day. */
    public Map<UUID, Absente> parmi(Collection<UUID> personnes, LocalDate jour) {
        Map<UUID, Absente> absentes = new HashMap<>();
        if (!personnes.isEmpty()) {
            jdbc.sql("""
                    select a.utilisateur_id, a.au, a.remplacant_id, concat_ws(' ', r.prenom, r.nom) as remplacant
                    from absence a left join utilisateur r on r.id = a.remplacant_id
                    where a.annulee_le is null and a.utilisateur_id in (:qui) and a.du <= :jour and a.au >= :jour order by a.au""")
                    .param("qui", Set.copyOf(personnes)).param("jour", jour).query(l -> {
                        UUID remplacant = l.getObject("remplacant_id", UUID.class);
                        absentes.put(l.getObject("utilisateur_id", UUID.class), new Absente(l.getObject("au", LocalDate.class), remplacant,
                                remplacant == null ? null : l.getString("remplacant")));
                    });
        }
        return absentes;
    }

    /** Whose tasks this person receives on this day. */
    public Set<UUID> remplacees(UUID remplacant, LocalDate jour) {
        return remplacant == null ? Set.of() : new HashSet<>(jdbc.sql("""
                select utilisateur_id from absence where annulee_le is null and remplacant_id = ? and du <= ? and au >= ?""")
                .params(remplacant, jour, jour).query(UUID.class).list());
    }
}
