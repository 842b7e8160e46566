package fr.jalon.ip.fiche;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.ip.EtatIp;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.reception.InformationEntrante;
import fr.jalon.ip.reception.InformationsEntrantes;
import fr.jalon.ip.reception.RegardTransmetteur;
import fr.jalon.ip.reception.Transmetteur;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What surrounds an IP: its units, what was received and joined to it, the other IPs of its children. */
@Component
class Proximites {

    record Unites(String recueil, List<String> associees, Set<String> mandatees) {
    }

    /** Rows of one query each; a child merged into another brings the IPs of both. */
    private static final String VOISINES = """
            with recursive haut(id) as (
                select unnest(cast(:enfants as uuid[])) union
                select e.fusionne_vers from haut h join enfant_repere e on e.id = h.id where e.fusionne_vers is not null),
            identites(id) as (
                select id from haut union
                select e.id from identites i join enfant_repere e on e.fusionne_vers = i.id),
            proches(id, lien) as (
                select l.suite_de, 'SUITE_DE' from ip_liee l where l.ip_id = :ip
                union all select l.ip_id, 'SUIVIE_PAR' from ip_liee l where l.suite_de = :ip
                union all select m.ip_id, 'MEME_ENFANT' from mineur_concerne m
                    where m.enfant_id in (select id from identites) and m.retire_le is null and m.ip_id <> :ip)
            select ip.id, ip.numero, ip.etat, ip.recue_le, coalesce(ip.unite_pilote, i.unite_id) as unite_id, min(p.lien) filter (where p.lien <> 'MEME_ENFANT') as lien,
                %s as visible,
                bool_and(exists (select 1 from mineur_concerne mm join enfant_repere e on e.id = mm.enfant_id where mm.ip_id = ip.id and e.restreint)) as restreinte
            from proches p join information_preoccupante ip on ip.id = p.id left join information_entrante i on i.id = ip.information_initiale_id
            group by ip.id, ip.numero, ip.etat, ip.recue_le, ip.unite_pilote, i.unite_id
            order by ip.recue_le desc, ip.id limit 50""";

    private final InformationsEntrantes entrantes;
    private final JdbcClient jdbc;
    private final Acces acces;
    private final Departement departement;
    private final fr.jalon.commun.temps.Horloge horloge;

    Proximites(InformationsEntrantes entrantes, JdbcClient jdbc, Acces acces, Departement departement, fr.jalon.commun.temps.Horloge horloge) {
        this.entrantes = entrantes;
        this.jdbc = jdbc;
        this.acces = acces;
        this.departement = departement;
        this.horloge = horloge;
    }

    Unites unites(InformationPreoccupante ip) {
        Map<String, List<String>> parTitre = new HashMap<>();
        jdbc.sql("select titre, unite_id from sujet_unite where sujet_type = 'IP' and sujet_id = ? order by unite_id").param(ip.id())
                .query(rs -> {
                    parTitre.computeIfAbsent(rs.getString(1), t -> new java.util.ArrayList<>()).add(rs.getString(2));
                });
        String recueil = jdbc.sql("select unite_id from information_entrante where id = ?").param(ip.informationInitialeId())
                .query(String.class).optional().orElse(null);
        Set<String> mandatees = new LinkedHashSet<>(parTitre.getOrDefault(Acces.Titre.PILOTE.name(), List.of()));
        mandatees.addAll(parTitre.getOrDefault(Acces.Titre.ASSOCIEE.name(), List.of()));
        return new Unites(recueil, parTitre.getOrDefault(Acces.Titre.ASSOCIEE.name(), List.of()), mandatees);
    }

    /** What came in, the initial one first; who transmitted is shown as {@link RegardTransmetteur} says. */
    List<FicheIp.Information> informations(InformationPreoccupante ip, Set<String> mandatees, Map<String, String> noms) {
        Map<UUID, InformationEntrante> toutes = new java.util.LinkedHashMap<>();
        entrantes.findById(ip.informationInitialeId()).ifPresent(i -> toutes.put(i.id(), i));
        entrantes.findByIpIdOrderByRecueLe(ip.id()).forEach(i -> toutes.putIfAbsent(i.id(), i));
        Set<UUID> ouvrables = enVue("INFORMATION", toutes.keySet());
        RegardTransmetteur regard = new RegardTransmetteur(IdentiteCourante.exiger(), departement.profil().recueil());
        Profil profil = departement.profil();
        return toutes.values().stream().map(i -> {
            Transmetteur t = i.transmetteur();
            boolean vu = !t.anonyme() && regard.voit(i, mandatees);
            return new FicheIp.Information(i.id(), i.numero(), i.id().equals(ip.informationInitialeId()), i.recueLe(), i.saisieLe(),
                    profil.libelle("modes", i.mode()), profil.libelle("natures", i.nature()), profil.libelle("origines", i.origine()),
                    noms.getOrDefault(i.uniteId(), i.uniteId()), vu ? t.nom() : null, vu ? t.qualite() : null, vu ? t.contact() : null,
                    !vu && !t.anonyme(), t.anonyme(), i.faits(), ouvrables.contains(i.id()));
        }).toList();
    }

    List<FicheIp.Voisine> voisines(InformationPreoccupante ip, Collection<UUID> enfants, Map<String, String> noms) {
        Acces.Filtre vue = acces.filtre("'IP'", "ip.id");
        return jdbc.sql(VOISINES.formatted(vue.sql())).param("ip", ip.id()).param("enfants", tableau(enfants)).params(vue.parametres())
                .query((rs, n) -> {
                    boolean visible = rs.getBoolean("visible");
                    if (!visible && rs.getBoolean("restreinte")) {
                        // A match on a restricted file is silent.
                        return null;
                    }
                    LocalDate recue = horloge.jour(rs.getTimestamp("recue_le").toInstant());
                    String lien = rs.getString("lien") == null ? "MEME_ENFANT" : rs.getString("lien");
                    String unite = noms.getOrDefault(rs.getString("unite_id"), rs.getString("unite_id"));
                    return visible ? new FicheIp.Voisine(rs.getObject("id", UUID.class), rs.getString("numero"),
                            EtatIp.valueOf(rs.getString("etat")).libelle(), recue, lien, unite, true)
                            : new FicheIp.Voisine(null, null, null, null, lien, unite, false);
                }).list().stream().filter(java.util.Objects::nonNull).toList();
    }

    Set<UUID> enfantsEnVue(Collection<UUID> ids) {
        return enVue("ENFANT", ids);
    }

    private Set<UUID> enVue(String type, Collection<UUID> ids) {
        Acces.Filtre vue = acces.filtre("'" + type + "'", "x.id");
        return new HashSet<>(jdbc.sql("select x.id from unnest(cast(:ids as uuid[])) as x(id) where " + vue.sql())
                .param("ids", tableau(ids)).params(vue.parametres()).query(UUID.class).list());
    }

    private static String tableau(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(java.util.stream.Collectors.joining(",", "{", "}"));
    }
}
