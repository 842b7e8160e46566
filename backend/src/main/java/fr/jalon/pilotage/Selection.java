package fr.jalon.pilotage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Territoire;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The one builder of the WHERE of this page: the cells that are counted and the lists they open. */
final class Selection {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parametres = new HashMap<>();

    /** Files whose step waits in the territory of whoever asks. */
    Selection(Identite qui, Acces.Filtre enVue) {
        conditions.add("t.cle = 'information-preoccupante'");
        Territoire territoire = qui.territoire(Mission.SUPERVISION);
        if (!territoire.departement()) {
            // The unit first: it cuts by the index; sight is then checked on what is left.
            conditions.add("t.unite_id = any(:territoire)");
            parametres.put("territoire", territoire.unites().toArray(String[]::new));
            conditions.add(enVue.sql());
            parametres.putAll(enVue.parametres());
        }
    }

    Selection demande(Demande d, LocalDate jour) {
        chiffre(d.chiffre(), jour);
        if (d.tranche() != null) {
            conditions.add(tranche(d.tranche(), jour));
        }
        unite(d.unite());
        if (d.etape() != null) {
            conditions.add("t.etape = :etape");
            parametres.put("etape", d.etape());
        }
        if (d.titulaire() != null) {
            conditions.add("t.id in (select s.tache_id from tache_suivi s where s.titulaire_id = :titulaire)");
            parametres.put("titulaire", d.titulaire());
        }
        if (d.libres()) {
            conditions.add("not exists (select 1 from tache_suivi s where s.tache_id = t.id)");
        }
        return this;
    }

    Selection unite(String unite) {
        if (unite != null) {
            conditions.add("t.unite_id = :unite");
            parametres.put("unite", unite);
        }
        return this;
    }

    private void chiffre(Chiffre c, LocalDate jour) {
        if (c.consigne() != null) {
            conditions.add(c.consigne() ? "t.en_consigne" : "not t.en_consigne");
        }
        if (c.etape() != null) {
            conditions.add("t.etape = :etapeChiffre");
            parametres.put("etapeChiffre", c.etape());
        }
        if (c.tranches().size() < Tranche.values().length) {
            conditions.add("(" + String.join(" or ", c.tranches().stream().map(t -> tranche(t, jour)).toList()) + ")");
        }
    }

    private String tranche(Tranche t, LocalDate jour) {
        List<String> bornes = new ArrayList<>();
        if (t.debut(jour) != null) {
            bornes.add("t.date_tri >= :du" + t.ordinal());
            parametres.put("du" + t.ordinal(), t.debut(jour));
        }
        if (t.suivante(jour) != null) {
            bornes.add("t.date_tri < :au" + t.ordinal());
            parametres.put("au" + t.ordinal(), t.suivante(jour));
        }
        return "(" + String.join(" and ", bornes) + ")";
    }

    Selection et(String condition, Map<String, Object> valeurs) {
        conditions.add(condition);
        parametres.putAll(valeurs);
        return this;
    }

    String ou() {
        return String.join(" and ", conditions);
    }

    JdbcClient.StatementSpec lier(JdbcClient.StatementSpec ordre) {
        return ordre.params(parametres);
    }
}
