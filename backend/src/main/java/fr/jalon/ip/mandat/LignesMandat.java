package fr.jalon.ip.mandat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Mission;
import fr.jalon.commun.Ids;
import fr.jalon.departement.Departement;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mandates of an IP as rows, and what a mandate needs to know before. */
@Component
class LignesMandat {

    /** @param genre MANDAT, VOIE or UNITE */
    record Ligne(UUID ipId, String genre, String unite, String associee, String voie, boolean leveeDeDoutes, String message, String motif,
            Map<String, String> avertissements, Instant faitLe, Instant saisiLe, UUID par) {
    }

    private final JdbcClient jdbc;
    private final Departement departement;

    LignesMandat(JdbcClient jdbc, Departement departement) {
        this.jdbc = jdbc;
        this.departement = departement;
    }

    void ecrire(Ligne l) {
        jdbc.sql("""
                insert into mandat(id, ip_id, genre, unite_id, unite_associee_id, voie, levee_de_doutes, message, motif, avertissements,
                    fait_le, saisi_le, saisi_par)
                values (:id, :ip, :genre, :unite, :associee, :voie, :levee, :message, :motif,
                    coalesce((select jsonb_object_agg(c, m) from unnest(:codes, :motifs) as t(c, m)), '{}'), :fait, :saisi, :par)""")
                .param("id", Ids.nouveau()).param("ip", l.ipId()).param("genre", l.genre()).param("unite", l.unite())
                .param("associee", vide(l.associee())).param("voie", vide(l.voie())).param("levee", l.leveeDeDoutes())
                .param("message", vide(l.message())).param("motif", vide(l.motif()))
                .param("codes", l.avertissements().keySet().toArray(String[]::new))
                .param("motifs", l.avertissements().values().toArray(String[]::new))
                .param("fait", Timestamp.from(l.faitLe())).param("saisi", Timestamp.from(l.saisiLe())).param("par", l.par()).update();
    }

    /** Everything that was received for the IP, to open it to the units it is entrusted to. */
    List<UUID> informations(UUID ipId) {
        return jdbc.sql("select id from information_entrante where ip_id = ?").param(ipId).query(UUID.class).list();
    }

    ControleMandat.Navettes navettes(UUID ipId) {
        return jdbc.sql("""
                select count(*) as posees, count(*) filter (where repondue_le is null) as sans_reponse from fiche_navette n
                join information_entrante i on i.id = n.information_id where i.ip_id = ?""").param(ipId)
                .query((rs, n) -> new ControleMandat.Navettes(rs.getInt(1), rs.getInt(2))).single();
    }

    Set<String> evaluatrices() {
        return departement.unitesDeType(departement.typesPour(Mission.EVALUATION.name())).stream().map(Departement.UniteActive::id)
                .collect(java.util.stream.Collectors.toSet());
    }

    static String vide(String valeur) {
        return valeur == null || valeur.isBlank() ? null : valeur.strip();
    }
}
