package fr.jalon.departement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one département of this installation: its profile, and its units as the database holds them today. */
@Component
public class Departement {

    /** A unit as it stands now. */
    public record UniteActive(String id, String nom, String type, String parent) {
    }

    private final Profil profil;
    private final JdbcClient jdbc;

    Departement(Profil profil, JdbcClient jdbc) {
        this.profil = profil;
        this.jdbc = jdbc;
    }

    public Profil profil() {
        return profil;
    }

    /** Units open today, by name. */
    public List<UniteActive> unites() {
        return jdbc.sql("select id, nom, type, parent from unite where au is null or au > current_date order by nom")
                .query(UniteActive.class).list();
    }

    public List<UniteActive> unitesDeType(List<String> types) {
        return unites().stream().filter(u -> types.contains(u.type())).toList();
    }

    public Optional<UniteActive> unite(String id) {
        return jdbc.sql("select id, nom, type, parent from unite where id = :id").param("id", id)
                .query(UniteActive.class).optional();
    }

    /** Names of units by id, closed ones included: an old file keeps saying where it was. */
    public Map<String, String> noms() {
        return jdbc.sql("select id, nom, type, parent from unite").query(UniteActive.class).list().stream()
                .collect(Collectors.toMap(UniteActive::id, UniteActive::nom));
    }

    /** Types of unit that hold a mission in this département. */
    public List<String> typesPour(String mission) {
        return profil.missions().getOrDefault(mission, List.of());
    }
}
