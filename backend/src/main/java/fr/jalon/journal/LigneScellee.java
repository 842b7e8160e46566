package fr.jalon.journal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.UUID;

/** Everything a line of the journal says, in the one writing its seal is computed over. */
record LigneScellee(UUID id, Instant le, long transaction, String genre, String sujetType, UUID sujetId, String quoi, Integer nombre,
        UUID utilisateurId, String acteur, String roles, String unites) {

    static final String COLONNES = "j.id, j.le, j.transaction_id::text::bigint as transaction, j.genre, j.sujet_type, j.sujet_id, j.quoi, j.nombre, "
            + "j.utilisateur_id, j.acteur, j.roles, j.unites";

    static LigneScellee lire(ResultSet l) throws SQLException {
        return new LigneScellee(l.getObject("id", UUID.class), l.getTimestamp("le").toInstant(), l.getLong("transaction"), l.getString("genre"),
                l.getString("sujet_type"), l.getObject("sujet_id", UUID.class), l.getString("quoi"), l.getObject("nombre", Integer.class),
                l.getObject("utilisateur_id", UUID.class), l.getString("acteur"), l.getString("roles"), l.getString("unites"));
    }

    /** Each field with its length, so that no two different lines are written alike; the hour to the microsecond, as the database keeps it. */
    byte[] octets() {
        StringJoiner champs = new StringJoiner("|");
        Object[] tous = {id, le.getEpochSecond() * 1_000_000L + le.getNano() / 1000, transaction, genre, sujetType, sujetId, quoi, nombre,
            utilisateurId, acteur, roles, unites};
        for (Object champ : tous) {
            String ecrit = Objects.toString(champ, "");
            champs.add(champ == null ? "-" : ecrit.length() + ":" + ecrit);
        }
        return champs.toString().getBytes(StandardCharsets.UTF_8);
    }
}
