package fr.jalon.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Acces;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Mur;
import fr.jalon.acces.Role;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.departement.Departement;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.NomEnfant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who opened, changed, searched or was refused what: to each agent their own lines, to the data-protection officer those of a child or of
 * an agent. Reading somebody else's lines is itself a line.
 */
@Service
public class ConsultationJournal {

    /** @param concerne the file by its number, or what it is; never a child's name but for the officer */
    public record Ligne(UUID id, Instant le, String genre, String quoi, String sujetType, UUID sujetId, String concerne, Integer nombre,
            String qui, String fonction, String enTantQue, String unites) {
    }

    /** @param suite id after which the next page starts, or null */
    public record PageLignes(List<Ligne> lignes, UUID suite) {
    }

    public record Agent(UUID id, String nom, String fonction, boolean actif) {
    }

    /** @param genre one of OUVERTURE, MODIFICATION, RECHERCHE, REFUS, CONNEXION, or null; days in the zone of the département, both included */
    public record Demande(UUID enfantId, UUID agentId, String genre, LocalDate du, LocalDate au, UUID apres) {
    }

    private static final int PAGE = 100;

    private final JdbcClient jdbc;
    private final Mur mur;
    private final Acces acces;
    private final Journal journal;
    private final Dossiers dossiers;
    private final Departement departement;
    private final ZoneId zone;

    ConsultationJournal(JdbcClient jdbc, Mur mur, Acces acces, Journal journal, Dossiers dossiers, Departement departement) {
        this.jdbc = jdbc;
        this.mur = mur;
        this.acces = acces;
        this.journal = journal;
        this.dossiers = dossiers;
        this.departement = departement;
        this.zone = ZoneId.of(departement.profil().zone());
    }

    @Transactional(readOnly = true)
    public PageLignes miennes(UUID apres) {
        UUID moi = IdentiteCourante.exiger().utilisateurId();
        return moi == null ? new PageLignes(List.of(), null) : mur.compter(() -> lire(new Demande(null, moi, null, null, null, apres), false));
    }

    /** @throws Refus when neither a child nor an agent is named: the journal is not read at large */
    @Transactional
    public PageLignes chercher(Demande demande) {
        acces.exiger(Mission.JOURNAL);
        if (demande.enfantId() == null && demande.agentId() == null) {
            throw Refus.champ("enfantId", "Choisissez un enfant ou un agent.");
        }
        if (demande.du() != null && demande.au() != null && demande.au().isBefore(demande.du())) {
            throw Refus.champ("au", "La fin précède le début.");
        }
        if (demande.apres() == null) {
            journal.modification(demande.enfantId() == null ? null : Sujet.enfant(demande.enfantId()), "journal.consulter");
        }
        // The officer sees no file: numbers and names are the house's to tell.
        return mur.parLaMaison(() -> lire(demande, true));
    }

    @Transactional(readOnly = true)
    public List<Agent> agents(String texte) {
        acces.exiger(Mission.JOURNAL);
        String motif = texte == null ? "" : texte.strip();
        if (motif.length() < 2) {
            return List.of();
        }
        return jdbc.sql("""
                select id, concat_ws(' ', prenom, nom) as nom, fonction, actif from utilisateur
                where unaccent(lower(concat_ws(' ', prenom, nom, prenom))) like '%' || unaccent(lower(:motif)) || '%' or identifiant like :motif || '%'
                order by nom, prenom limit 20""").param("motif", motif.replaceAll("[%_\\\\]", ""))
                .query((l, n) -> new Agent(l.getObject("id", UUID.class), l.getString("nom"), l.getString("fonction"), l.getBoolean("actif"))).list();
    }

