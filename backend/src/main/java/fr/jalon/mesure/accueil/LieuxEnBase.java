package fr.jalon.mesure.accueil;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code lieu_accueil}, as they stand once cancelled acts are left out. */
@Component
class LieuxEnBase {

    /** A child and every file united into theirs. */
    static final String IDENTITES = """
            with recursive sous(id) as (
                select cast(:enfant as uuid) union select e.id from sous s join enfant e on e.fusionne_vers = s.id)
            select id from sous""";

    private final JdbcClient jdbc;

    LieuxEnBase(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Lieu> de(UUID mesureId) {
        return jdbc.sql("select * from lieu_vivant where mesure_id = ? order by du, id").param(mesureId).query((l, n) -> lire(l)).list();
    }

    Map<UUID, List<Lieu>> de(Collection<UUID> mesures) {
        return jdbc.sql("select * from lieu_vivant where mesure_id = any(:mesures) order by du, id").param("mesures", mesures.toArray(UUID[]::new))
                .query((l, n) -> lire(l)).list().stream().collect(Collectors.groupingBy(Lieu::mesureId));
    }

    Optional<Lieu> parId(UUID mesureId, UUID id) {
        return jdbc.sql("select * from lieu_vivant where id = ? and mesure_id = ?").params(id, mesureId).query((l, n) -> lire(l)).optional();
    }

    /** Main places of a child, whatever the measure that gave them; measures entered by mistake are left out. */
    List<Lieu> principauxDeLEnfant(UUID enfantId) {
        return jdbc.sql("""
                select l.* from lieu_vivant l join mesure m on m.id = l.mesure_id
                where m.enfant_id in (%s) and m.etat <> 'ANNULEE' and l.nature = 'PRINCIPAL' order by l.du, l.id""".formatted(IDENTITES)).param("enfant", enfantId)
                .query((l, n) -> lire(l)).list();
    }

    /** Places an act opened or closed. */
    List<UUID> ecritPar(UUID acte) {
        return jdbc.sql("select id from lieu_accueil where acte_id = :acte or fin_acte_id = :acte").param("acte", acte).query(UUID.class).list();
    }

    void inserer(Lieu l, Instant saisiLe, UUID par) {
        jdbc.sql("""
                insert into lieu_accueil(id, mesure_id, nature, type, service_id, famille_id, libelle, du, au, motif, fin_motif, juge_avise_le, acte_id,
                    saisi_le, saisi_par)
                values (:id, :mesure, :nature, :type, :service, :famille, :libelle, :du, :au, :motif, :finMotif, :avise, :acte, :le, :par)""")
                .param("id", l.id()).param("mesure", l.mesureId()).param("nature", l.nature().name()).param("type", l.type())
                .param("service", l.serviceId()).param("famille", l.familleId(), Types.OTHER).param("libelle", l.libelle()).param("du", l.du())
                .param("au", l.au()).param("motif", l.motif()).param("finMotif", l.finMotif()).param("avise", l.jugeAviseLe()).param("acte", l.acteId())
                .param("le", Timestamp.from(saisiLe)).param("par", par, Types.OTHER).update();
    }

    /** @param jugeAviseLe null keeps what is known */
    void terminer(UUID id, LocalDate au, String motif, LocalDate jugeAviseLe, UUID acte) {
        jdbc.sql("""
                update lieu_accueil set au = :au, fin_motif = :motif, juge_avise_le = coalesce(:avise, juge_avise_le), fin_acte_id = :acte
                where id = :id""").param("au", au).param("motif", motif).param("avise", jugeAviseLe).param("acte", acte).param("id", id).update();
    }

    void annuler(UUID id, String motif, Instant le) {
        jdbc.sql("update lieu_accueil set annule_le = ?, annule_motif = ? where id = ?").params(Timestamp.from(le), motif, id).update();
    }

    private static Lieu lire(ResultSet l) throws SQLException {
        return new Lieu(l.getObject("id", UUID.class), l.getObject("mesure_id", UUID.class), NatureLieu.valueOf(l.getString("nature")),
                l.getString("type"), l.getString("service_id"), l.getObject("famille_id", UUID.class), l.getString("libelle"),
                l.getObject("du", LocalDate.class), l.getObject("au", LocalDate.class), l.getString("motif"), l.getString("fin_motif"),
                l.getObject("juge_avise_le", LocalDate.class), l.getObject("acte_id", UUID.class), l.getObject("fin_acte_id", UUID.class));
    }
}
