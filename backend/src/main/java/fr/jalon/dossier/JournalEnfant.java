package fr.jalon.dossier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.commun.Sujet;
import fr.jalon.acces.Acces;
import fr.jalon.acces.Mission;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who opened or changed a child's file, for whoever supervises. The same person's lines of one sitting are told as one. */
@Service
public class JournalEnfant {

    /** @param fois how many lines this one stands for, {@code jusqua} being the last */
    public record LigneJournal(UUID id, Instant le, Instant jusqua, int fois, String qui, String fonction, String quoi) {
    }

    /** @param suite id after which the next page starts, or null */
    public record PageJournal(List<LigneJournal> lignes, UUID suite) {
    }

    private static final int LUES = 400;
    private static final Duration SEANCE = Duration.ofMinutes(30);

    private static final Map<String, String> ACTES = Map.ofEntries(Map.entry("enfant.creer", "Dossier ouvert"),
            Map.entry("enfant.corriger", "Identité corrigée"), Map.entry("enfant.ajouter-nom", "Autre nom ajouté"),
            Map.entry("enfant.naissance", "Naissance enregistrée"), Map.entry("enfant.deces", "Décès enregistré"),
            Map.entry("enfant.entourage", "Entourage modifié"), Map.entry("enfant.lier", "Lien noté"), Map.entry("enfant.restreindre", "Dossier restreint"),
            Map.entry("enfant.lever-restriction", "Restriction levée"), Map.entry("enfants.reunir", "Dossiers réunis"),
            Map.entry("enfants.separer", "Réunion annulée"), Map.entry("doublon.ecarter", "Doublon écarté"), Map.entry("document.ajouter", "Document joint"),
            Map.entry("document.retirer", "Document retiré"));

    private final Acces acces;
    private final DroitsDossier droits;
    private final Noms noms;
    private final JdbcClient jdbc;

    JournalEnfant(Acces acces, DroitsDossier droits, Noms noms, JdbcClient jdbc) {
        this.acces = acces;
        this.droits = droits;
        this.noms = noms;
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public PageJournal page(UUID enfant, UUID apres) {
        droits.exigerLecture(enfant);
        acces.exiger(Mission.SUPERVISION, Sujet.enfant(enfant));
        Set<UUID> identites = noms.identites(enfant);
        record Ligne(UUID id, Instant le, UUID par, String qui, String fonction, String quoi) {
        }
        // Ids of the journal grow with time: the id is the key of the page.
        List<Ligne> lignes = jdbc.sql("""
                select j.id, j.le, j.utilisateur_id, coalesce(concat_ws(' ', u.prenom, u.nom), j.acteur) as qui, coalesce(u.fonction, '') as fonction,
                    j.genre, j.quoi, j.sujet_type
                from journal_acces j left join utilisateur u on u.id = j.utilisateur_id
                where (j.sujet_type = 'ENFANT' and j.sujet_id = any (cast(:ids as uuid[]))
                    or j.sujet_type = 'DOCUMENT' and j.sujet_id in (select id from document where sujet_type = 'ENFANT' and sujet_id = any (cast(:ids as uuid[]))))
                    and (cast(:apres as uuid) is null or j.id < cast(:apres as uuid))
                order by j.id desc limit :limite""").param("ids", Tableaux.uuids(identites)).param("apres", apres, java.sql.Types.OTHER).param("limite", LUES)
                .query((rs, n) -> new Ligne(rs.getObject("id", UUID.class), rs.getTimestamp("le").toInstant(), rs.getObject("utilisateur_id", UUID.class),
                        rs.getString("qui"), rs.getString("fonction"), quoi(rs.getString("genre"), rs.getString("quoi"), rs.getString("sujet_type")))).list();
        List<LigneJournal> dites = new ArrayList<>();
        UUID par = null;
        for (Ligne l : lignes) {
            LigneJournal avant = dites.isEmpty() ? null : dites.get(dites.size() - 1);
            if (avant != null && l.par() != null && l.par().equals(par) && avant.quoi().equals(l.quoi()) && Duration.between(l.le(), avant.le()).compareTo(SEANCE) < 0) {
                dites.set(dites.size() - 1, new LigneJournal(avant.id(), l.le(), avant.jusqua(), avant.fois() + 1, avant.qui(), avant.fonction(), avant.quoi()));
            } else {
                dites.add(new LigneJournal(l.id(), l.le(), l.le(), 1, l.qui(), l.fonction(), l.quoi()));
            }
            par = l.par();
        }
        return new PageJournal(dites, lignes.size() == LUES ? lignes.get(LUES - 1).id() : null);
    }

    private static String quoi(String genre, String acte, String sujet) {
        return switch (genre) {
            case "OUVERTURE" -> "DOCUMENT".equals(sujet) ? "A lu un document" : "A ouvert le dossier";
            case "REFUS" -> "Refus d’accès";
            default -> ACTES.getOrDefault(acte == null ? "" : acte, "A modifié le dossier");
        };
    }
}
