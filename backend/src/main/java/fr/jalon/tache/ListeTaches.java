package fr.jalon.tache;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Absences;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the task list: pages by key, counters, one line. */
@Service
@Transactional(readOnly = true)
public class ListeTaches {

    /** Where to start: after a line, before a line, or from the end; the first page otherwise. */
    public record Position(String apres, String avant, boolean derniere) {

        public static final Position PREMIERE = new Position(null, null, false);
    }

    static final int TAILLE_MAX = 200;

    private final JdbcClient jdbc;
    private final Horloge horloge;
    private final Habillage habillage;
    private final Absences absences;

    ListeTaches(JdbcClient jdbc, Horloge horloge, Habillage habillage, Absences absences) {
        this.jdbc = jdbc;
        this.horloge = horloge;
        this.habillage = habillage;
        this.absences = absences;
    }

    public PageTaches page(Criteres criteres, Tri tri, Position position, int taille) {
        Selection selection = selection(criteres);
        boolean arriere = position.avant() != null || position.derniere();
        int bornee = Math.max(1, Math.min(taille, TAILLE_MAX));
        String depart = position.derniere() ? null : position.avant() != null ? position.avant() : position.apres();
        List<Lue> lues = new ArrayList<>(lire(selection, tri, depart, arriere, bornee + 1));
        boolean reste = lues.size() > bornee;
        if (reste) {
            lues.remove(lues.size() - 1);
        }
        if (arriere) {
            Collections.reverse(lues);
        }
        boolean avant = arriere ? reste : depart != null;
        boolean apres = arriere ? !position.derniere() : reste;
        return new PageTaches(habillage.habiller(lues, horloge.aujourdhui()),
                apres && !lues.isEmpty() ? lues.get(lues.size() - 1).curseur() : null,
                avant && !lues.isEmpty() ? lues.get(0).curseur() : null, compter(selection));
    }

    public long compter(Criteres criteres) {
        return compter(selection(criteres));
    }

    /** Every counter of the head of the list, from the same conditions as the pages. */
    public CompteursTaches compteurs(Criteres criteres) {
        Selection toutes = selection(criteres.vue(Criteres.Vue.TOUTES));
        String dansLaVue = toutes.condition(criteres.vue());
        String sql = "select count(*) filter (where " + toutes.condition(Criteres.Vue.MOI) + ") moi, "
                + "count(*) filter (where " + toutes.condition(Criteres.Vue.EQUIPE) + ") equipe, "
                + "count(*) filter (where " + toutes.condition(Criteres.Vue.UNITE) + ") unite, count(*) toutes, "
                + bande(Bande.RETARD, dansLaVue) + " retard, " + bande(Bande.J15, dansLaVue) + " j15, "
                + bande(Bande.J30, dansLaVue) + " j30, " + bande(Bande.CONSIGNE, dansLaVue) + " consigne, "
                + "count(*) filter (where " + dansLaVue + " and " + Selection.nonLue() + ") non_lues "
                + "from " + toutes.source() + " where " + toutes.ou();
        return toutes.lier(jdbc.sql(sql)).query((rs, n) -> new CompteursTaches(rs.getLong("moi"), rs.getLong("equipe"),
                rs.getLong("unite"), rs.getLong("toutes"), rs.getLong("retard"), rs.getLong("j15"), rs.getLong("j30"),
                rs.getLong("consigne"), rs.getLong("non_lues"))).single();
    }

    /** One line, as long as the step waits. */
    public LigneTache ligne(String id) {
        return chercher(id).orElseThrow(Introuvable::new);
    }

    /** Steps of one file that wait, for its page. The caller has checked that the file may be seen. */
    public List<LigneTache> deSujet(Sujet sujet) {
        List<Lue> lues = jdbc.sql(Lue.de("select d.id from tache d where d.sujet_type = :type and d.sujet_id = :id") + " order by t.date_tri, t.id")
                .param("type", sujet.type().name()).param("id", sujet.id()).param("moi", IdentiteCourante.exiger().utilisateurId(), java.sql.Types.OTHER)
                .query(Lue.de(Tri.ECHEANCE)).list();
        return habillage.habiller(lues, horloge.aujourdhui());
    }

    /** What to open once {@code apres} is done: mine first, then what nobody of the team holds, the most pressing before. */
    public Optional<LigneTache> suivante(String apres) {
        for (Criteres.Vue vue : List.of(Criteres.Vue.MOI, Criteres.Vue.EQUIPE)) {
            Selection selection = selection(new Criteres(vue, null, null, null, null, null, false));
            String libre = " and t.id <> :apres and not exists (select 1 from tache_suivi a where a.tache_id = t.id and a.titulaire_id <> all(:miens))";
            List<Lue> lues = selection.lier(jdbc.sql(Lue.de("select t.id from " + selection.source() + " where " + selection.ou() + libre
                    + " order by t.date_tri, t.id limit 1")))
                    .param("apres", apres == null ? "" : apres)
                    .query(Lue.de(Tri.ECHEANCE)).list();
            if (!lues.isEmpty()) {
                return Optional.of(habillage.habiller(lues, horloge.aujourdhui()).get(0));
            }
        }
        return Optional.empty();
    }

    private Optional<LigneTache> chercher(String id) {
        Selection selection = selection(new Criteres(Criteres.Vue.TOUTES, null, null, null, null, null, false));
        List<Lue> lues = selection.lier(jdbc.sql(Lue.de("select t.id from " + selection.source() + " where t.id = :id and " + selection.ou()))).param("id", id)
                .query(Lue.de(Tri.ECHEANCE)).list();
        return habillage.habiller(lues, horloge.aujourdhui()).stream().findFirst();
    }

    private List<Lue> lire(Selection selection, Tri tri, String depart, boolean arriere, int limite) {
        String suite = depart == null ? "" : " and " + tri.apres(arriere);
        // The page is cut before anything is joined to it: joins cost what the page costs.
        var ordre = selection.lier(jdbc.sql(Lue.de("select t.id from " + selection.source() + " where " + selection.ou() + suite
                + " order by " + tri.ordre(arriere) + " limit :limite") + " order by " + tri.ordre(arriere)))
                .param("limite", limite);
        if (depart != null) {
            List<String> valeurs = Curseur.lire(depart, tri).valeurs();
            for (int i = 0; i < valeurs.size(); i++) {
                ordre = ordre.param("k" + i, valeurs.get(i));
            }
        }
        return ordre.query(Lue.de(tri)).list();
    }

    private long compter(Selection selection) {
        return selection.lier(jdbc.sql("select count(*) from " + selection.source() + " where " + selection.ou())).query(Long.class).single();
    }

    Selection selection(Criteres criteres) {
        Identite qui = IdentiteCourante.exiger();
        LocalDate jour = horloge.aujourdhui();
        Set<UUID> sujets = criteres.q() == null ? Set.of() : habillage.sujetsNommes(criteres.q());
        return new Selection(criteres, qui, jour, sujets, absences.remplacees(qui.utilisateurId(), jour));
    }

    private static String bande(Bande bande, String dansLaVue) {
        return "count(*) filter (where " + dansLaVue + " and " + bande.condition() + ")";
    }
}
