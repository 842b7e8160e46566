package fr.jalon.echeance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.jalon.commun.Sujet;
import fr.jalon.commun.TypeSujet;
import fr.jalon.commun.base.Ecritures;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code echeance}. */
@Component
class EcheanceEnBase {

    private final JdbcClient jdbc;
    private final Ecritures ecritures;
    private final SujetsNeufs neufs;

    EcheanceEnBase(JdbcClient jdbc, Ecritures ecritures, SujetsNeufs neufs) {
        this.jdbc = jdbc;
        this.ecritures = ecritures;
        this.neufs = neufs;
    }

    Optional<Echeance> parId(UUID id) {
        return jdbc.sql("select * from echeance where id = ?").param(id).query((l, n) -> lire(l)).optional();
    }

    List<Echeance> parIds(List<UUID> ids) {
        return jdbc.sql("select * from echeance where id = any(:ids)").param("ids", ids.toArray(UUID[]::new)).query((l, n) -> lire(l)).list();
    }

    /** Live due dates of a file: open and met. */
    List<Echeance> vivantes(Sujet sujet) {
        return neufs.echeances(sujet).orElseGet(() -> lireVivantes(sujet));
    }

    private List<Echeance> lireVivantes(Sujet sujet) {
        return jdbc.sql("""
                select * from echeance where sujet_id = ? and sujet_type = ? and etat <> 'ANNULEE'
                order by date_legale, genre, id""").params(sujet.id(), sujet.type().name()).query((l, n) -> lire(l)).list();
    }

    List<Echeance> de(Sujet sujet) {
        return jdbc.sql("select * from echeance where sujet_id = ? and sujet_type = ? order by date_legale, genre, posee_le, id")
                .params(sujet.id(), sujet.type().name()).query((l, n) -> lire(l)).list();
    }

    void inserer(Echeance e, String nature, String unite, Instant poseeLe) {
        ecritures.ecrire("""
                insert into echeance(id, sujet_type, sujet_id, objet_type, objet_id, genre, regle, regle_id, nature, unite_id, origine_jour,
                    origine_le, date_legale, instant_legal, date_operationnelle, etapes, etat, posee_le)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as text[]), 'OUVERTE', ?)""",
                e.id(), e.sujet().type().name(), e.sujet().id(), e.objet() == null ? null : e.objet().type().name(), e.objetId(), e.genre(),
                e.regle(), e.regleId(), nature, unite, e.origine().jour(), instant(e.origine().instant()), e.dateLegale(),
                instant(e.instantLegal()), e.dateOperationnelle(), RegleEnBase.tableau(e.etapes()), instant(poseeLe));
        neufs.ajouter(e);
    }

    void deplacer(UUID id, Regle regle, Origine origine, Delai.Terme terme, LocalDate operationnelle) {
        neufs.oublier();
        jdbc.sql("""
                update echeance set regle = :regle, regle_id = :regleId, nature = :nature, origine_jour = :jour, origine_le = :origine,
                    date_legale = :date, instant_legal = :instant, date_operationnelle = :operationnelle, etapes = cast(:etapes as text[])
                where id = :id""")
                .param("regle", regle.code()).param("regleId", regle.id()).param("nature", regle.nature()).param("jour", origine.jour())
                .param("origine", instant(origine.instant())).param("date", terme.jour()).param("instant", instant(terme.instant()))
                .param("operationnelle", operationnelle).param("etapes", RegleEnBase.tableau(regle.etapes())).param("id", id).update();
    }

    void satisfaire(UUID id, Instant le, UUID evenement) {
        neufs.oublier();
        jdbc.sql("update echeance set etat = 'SATISFAITE', satisfaite_le = ?, satisfaction_id = ? where id = ?")
                .params(instant(le), evenement, id).update();
    }

    void rouvrir(UUID id) {
        neufs.oublier();
        jdbc.sql("update echeance set etat = 'OUVERTE', satisfaite_le = null, satisfaction_id = null where id = ?").param(id).update();
    }

    void annuler(UUID id, Instant le, String motif) {
        neufs.oublier();
        jdbc.sql("""
                update echeance set etat = 'ANNULEE', satisfaite_le = null, satisfaction_id = null, annulee_le = ?, motif_annulation = ?
                where id = ?""").params(instant(le), motif, id).update();
    }

    void suivreUnite(Sujet sujet, String unite) {
        neufs.oublier();
        jdbc.sql("update echeance set unite_id = ? where sujet_id = ? and sujet_type = ? and unite_id is distinct from ?")
                .params(unite, sujet.id(), sujet.type().name(), unite).update();
    }

    static Timestamp instant(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static Instant instant(ResultSet l, String colonne) throws SQLException {
        Timestamp t = l.getTimestamp(colonne);
        return t == null ? null : t.toInstant();
    }

    static Echeance lire(ResultSet l) throws SQLException {
        String objetType = l.getString("objet_type");
        return new Echeance(l.getObject("id", UUID.class),
                new Sujet(TypeSujet.valueOf(l.getString("sujet_type")), l.getObject("sujet_id", UUID.class)),
                objetType == null ? null : new Sujet(TypeSujet.valueOf(objetType), l.getObject("objet_id", UUID.class)),
                l.getString("genre"), l.getString("regle"), l.getObject("regle_id", UUID.class),
                new Origine(l.getObject("origine_jour", LocalDate.class), instant(l, "origine_le")),
                l.getObject("date_legale", LocalDate.class), instant(l, "instant_legal"),
                l.getObject("date_operationnelle", LocalDate.class), Echeance.Etat.valueOf(l.getString("etat")),
                RegleEnBase.liste(l.getArray("etapes")), instant(l, "satisfaite_le"), l.getObject("satisfaction_id", UUID.class),
                l.getString("motif_annulation"), l.getString("unite_id"));
    }
}
