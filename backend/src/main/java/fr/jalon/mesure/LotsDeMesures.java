package fr.jalon.mesure;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads every measure a check or a rebuild goes through, a few hundred at a time. */
public final class LotsDeMesures {

    public static final int TAILLE = 500;

    private LotsDeMesures() {
    }

    /** Work on one lot. */
    public interface Lot {
        /** @return whether to go on */
        boolean lire(List<UUID> ids);
    }

    /** @param condition on {@code m}, from {@code and}; empty for all */
    public static void parcourir(JdbcClient jdbc, String condition, Lot travail) {
        UUID apres = new UUID(0, 0);
        while (true) {
            List<UUID> ids = jdbc.sql("select m.id from mesure m where m.id > :apres " + condition + " order by m.id limit :lot")
                    .param("apres", apres).param("lot", TAILLE).query(UUID.class).list();
            if (ids.isEmpty() || !travail.lire(ids)) {
                return;
            }
            apres = ids.get(ids.size() - 1);
        }
    }
}
