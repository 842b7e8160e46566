package fr.jalon.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What uniting two files changes: in the file itself, and wherever another capability says. */
@Component
class EffetsReunion {

    private final JdbcClient jdbc;
    private final ObjectProvider<EffetsFusion> ailleurs;

    EffetsReunion(JdbcClient jdbc, ObjectProvider<EffetsFusion> ailleurs) {
        this.jdbc = jdbc;
        this.ailleurs = ailleurs;
    }

    List<EffetsFusion.Effet> de(Set<UUID> conserve, Set<UUID> absorbe) {
        List<EffetsFusion.Effet> effets = new ArrayList<>();
        ailleurs.orderedStream().forEach(s -> effets.addAll(s.effets(conserve, absorbe)));
        jdbc.sql("""
                select (select count(*) from autorite_parentale where enfant_id = any (a.ids) and annule_le is null) as titulaires,
                    (select count(*) from foyer_enfant where enfant_id = any (a.ids) and annule_le is null) as foyers,
                    (select count(*) from lien_enfants where (enfant_a = any (a.ids) or enfant_b = any (a.ids)) and annule_le is null) as liens,
                    (select count(*) from document where sujet_type = 'ENFANT' and sujet_id = any (a.ids) and retire_le is null) as documents,
                    (select count(distinct unite_id) from sujet_unite where sujet_type = 'ENFANT' and sujet_id = any (a.ids) and unite_id not in (
                        select unite_id from sujet_unite where sujet_type = 'ENFANT' and sujet_id = any (a.gardes))) as unites,
                    (select bool_or(restreint) from enfant where id = any (a.ids)) and not (select bool_or(restreint) from enfant where id = any (a.gardes)) as restreint
                from (select cast(:absorbe as uuid[]) as ids, cast(:conserve as uuid[]) as gardes) a""")
                .param("absorbe", Tableaux.uuids(absorbe)).param("conserve", Tableaux.uuids(conserve))
                .query(rs -> {
                    ajouter(effets, "TITULAIRES", rs.getLong("titulaires"), "lien d’autorité parentale s’ajoute", "liens d’autorité parentale s’ajoutent");
                    ajouter(effets, "FOYERS", rs.getLong("foyers"), "lieu de vie s’ajoute", "lieux de vie s’ajoutent");
                    ajouter(effets, "LIENS", rs.getLong("liens"), "lien avec un autre enfant s’ajoute", "liens avec d’autres enfants s’ajoutent");
                    ajouter(effets, "DOCUMENTS", rs.getLong("documents"), "document s’ajoute", "documents s’ajoutent");
                    ajouter(effets, "UNITES", rs.getLong("unites"), "unité de plus ouvrira le dossier", "unités de plus ouvriront le dossier");
                    if (rs.getBoolean("restreint")) {
                        effets.add(new EffetsFusion.Effet("RESTREINT", "Le dossier conservé devient restreint aux personnes désignées.", 1));
                    }
                });
        return effets;
    }

    private static void ajouter(List<EffetsFusion.Effet> effets, String code, long nombre, String un, String plusieurs) {
        if (nombre > 0) {
            effets.add(new EffetsFusion.Effet(code, nombre + "\u00a0" + (nombre > 1 ? plusieurs : un) + (code.equals("UNITES") ? "." : " au dossier conservé."), nombre));
        }
    }

    boolean agiDepuis(Set<UUID> enfants, Instant depuis) {
        return ailleurs.orderedStream().anyMatch(s -> s.agiDepuis(enfants, depuis));
    }
}
