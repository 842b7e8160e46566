package fr.jalon.mesure.accueil;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code famille_accueil}. */
@Component
class FamillesEnBase {

    /** @param presents children whose main or sequential place it is today */
    record Famille(UUID id, String reference, String uniteId, int agrement, LocalDate du, LocalDate au, int presents) {
    }

    private static final String COLONNES = """
            f.id, f.reference, f.unite_id, f.agrement, f.du, f.au,
            (select count(distinct m.enfant_id) from lieu_vivant l join mesure m on m.id = l.mesure_id
                where l.famille_id = f.id and l.nature in ('PRINCIPAL', 'SEQUENTIEL') and l.du <= :jour and (l.au is null or l.au > :jour)
                    and m.etat in ('EXERCEE', 'SUSPENDUE')) as presents""";

    private final JdbcClient jdbc;

    FamillesEnBase(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean existe(UUID id) {
        return jdbc.sql("select exists (select 1 from famille_accueil where id = ?)").param(id).query(Boolean.class).single();
    }

    /** Whether the other children there those days already take every place of the agrément. */
    boolean pleine(UUID id, UUID enfantId, LocalDate du, LocalDate au) {
        return jdbc.sql("""
                select f.agrement <= (select count(distinct m.enfant_id) from lieu_vivant l join mesure m on m.id = l.mesure_id
                    where l.famille_id = f.id and l.nature in ('PRINCIPAL', 'SEQUENTIEL') and m.enfant_id <> :enfant and m.etat in ('EXERCEE', 'SUSPENDUE')
                        and (l.au is null or l.au > :du) and (cast(:au as date) is null or l.du < cast(:au as date)))
                from famille_accueil f where f.id = :id""").param("id", id).param("enfant", enfantId).param("du", du).param("au", au, Types.DATE)
                .query(Boolean.class).single();
    }

    List<Famille> liste(String texte, LocalDate jour, boolean ouvertes, int limite) {
        return jdbc.sql("select " + COLONNES + """

                from famille_accueil f where (cast(:texte as text) is null or f.reference ilike '%' || cast(:texte as text) || '%')
                    and (not :ouvertes or f.au is null or f.au > :jour) order by f.reference limit :limite""")
                .param("jour", jour).param("texte", texte, Types.VARCHAR).param("ouvertes", ouvertes).param("limite", limite).query((l, n) -> lire(l)).list();
    }

    Optional<Famille> parId(UUID id, LocalDate jour) {
        return jdbc.sql("select " + COLONNES + " from famille_accueil f where f.id = :id").param("jour", jour).param("id", id).query((l, n) -> lire(l)).optional();
    }

    Map<UUID, String> references(java.util.Collection<UUID> ids) {
        Map<UUID, String> references = new java.util.HashMap<>();
        jdbc.sql("select id, reference from famille_accueil where id = any(?)").param(ids.toArray(UUID[]::new)).query(l -> {
            references.put(l.getObject(1, UUID.class), l.getString(2));
        });
        return references;
    }

    boolean referencePrise(String reference, UUID saufId) {
        return jdbc.sql("select exists (select 1 from famille_accueil where lower(reference) = lower(:r) and (cast(:sauf as uuid) is null or id <> cast(:sauf as uuid)))")
                .param("r", reference).param("sauf", saufId, Types.OTHER).query(Boolean.class).single();
    }

    void inserer(Famille f) {
        jdbc.sql("insert into famille_accueil(id, reference, unite_id, agrement, du, au) values (?, ?, ?, ?, ?, ?)")
                .params(f.id(), f.reference(), f.uniteId(), f.agrement(), f.du(), f.au()).update();
    }

    void modifier(UUID id, int agrement, LocalDate au) {
        jdbc.sql("update famille_accueil set agrement = ?, au = ? where id = ?").params(agrement, au, id).update();
    }

    private static Famille lire(java.sql.ResultSet l) throws java.sql.SQLException {
        return new Famille(l.getObject("id", UUID.class), l.getString("reference"), l.getString("unite_id"), l.getInt("agrement"),
                l.getObject("du", LocalDate.class), l.getObject("au", LocalDate.class), l.getInt("presents"));
    }
}
