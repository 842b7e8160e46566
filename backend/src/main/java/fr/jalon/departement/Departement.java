package fr.jalon.departement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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

    /** Every act asks them and they change a few times a year; another node sees a change within this delay. */
    private static final long RELIRE_APRES_NS = 30_000_000_000L;

    private record Lues(List<UniteActive> ouvertes, Map<String, UniteActive> toutes, long a) {
    }

    private final Profil profil;
    private final JdbcClient jdbc;
    private volatile Lues lues;

    Departement(Profil profil, JdbcClient jdbc) {
        this.profil = profil;
        this.jdbc = jdbc;
    }

    public Profil profil() {
        return profil;
    }

    /** Units open today, by name. */
    public List<UniteActive> unites() {
        return lues().ouvertes();
    }

    public List<UniteActive> unitesDeType(List<String> types) {
        return unites().stream().filter(u -> types.contains(u.type())).toList();
    }

    public Optional<UniteActive> unite(String id) {
        if (id != null && !lues().toutes().containsKey(id)) {
            // Opened since the last reading, perhaps by another node.
            oublier();
        }
        return Optional.ofNullable(id == null ? null : lues().toutes().get(id));
    }

    /** Names of units by id, closed ones included: an old file keeps saying where it was. */
    public Map<String, String> noms() {
        return lues().toutes().values().stream().collect(Collectors.toMap(UniteActive::id, UniteActive::nom));
    }

    /** To be called by whoever opens, renames or closes a unit, once it is written. */
    public void oublier() {
        lues = null;
    }

    private Lues lues() {
        Lues connues = lues;
        if (connues == null || System.nanoTime() - connues.a() > RELIRE_APRES_NS) {
            Map<String, UniteActive> toutes = new LinkedHashMap<>();
            List<UniteActive> ouvertes = new ArrayList<>();
            jdbc.sql("select id, nom, type, parent, au is null or au > current_date as ouverte from unite order by nom").query(l -> {
                UniteActive unite = new UniteActive(l.getString("id"), l.getString("nom"), l.getString("type"), l.getString("parent"));
                toutes.put(unite.id(), unite);
                if (l.getBoolean("ouverte")) {
                    ouvertes.add(unite);
                }
            });
            connues = new Lues(List.copyOf(ouvertes), toutes, System.nanoTime());
            if (!toutes.isEmpty()) {
                lues = connues;
            }
        }
        return connues;
    }

    /** Types of unit that hold a mission in this département. */
    public List<String> typesPour(String mission) {
        return profil.missions().getOrDefault(mission, List.of());
    }
}
