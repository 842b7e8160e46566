package fr.jalon.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.jalon.dossier.EffetsFusion;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What uniting two children changes for informations, IPs and their tasks: rows keep their child and are read under both. */
@Component
class EffetsFusionIp implements EffetsFusion {

    private final JdbcClient jdbc;

    EffetsFusionIp(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Effet> effets(Set<UUID> conserve, Set<UUID> absorbe) {
        List<Effet> effets = new ArrayList<>();
        jdbc.sql("""
                with absorbees as (select distinct ip_id from mineur_concerne where enfant_id = any (cast(:absorbe as uuid[])) and retire_le is null),
                informations as (select distinct information_id from information_mineur where enfant_id = any (cast(:absorbe as uuid[])))
                select (select count(*) from absorbees) as ip, (select count(*) from informations) as informations,
                    (select count(*) from tache t where t.sujet_type = 'IP' and t.sujet_id in (select ip_id from absorbees)
                        or t.sujet_type = 'INFORMATION' and t.sujet_id in (select information_id from informations)) as taches,
                    (select count(*) from absorbees a where exists (select 1 from mineur_concerne m where m.ip_id = a.ip_id
                        and m.enfant_id = any (cast(:conserve as uuid[])) and m.retire_le is null)) as communes""")
                .param("absorbe", texte(absorbe)).param("conserve", texte(conserve))
                .query(rs -> {
                    ajouter(effets, "IP", rs.getLong("ip"), "information préoccupante sera lue au dossier conservé.",
                            "informations préoccupantes seront lues au dossier conservé.");
                    ajouter(effets, "INFORMATIONS", rs.getLong("informations"), "information reçue sera lue au dossier conservé.",
                            "informations reçues seront lues au dossier conservé.");
                    ajouter(effets, "TACHES", rs.getLong("taches"), "tâche en cours portera le nom du dossier conservé.",
                            "tâches en cours porteront le nom du dossier conservé.");
                    ajouter(effets, "MINEUR_DEUX_FOIS", rs.getLong("communes"),
                            "IP compte cet enfant deux fois\u00a0: il y sera compté une fois ; retirez-y le mineur en double.",
                            "IP comptent cet enfant deux fois\u00a0: il y sera compté une fois ; retirez-y le mineur en double.");
                });
        return effets;
    }

    private static void ajouter(List<Effet> effets, String code, long nombre, String un, String plusieurs) {
        if (nombre > 0) {
            effets.add(new Effet(code, nombre + "\u00a0" + (nombre > 1 ? plusieurs : un), nombre));
        }
    }

    private static String[] texte(Set<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
