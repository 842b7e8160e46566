package fr.jalon.contrat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.temps.Horloge;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Words about a cell, typed once and kept. */
@Component
class Mots {

    enum Sorte {
        /** How to read the figure. */
        COMMENTAIRE,
        /** Why it is not the printed one. */
        DIFFERENCE,
        /** Why it changed after the closing. */
        REVISION
    }

    record Mot(String texte, int version, UUID par, Instant le) {
    }

    private record Cle(String code, int annee, Sorte sorte) {
    }

    /** Words known at a moment. */
    static final class Connus {

        static final Connus AUCUN = new Connus(Map.of());
        private final Map<Cle, Mot> mots;

        private Connus(Map<Cle, Mot> mots) {
            this.mots = mots;
        }

        /** Null when nothing is said, or was taken back. */
        Mot de(String code, int annee, Sorte sorte) {
            Mot mot = mots.get(new Cle(code, annee, sorte));
            return mot == null || mot.texte().isEmpty() ? null : mot;
        }
    }

    private final JdbcClient jdbc;
    private final Utilisateurs utilisateurs;
    private final Horloge horloge;

    Mots(JdbcClient jdbc, Utilisateurs utilisateurs, Horloge horloge) {
        this.jdbc = jdbc;
        this.utilisateurs = utilisateurs;
        this.horloge = horloge;
    }

    Connus connus(Collection<String> codes, Instant le) {
        Map<Cle, Mot> lus = new HashMap<>();
        if (!codes.isEmpty()) {
            jdbc.sql("""
                    select distinct on (code, annee, sorte) code, annee, sorte, version, texte, par, ecrit_le from contrat_mot
                    where code in (:codes) and ecrit_le <= :le order by code, annee, sorte, version desc""")
                    .param("codes", codes).param("le", Timestamp.from(le)).query(l -> {
                        lus.put(new Cle(l.getString("code"), l.getInt("annee"), Sorte.valueOf(l.getString("sorte"))),
                                new Mot(l.getString("texte"), l.getInt("version"), l.getObject("par", UUID.class), l.getTimestamp("ecrit_le").toInstant()));
                    });
        }
        return new Connus(lus);
    }

    /** @param texte empty takes the words back @param lue version read before writing, 0 for none */
    void ecrire(String code, int annee, Sorte sorte, String texte, int lue) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 206))").param(code + annee + sorte).query(l -> { });
        record Dernier(int version, UUID par, Instant le, String texte) {
        }
        Dernier dernier = jdbc.sql("select version, par, ecrit_le, texte from contrat_mot where code = ? and annee = ? and sorte = ? order by version desc limit 1")
                .params(code, annee, sorte.name()).query((l, n) -> new Dernier(l.getInt(1), l.getObject(2, UUID.class), l.getTimestamp(3).toInstant(), l.getString(4)))
                .optional().orElse(new Dernier(0, null, null, ""));
        if (dernier.texte().equals(texte)) {
            return;
        }
        // Words taken back are shown as none, at version 0.
        if (dernier.version() != lue && !(lue == 0 && dernier.texte().isEmpty())) {
            throw new Conflit(dernier.par() == null ? null : utilisateurs.noms(java.util.Set.of(dernier.par())).get(dernier.par()), dernier.le(),
                    "Ces mots ont été écrits entre-temps.");
        }
        jdbc.sql("insert into contrat_mot(code, annee, sorte, version, texte, par, ecrit_le) values (?, ?, ?, ?, ?, ?, ?)")
                .params(java.util.Arrays.asList(code, annee, sorte.name(), dernier.version() + 1, texte, IdentiteCourante.exiger().utilisateurId(),
                        Timestamp.from(horloge.maintenant()))).update();
    }
}
