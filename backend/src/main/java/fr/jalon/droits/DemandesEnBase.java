package fr.jalon.droits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code droits_demande}. */
@Component
class DemandesEnBase {

    private final JdbcClient jdbc;

    DemandesEnBase(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String numero(String serie, int annee) {
        long n = jdbc.sql("select nextval(cast(? as regclass))").param("numero_" + serie + "_" + Math.max(2020, annee)).query(Long.class).single();
        return serie.toUpperCase() + "-%d-%04d".formatted(annee, n);
    }

    Optional<Demande> de(UUID id) {
        return jdbc.sql("select * from droits_demande where id = ?").param(id).query(DemandesEnBase::lire).optional();
    }

    /** Locked until the end of the act: two people never answer at once. */
    Optional<Demande> pourAgir(UUID id) {
        return jdbc.sql("select * from droits_demande where id = ? for update").param(id).query(DemandesEnBase::lire).optional();
    }

    List<Demande> deLEnfant(UUID[] identites) {
        return jdbc.sql("select * from droits_demande where enfant_id = any(?) order by recue_le desc, numero desc").param(identites).query(DemandesEnBase::lire).list();
    }

    static Demande lire(ResultSet l, int n) throws SQLException {
        String decision = l.getString("decision");
        return new Demande(l.getObject("id", UUID.class), l.getString("numero"), l.getObject("enfant_id", UUID.class), l.getString("unite_id"),
                Demande.Genre.valueOf(l.getString("genre")), Demande.Qualite.valueOf(l.getString("qualite")), l.getString("demandeur"), l.getString("contact"),
                l.getString("objet"), l.getObject("recue_le", LocalDate.class), l.getObject("identite_le", LocalDate.class), l.getString("identite_moyen"),
                l.getObject("echeance", LocalDate.class), l.getObject("prolongee_le", LocalDate.class), l.getString("prolongation_motif"),
                Demande.Etat.valueOf(l.getString("etat")), decision == null ? null : Demande.Decision.valueOf(decision), l.getString("decision_motif"),
                l.getString("corrige"), l.getString("moyen"), l.getObject("repondue_le", LocalDate.class), l.getLong("version"));
    }
}
