package fr.jalon.mesure.accueil;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code droit_visite} and {@code fratrie_accueil}, cancelled acts left out. */
@Component
class DroitsEnBase {

    /** @param au first day it no longer applies, null as long as it does */
    record Droit(UUID id, UUID adulteId, GenreDroit genre, ModaliteDroit modalite, LocalDate ordonneLe, LocalDate du, LocalDate au, String texte,
            UUID acteId) {
    }

    record Fratrie(UUID id, UUID frereId, boolean ensemble, String motif, LocalDate jugeAviseLe, LocalDate du, LocalDate au, UUID acteId) {
    }

    private final JdbcClient jdbc;

    DroitsEnBase(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Droit> droits(UUID mesureId) {
        return jdbc.sql("select * from droit_vivant where mesure_id = ? order by du, id").param(mesureId)
                .query((l, n) -> new Droit(l.getObject("id", UUID.class), l.getObject("adulte_id", UUID.class), GenreDroit.valueOf(l.getString("genre")),
                        ModaliteDroit.valueOf(l.getString("modalite")), l.getObject("ordonne_le", LocalDate.class), l.getObject("du", LocalDate.class),
                        l.getObject("au", LocalDate.class), l.getString("texte"), l.getObject("acte_id", UUID.class))).list();
    }

    void inserer(UUID mesureId, Droit d, Instant le, UUID par) {
        jdbc.sql("""
                insert into droit_visite(id, mesure_id, adulte_id, genre, modalite, ordonne_le, du, au, texte, acte_id, saisi_le, saisi_par)
                values (:id, :mesure, :adulte, :genre, :modalite, :ordonne, :du, :au, :texte, :acte, :le, :par)""")
                .param("id", d.id()).param("mesure", mesureId).param("adulte", d.adulteId()).param("genre", d.genre().name())
                .param("modalite", d.modalite().name()).param("ordonne", d.ordonneLe()).param("du", d.du()).param("au", d.au()).param("texte", d.texte())
                .param("acte", d.acteId()).param("le", Timestamp.from(le)).param("par", par, Types.OTHER).update();
    }

    void finirDroit(UUID id, LocalDate au, UUID acte) {
        jdbc.sql("update droit_visite set au = ?, fin_acte_id = ? where id = ?").params(au, acte, id).update();
    }

    void annulerDroit(UUID id, String motif, Instant le) {
        jdbc.sql("update droit_visite set annule_le = ?, annule_motif = ? where id = ?").params(Timestamp.from(le), motif, id).update();
    }

    List<Fratrie> fratrie(UUID mesureId) {
        return jdbc.sql("select * from fratrie_vivante where mesure_id = ? order by du, id").param(mesureId)
                .query((l, n) -> new Fratrie(l.getObject("id", UUID.class), l.getObject("frere_id", UUID.class), l.getBoolean("ensemble"), l.getString("motif"),
                        l.getObject("juge_avise_le", LocalDate.class), l.getObject("du", LocalDate.class), l.getObject("au", LocalDate.class),
                        l.getObject("acte_id", UUID.class))).list();
    }

    void inserer(UUID mesureId, Fratrie f, Instant le, UUID par) {
        jdbc.sql("""
                insert into fratrie_accueil(id, mesure_id, frere_id, ensemble, motif, juge_avise_le, du, au, acte_id, saisi_le, saisi_par)
                values (:id, :mesure, :frere, :ensemble, :motif, :avise, :du, :au, :acte, :le, :par)""")
                .param("id", f.id()).param("mesure", mesureId).param("frere", f.frereId()).param("ensemble", f.ensemble()).param("motif", f.motif())
                .param("avise", f.jugeAviseLe()).param("du", f.du()).param("au", f.au()).param("acte", f.acteId()).param("le", Timestamp.from(le))
                .param("par", par, Types.OTHER).update();
    }

    void finirFratrie(UUID id, LocalDate au, UUID acte) {
        jdbc.sql("update fratrie_accueil set au = ?, fin_acte_id = ? where id = ?").params(au, acte, id).update();
    }

    void annulerFratrie(UUID id, String motif, Instant le) {
        jdbc.sql("update fratrie_accueil set annule_le = ?, annule_motif = ? where id = ?").params(Timestamp.from(le), motif, id).update();
    }
}