    private PageLignes lire(Demande d, boolean nommer) {
        StringBuilder sql = new StringBuilder("""
                select j.id, j.le, j.genre, j.quoi, j.sujet_type, j.sujet_id, j.nombre, coalesce(concat_ws(' ', u.prenom, u.nom), j.acteur) as qui,
                    u.fonction, j.roles, j.unites, coalesce(ip.numero, i.numero, m.numero) as numero
                from journal_acces j left join utilisateur u on u.id = j.utilisateur_id
                left join information_preoccupante ip on j.sujet_type = 'IP' and ip.id = j.sujet_id
                left join information_repere i on j.sujet_type = 'INFORMATION' and i.id = j.sujet_id
                left join mesure m on j.sujet_type = 'MESURE' and m.id = j.sujet_id
                where true
                """);
        Map<String, Object> p = new HashMap<>();
        if (d.enfantId() != null) {
            // The child's file is also each file that concerns the child, under every id merges gave it.
            sql.append("""
                    and (j.sujet_type, j.sujet_id) in (
                        with fiches(genre, id) as (
                            select 'ENFANT', unnest(cast(:enfants as uuid[])) union
                            select autre.sujet_type, autre.sujet_id from evenement_sujet lui join evenement_sujet autre using (evenement_id)
                            where lui.sujet_type = 'ENFANT' and lui.sujet_id = any (cast(:enfants as uuid[]))
                            and autre.sujet_type in ('IP', 'INFORMATION', 'MESURE'))
                        select genre, id from fiches union
                        select 'DOCUMENT', d.id from document d join fiches f on f.genre = d.sujet_type and f.id = d.sujet_id)""");
            p.put("enfants", dossiers.identites(d.enfantId()).stream().map(UUID::toString).toArray(String[]::new));
        }
        if (d.agentId() != null) {
            // What they did, and what was done to their account or duties.
            sql.append(" and (j.utilisateur_id = :agent or j.sujet_type = 'UTILISATEUR' and j.sujet_id = :agent)");
            p.put("agent", d.agentId());
        }
        if (d.genre() != null) {
            sql.append(" and j.genre = :genre");
            p.put("genre", d.genre());
        }
        if (d.du() != null) {
            sql.append(" and j.le >= :du");
            p.put("du", java.sql.Timestamp.from(d.du().atStartOfDay(zone).toInstant()));
        }
        if (d.au() != null) {
            sql.append(" and j.le < :au");
            p.put("au", java.sql.Timestamp.from(d.au().plusDays(1).atStartOfDay(zone).toInstant()));
        }
        if (d.apres() != null) {
            // Ids of the journal grow with time: the id is the key of the page.
            sql.append(" and j.id < :apres");
            p.put("apres", d.apres());
        }
        sql.append(" order by j.id desc limit ").append(PAGE);
        List<Ligne> lues = jdbc.sql(sql.toString()).params(p).query((l, n) -> new Ligne(l.getObject("id", UUID.class),
                l.getTimestamp("le").toInstant(), l.getString("genre"), l.getString("quoi"), l.getString("sujet_type"),
                l.getObject("sujet_id", UUID.class), l.getString("numero"), l.getObject("nombre", Integer.class), l.getString("qui"),
                l.getString("fonction"), roles(l.getString("roles")), unites(l.getString("unites")))).list();
        List<Ligne> dites = nommer ? nommer(lues) : lues;
        return new PageLignes(dites, lues.size() == PAGE ? lues.get(PAGE - 1).id() : null);
    }

    /** Only the officer, whose duty it is, reads which child; an agent's own page says « un enfant ». */
    private List<Ligne> nommer(List<Ligne> lignes) {
        Collection<UUID> enfants = lignes.stream().filter(l -> "ENFANT".equals(l.sujetType()) && l.sujetId() != null).map(Ligne::sujetId).toList();
        Map<UUID, NomEnfant> noms = dossiers.nomsDe(enfants);
        List<Ligne> dites = new ArrayList<>();
        for (Ligne l : lignes) {
            NomEnfant nom = l.sujetId() == null ? null : noms.get(l.sujetId());
            dites.add(nom == null ? l : new Ligne(l.id(), l.le(), l.genre(), l.quoi(), l.sujetType(), l.sujetId(), nom.affiche(), l.nombre(),
                    l.qui(), l.fonction(), l.enTantQue(), l.unites()));
        }
        return dites;
    }

    private static String roles(String codes) {
        return codes == null ? null : List.of(codes.split(",")).stream().map(c -> Role.valueOf(c).libelle()).collect(Collectors.joining(", "));
    }

    private String unites(String ids) {
        Map<String, String> noms = departement.noms();
        return ids == null ? null : List.of(ids.split(",")).stream().map(id -> noms.getOrDefault(id, id)).collect(Collectors.joining(", "));
    }
}
