package fr.jalon.indicateur;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.commun.TypeSujet;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Numbers and dates of the files of one page of a list. A file out of sight is counted and not told. */
@Component
class DossiersComptes {

    record Ligne(UUID id, TypeSujet type, String numero, String uniteId, java.time.Instant recueLe, boolean terminee) {
    }

    private static final String IP = """
            select ip.id, ip.numero, coalesce(ip.unite_pilote, i.unite_id) as unite_id, ip.recue_le,
                ip.close_le is not null as terminee
            from information_preoccupante ip join information_entrante i on i.id = ip.information_initiale_id
            where ip.id in (:ids) and %s""";
    private static final String INFORMATION = """
            select i.id, i.numero, i.unite_id, i.recue_le, i.etat <> 'A_ANALYSER' as terminee
            from information_entrante i where i.id in (:ids) and %s""";

    private static final String MESURE = """
            select m.id, m.numero, m.unite_id, cast(m.decidee_le as timestamp) + interval '12 hours' as recue_le,
                m.etat in ('TERMINEE', 'CADUQUE', 'ANNULEE') as terminee
            from mesure m where m.id in (:ids) and %s""";

    private static final String PROJET = """
            select p.id, p.numero, p.unite_id, cast(p.depuis as timestamp) + interval '12 hours' as recue_le, p.etat in ('CLOS', 'ANNULE') as terminee
            from projet p where p.id in (:ids) and %s""";

    /** A path has no number of its own. */
    private static final String AUTONOMIE = """
            select a.id, 'Autonomie' as numero, a.unite_id, cast(a.ouverte_le as timestamp) + interval '12 hours' as recue_le, a.etat = 'CLOSE' as terminee
            from autonomie a where a.id in (:ids) and %s""";

    /** A light record has no number of its own; it is seen with the child it is about, a sitting with its unit. */
    private static final String RELEVE = """
            select r.id, 'Repère' as numero, r.unite_id, cast(r.du as timestamp) + interval '12 hours' as recue_le, r.au is not null as terminee
            from releve r where r.id in (:ids) and %s""";

    private final JdbcClient jdbc;
    private final Acces acces;

    DossiersComptes(JdbcClient jdbc, Acces acces) {
        this.jdbc = jdbc;
        this.acces = acces;
    }

    @Transactional(readOnly = true)
    public List<Ligne> lire(TypeSujet type, List<UUID> page) {
        if (page.isEmpty()) {
            return List.of();
        }
        String alias = switch (type) {
            case IP -> "ip";
            case MESURE -> "m";
            case PROJET -> "p";
            case AUTONOMIE -> "a";
            case RELEVE -> "r";
            default -> "i";
        };
        String sql = switch (type) {
            case IP -> IP;
            case MESURE -> MESURE;
            case PROJET -> PROJET;
            case AUTONOMIE -> AUTONOMIE;
            case RELEVE -> RELEVE;
            default -> INFORMATION;
        };
        Acces.Filtre filtre = type == TypeSujet.RELEVE ? acces.filtre("case when r.enfant_id is null then 'RELEVE' else 'ENFANT' end", "coalesce(r.enfant_id, r.id)")
                : acces.filtre("'" + type + "'", alias + ".id");
        Map<UUID, Ligne> lues = new HashMap<>();
        jdbc.sql(sql.formatted(filtre.sql())).param("ids", page).params(filtre.parametres()).query(l -> {
            UUID id = l.getObject("id", UUID.class);
            lues.put(id, new Ligne(id, type, l.getString("numero"), l.getString("unite_id"), l.getTimestamp("recue_le").toInstant(),
                    l.getBoolean("terminee")));
        });
        return page.stream().map(lues::get).filter(Objects::nonNull).toList();
    }
}
