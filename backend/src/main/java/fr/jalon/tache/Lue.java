package fr.jalon.tache;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import fr.jalon.commun.Sujet;
import fr.jalon.commun.TypeSujet;

import org.springframework.jdbc.core.RowMapper;

/** A row as read, before names and labels are put on it. */
record Lue(String id, Sujet sujet, UUID ipId, String cle, String etape, String mission, String unite, String reference, Instant creeLe,
        boolean urgence, UUID echeance, LocalDate dateLegale, boolean enConsigne, LigneTache.Titulaire titulaire, boolean nonLue,
        String curseur, UUID objet) {

    /** Whole rows of the ids that {@code choix} keeps: joins cost what the page costs. */
    static String de(String choix) {
        return """
                select t.*, s.titulaire_id, s.depuis titulaire_depuis, concat_ws(' ', u.prenom, u.nom) titulaire_nom, l.lue_le
                from tache t left join tache_suivi s on s.tache_id = t.id left join utilisateur u on u.id = s.titulaire_id
                left join tache_lue l on l.tache_id = t.id and l.utilisateur_id = :moi where t.id in (""" + choix + ")";
    }

    static RowMapper<Lue> de(Tri tri) {
        return (rs, n) -> lire(rs, tri);
    }

    private static Lue lire(ResultSet rs, Tri tri) throws SQLException {
        List<String> cle = new ArrayList<>();
        for (Tri.Colonne colonne : tri.cle()) {
            cle.add(rs.getString(colonne.nom().substring(2)));
        }
        UUID titulaire = rs.getObject("titulaire_id", UUID.class);
        return new Lue(rs.getString("id"), new Sujet(TypeSujet.valueOf(rs.getString("sujet_type")), rs.getObject("sujet_id", UUID.class)),
                rs.getObject("ip_id", UUID.class), rs.getString("cle"), rs.getString("etape"), rs.getString("mission"),
                rs.getString("unite_id"), rs.getString("reference"), rs.getTimestamp("cree_le").toInstant(), rs.getBoolean("urgence"),
                rs.getObject("echeance_id", UUID.class), rs.getObject("date_legale", LocalDate.class), rs.getBoolean("en_consigne"),
                titulaire == null ? null : new LigneTache.Titulaire(titulaire, rs.getString("titulaire_nom"),
                        rs.getTimestamp("titulaire_depuis").toInstant(), null, null, null),
                rs.getTimestamp("lue_le") == null, new Curseur(cle).texte(), rs.getObject("objet_id", UUID.class));
    }
}
