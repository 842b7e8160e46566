package fr.jalon.journal;

import java.sql.Array;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Chains the committed lines of the journal, in the order of their transactions, up to the fence below which nobody writes any more. Done
 * after the act and by one node at a time: inside the act, acts would wait for each other.
 */
@Component
class Scellement {

    /** Where the chain stands. */
    record Tete(long rang, UUID ligne, long transaction, byte[] empreinte) {

        static final Tete VIDE = new Tete(0, new UUID(0, 0), 0, Chaine.ORIGINE);
    }

    private static final int LOT = 2000;

    private final JdbcClient jdbc;
    private final JdbcTemplate lots;
    private final Chaine chaine;

    Scellement(JdbcClient jdbc, JdbcTemplate lots, Chaine chaine) {
        this.jdbc = jdbc;
        this.lots = lots;
        this.chaine = chaine;
    }

    Tete tete() {
        return jdbc.sql("select rang, ligne_id, transaction_id::text::bigint as transaction, empreinte from journal_sceau order by rang desc limit 1")
                .query((l, n) -> new Tete(l.getLong("rang"), l.getObject("ligne_id", UUID.class), l.getLong("transaction"),
                        l.getBytes("empreinte"))).optional().orElse(Tete.VIDE);
    }

    /** @return lines sealed by this pass; as many as a lot holds when more wait, zero when another node is at it */
    @Transactional
    public int sceller() {
        if (!jdbc.sql("select pg_try_advisory_xact_lock(7061140)").query(Boolean.class).single()) {
            return 0;
        }
        Tete tete = tete();
        List<LigneScellee> lignes = aSceller(tete);
        if (lignes.isEmpty()) {
            return 0;
        }
        Chaine.Calcul calcul = chaine.calcul();
        Long[] rangs = new Long[lignes.size()];
        UUID[] ids = new UUID[lignes.size()];
        String[] transactions = new String[lignes.size()];
        byte[][] empreintes = new byte[lignes.size()][];
        byte[] precedente = tete.empreinte();
        for (int i = 0; i < lignes.size(); i++) {
            LigneScellee ligne = lignes.get(i);
            rangs[i] = tete.rang() + 1 + i;
            ids[i] = ligne.id();
            transactions[i] = Long.toString(ligne.transaction());
            precedente = calcul.suivante(precedente, rangs[i], ligne);
            empreintes[i] = precedente;
        }
        lots.execute((Connection c) -> {
            Array r = c.createArrayOf("bigint", rangs);
            Array u = c.createArrayOf("uuid", ids);
            Array t = c.createArrayOf("text", transactions);
            Array e = c.createArrayOf("bytea", empreintes);
            try (var ordre = c.prepareStatement("""
                    insert into journal_sceau(rang, ligne_id, transaction_id, empreinte)
                    select r, u, cast(t as xid8), e from unnest(?, ?, ?, ?) as x(r, u, t, e)""")) {
                ordre.setArray(1, r);
                ordre.setArray(2, u);
                ordre.setArray(3, t);
                ordre.setArray(4, e);
                return ordre.executeUpdate();
            }
        });
        return lignes.size();
    }

    private List<LigneScellee> aSceller(Tete tete) {
        // Restored into another cluster, a database counts its transactions from lower than those it holds: the keyset no longer says what
        // is new, the absence of a seal does.
        boolean autreGrappe = tete.transaction() > jdbc.sql("select pg_current_xact_id()::text::bigint").query(Long.class).single();
        String nouvelles = autreGrappe
                ? "not exists (select 1 from journal_sceau s where s.ligne_id = j.id)"
                        + " and (j.transaction_id < pg_snapshot_xmin(pg_current_snapshot()) or j.transaction_id > pg_current_xact_id())"
                : "(j.transaction_id, j.id) > (cast(:tx as xid8), :id) and j.transaction_id < pg_snapshot_xmin(pg_current_snapshot())";
        var requete = jdbc.sql("select " + LigneScellee.COLONNES + " from journal_acces j where " + nouvelles
                + " order by j.transaction_id, j.id limit " + LOT);
        if (!autreGrappe) {
            requete = requete.param("tx", Long.toString(tete.transaction())).param("id", tete.ligne());
        }
        return requete.query((l, n) -> LigneScellee.lire(l)).list();
    }

    /** Lines that have waited for their seal longer than a minute. */
    long enRetard() {
        Tete tete = tete();
        return jdbc.sql("""
                select count(*) from journal_acces j where (j.transaction_id, j.id) > (cast(:tx as xid8), :id)
                and j.le < clock_timestamp() - interval '60 seconds'""")
                .param("tx", Long.toString(tete.transaction())).param("id", tete.ligne()).query(Long.class).single();
    }
}
