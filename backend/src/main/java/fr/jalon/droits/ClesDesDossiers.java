package fr.jalon.droits;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.commun.donnees.Cles;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ids under which everything about some children is found. */
@Component
class ClesDesDossiers {

    private final JdbcClient jdbc;

    ClesDesDossiers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One child, under every id merges gave them: what is theirs in files shared with brothers and sisters, and not what they were withdrawn from. */
    Cles dUnEnfant(Set<UUID> identites) {
        return de(identites, " and m.retire_le is null", true);
    }

    /** Children whose files go together: everything, lines withdrawn included. */
    Cles dUnEnsemble(Set<UUID> enfants) {
        return de(enfants, "", false);
    }

    private Cles de(Set<UUID> enfants, String tenues, boolean lesSiens) {
        Map<String, Object> p = Map.of("enfants", enfants.toArray(UUID[]::new));
        Set<UUID> ips = ids("select distinct m.ip_id from mineur_concerne m where m.enfant_id = any(:enfants)" + tenues, p);
        Map<String, Object> avecIps = Map.of("enfants", enfants.toArray(UUID[]::new), "ips", ips.toArray(UUID[]::new));
        Set<UUID> informations = ids("""
                select information_id from information_mineur where enfant_id = any(:enfants)
                union select id from information_entrante where ip_id = any(:ips)
                union select information_initiale_id from information_preoccupante where id = any(:ips)""", avecIps);
        Set<UUID> mineurs = ids("select m.id from mineur_concerne m where m.ip_id = any(:ips)"
                + (lesSiens ? " and m.enfant_id = any(:enfants)" : " and cardinality(:enfants) >= 0"), avecIps);
        Set<UUID> foyers = ids("select foyer_id from foyer_enfant where enfant_id = any(:enfants)", p);
        Set<UUID> adultes = new LinkedHashSet<>(ids("select adulte_id from autorite_parentale where enfant_id = any(:enfants)", p));
        if (!lesSiens) {
            adultes.addAll(ids("""
                    select adulte_id from foyer_adulte where foyer_id = any(:foyers)
                    union select p.adulte_id from acte_evaluation_personne p join acte_evaluation a on a.id = p.acte_id where a.ip_id = any(:ips) and p.adulte_id is not null""",
                    Map.of("foyers", foyers.toArray(UUID[]::new), "ips", ips.toArray(UUID[]::new))));
        }
        return new Cles(enfants, ips, informations, mineurs, ids("select id from mesure where enfant_id = any(:enfants)", p),
                ids("select id from projet where enfant_id = any(:enfants)", p), ids("select id from autonomie where enfant_id = any(:enfants)", p), adultes, foyers,
                noms(enfants));
    }

    /** Words of three letters or more, as a hurried hand types them. */
    private Set<String> noms(Collection<UUID> enfants) {
        Set<String> mots = new HashSet<>();
        List<String> dits = jdbc.sql("""
                select concat_ws(' ', nom, nom_usage, prenoms) from enfant where id = any(:enfants)
                union all select concat_ws(' ', nom, prenoms) from nom_alternatif where enfant_id = any(:enfants)""")
                .param("enfants", enfants.toArray(UUID[]::new)).query(String.class).list();
        for (String d : dits) {
            for (String mot : Normalizer.normalize(d, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
                if (mot.length() >= 3) {
                    mots.add(mot);
                }
            }
        }
        return mots;
    }

    private Set<UUID> ids(String sql, Map<String, Object> parametres) {
        return new LinkedHashSet<>(jdbc.sql(sql).params(parametres).query(UUID.class).list());
    }
}
