package fr.jalon.tache;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import fr.jalon.acces.Identite;
import fr.jalon.acces.Territoire;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The one builder of the WHERE of the task list: its page, its total and every counter come from here, so they agree. */
final class Selection {

    private final Identite qui;
    private final Map<String, Object> parametres = new HashMap<>();
    private final List<String> conditions = new ArrayList<>();

    /**
     * @param sujets files in which a child called as asked stands, or null when nothing was asked
     * @param remplacees colleagues away today whose tasks this person receives
     */
    Selection(Criteres c, Identite qui, LocalDate jour, Set<UUID> sujets, Set<UUID> remplacees) {
        this.qui = qui;
        parametres.put("jour", jour);
        parametres.put("jour15", jour.plusDays(15));
        parametres.put("jour30", jour.plusDays(30));
        parametres.put("moi", qui.utilisateurId());
        parametres.put("miens", Stream.concat(Stream.ofNullable(qui.utilisateurId()), remplacees.stream()).toArray(UUID[]::new));
        parametres.put("unites", qui.unites().toArray(String[]::new));
        conditions.add(condition(c.vue()));
        criteres(c, sujets);
    }

    private void criteres(Criteres c, Set<UUID> sujets) {
        if (c.etape() != null) {
            conditions.add("t.etape = :etape");
            parametres.put("etape", c.etape());
        }
        if (c.unite() != null) {
            conditions.add("t.unite_id = :unite");
            parametres.put("unite", c.unite());
        }
        if (c.bande() != null) {
            conditions.add(c.bande().condition());
        }
        if (c.titulaire() != null) {
            conditions.add("t.id in (select s.tache_id from tache_suivi s where s.titulaire_id = :titulaire)");
            parametres.put("titulaire", c.titulaire());
        }
        if (c.nonLues()) {
            conditions.add(nonLue());
        }
        if (c.q() != null) {
            conditions.add("(upper(t.reference) like '%' || upper(:q) || '%' or t.sujet_id = any(:sujets))");
            parametres.put("q", c.q().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_"));
            parametres.put("sujets", sujets == null ? new UUID[0] : sujets.toArray(UUID[]::new));
        }
    }

    /**
     * Where the lines in sight of this person are, as {@code t}: all of them for the whole département; what the triggers of
     * {@code tache_visible} copied from {@code sujet_unite} for a unit. Holds the columns that criteria and sorts name.
     */
    String source() {
        if (qui.departement()) {
            return "tache t";
        }
        // Somebody of several units meets a task as many times as their units see it.
        return qui.unites().size() > 1 ? "(select distinct on (v.id) v.* from tache_visible v where v.vue_par = any(:unites)) t"
                : "(select v.* from tache_visible v where v.vue_par = any(:unites)) t";
    }

    /** Whose tasks a view shows. Somebody who has the whole département and no unit of their own is at home everywhere. */
    String condition(Criteres.Vue v) {
        String mesUnites = qui.unites().isEmpty() ? (qui.departement() ? "true" : "false") : "t.unite_id = any(:unites)";
        return switch (v) {
            case MOI -> "t.id in (select s.tache_id from tache_suivi s where s.titulaire_id = any(:miens))";
            case EQUIPE -> monEquipe();
            case UNITE -> mesUnites;
            case TOUTES -> "true";
        };
    }

    /** Steps of my missions, each where I hold it: one condition for most people, whose duties are all in one place. */
    private String monEquipe() {
        Map<Territoire, List<String>> parTerritoire = new LinkedHashMap<>();
        qui.territoires().forEach((m, t) -> parTerritoire.computeIfAbsent(t, x -> new ArrayList<>()).add(m.code()));
        List<String> parts = new ArrayList<>();
        parTerritoire.forEach((t, missions) -> {
            int n = parts.size();
            Set<String> unites = t.departement() ? qui.unites() : t.unites();
            parametres.put("missions" + n, missions.toArray(String[]::new));
            parametres.put("unitesMissions" + n, unites.toArray(String[]::new));
            parts.add("(t.mission = any(:missions" + n + ")"
                    + (unites.isEmpty() && t.departement() ? "" : " and t.unite_id = any(:unitesMissions" + n + ")") + ")");
        });
        return parts.isEmpty() ? "false" : "(" + String.join(" or ", parts) + ")";
    }

    static String nonLue() {
        return "t.id not in (select l.tache_id from tache_lue l where l.utilisateur_id = :moi)";
    }

    String ou() {
        return String.join(" and ", Stream.concat(conditions.stream(), Stream.of("true")).filter(c -> !c.equals("true")).toList())
                .transform(s -> s.isEmpty() ? "true" : s);
    }

    Map<String, Object> parametres() {
        return parametres;
    }

    JdbcClient.StatementSpec lier(JdbcClient.StatementSpec ordre) {
        return ordre.params(parametres);
    }
}
