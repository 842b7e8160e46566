package fr.jalon.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The seed and the anchor date, kept with the data they made; and which lots are already written. */
@Component
class Semis {

    /**
     * @param ancre the day that is « today » for everything generated; a later start goes on from the same day
     * @param echelle 1 for the real volumes; less in tests
     */
    record Graine(long graine, LocalDate ancre, BigDecimal echelle) {

        int aLEchelle(int volume) {
            return Math.max(1, echelle.multiply(BigDecimal.valueOf(volume)).setScale(0, java.math.RoundingMode.HALF_UP).intValue());
        }
    }

    /** How far the writing is: {@code lots} to write, {@code faits} written. */
    record Avance(int lots, int faits, int dossiers, boolean utilisable, boolean complet) {
    }

    private final JdbcClient jdbc;

    Semis(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The seed this database was sown with; the wanted one when it was not yet. */
    @Transactional
    public Graine semer(Graine voulue, int lots) {
        jdbc.sql("insert into demo_semis(graine, ancre, echelle, lots) values (?, ?, ?, ?) on conflict do nothing")
                .params(voulue.graine(), voulue.ancre(), voulue.echelle(), lots).update();
        return graine().orElseThrow();
    }

    Optional<Graine> graine() {
        return jdbc.sql("select graine, ancre, echelle from demo_semis").query(Graine.class).optional();
    }

    @Transactional
    public void prevoir(int lots) {
        jdbc.sql("update demo_semis set lots = ?").param(lots).update();
    }

    Set<String> faits() {
        return new HashSet<>(jdbc.sql("select lot from demo_lot where fait_le is not null").query(String.class).list());
    }

    /** In the transaction that writes the lot: a run killed in the middle leaves neither half a lot nor a lot written twice. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void fait(String lot, int dossiers) {
        sansAttendreLeDisque();
        jdbc.sql("""
                insert into demo_lot(lot, dossiers, fait_le) values (?, ?, clock_timestamp())
                on conflict (lot) do update set dossiers = excluded.dossiers, fait_le = excluded.fait_le""").params(lot, dossiers).update();
    }

    /** Left out: done with, and no file. */
    @Transactional
    public void abandonner(String lot) {
        fait(lot, 0);
    }

    /** Where a file played act after act stands. */
    record Marque(int etape, java.util.UUID informationId) {
    }

    Marque marque(String lot) {
        return jdbc.sql("select etape, information_id from demo_lot where lot = ?").param(lot).query(Marque.class).optional().orElse(new Marque(0, null));
    }

    /** In the transaction of the act: it is done and never done twice. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void marquer(String lot, int etape, java.util.UUID information) {
        sansAttendreLeDisque();
        jdbc.sql("""
                insert into demo_lot(lot, etape, information_id) values (?, ?, ?)
                on conflict (lot) do update set etape = excluded.etape, information_id = excluded.information_id""").params(lot, etape, information).update();
    }

    /** What is invented may be lost with the power: the mark of the lot is lost with it, and the next start writes it again. */
    private void sansAttendreLeDisque() {
        jdbc.sql("set local synchronous_commit = off").update();
    }

    @Transactional
    public void utilisable() {
        jdbc.sql("update demo_semis set utilisable_le = coalesce(utilisable_le, clock_timestamp())").update();
    }

    @Transactional
    public void complet() {
        jdbc.sql("update demo_semis set complet_le = coalesce(complet_le, clock_timestamp())").update();
    }

    Optional<Avance> avance() {
        return jdbc.sql("""
                select s.lots, count(l.fait_le)::int as faits, coalesce(sum(l.dossiers), 0)::int as dossiers,
                    s.utilisable_le is not null as utilisable, s.complet_le is not null as complet
                from demo_semis s left join demo_lot l on true group by s.seul""")
                .query((l, n) -> new Avance(l.getInt("lots"), l.getInt("faits"), l.getInt("dossiers"), l.getBoolean("utilisable"),
                        l.getBoolean("complet"))).optional();
    }
}
