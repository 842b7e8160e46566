package fr.jalon.dossier;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pairs of files that may be one child, for whoever sees both: to be united, or said to be two children. */
@Service
public class ListeDoublons {

    public record PaireDoublon(UUID a, UUID b, CarteEnfant enfantA, CarteEnfant enfantB, Instant repereLe, boolean memeNaissance) {
    }

    /** @param total pairs to look at, of which the page shows the first */
    public record PageDoublons(List<PaireDoublon> paires, long total) {
    }

    private static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final Acces acces;
    private final DroitsDossier droits;
    private final CartesEnfants cartes;
    private final Journal journal;
    private final Horloge horloge;

    ListeDoublons(JdbcClient jdbc, Acces acces, DroitsDossier droits, CartesEnfants cartes, Journal journal, Horloge horloge) {
        this.jdbc = jdbc;
        this.acces = acces;
        this.droits = droits;
        this.cartes = cartes;
        this.journal = journal;
        this.horloge = horloge;
    }

    @Transactional(readOnly = true)
    public PageDoublons page() {
        droits.exigerReunion();
        record Ligne(UUID a, UUID b, float note, Instant repereLe) {
        }
        List<Ligne> lignes = requete("select d.enfant_a, d.enfant_b, d.note, d.repere_le", " order by d.note desc, d.repere_le desc, d.enfant_a limit " + PAGE)
                .query((rs, n) -> new Ligne(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class), rs.getFloat(3), rs.getTimestamp(4).toInstant())).list();
        Set<UUID> ids = new HashSet<>();
        lignes.forEach(l -> {
            ids.add(l.a());
            ids.add(l.b());
        });
        Map<UUID, CarteEnfant> parId = cartes.parId(ids);
        long total = requete("select count(*)", "").query(Long.class).single();
        return new PageDoublons(lignes.stream().map(l -> new PaireDoublon(l.a(), l.b(), parId.get(l.a()), parId.get(l.b()), l.repereLe(), l.note() >= 0.99f)).toList(),
                total);
    }

    /** The page and its count come from one condition. */
    private JdbcClient.StatementSpec requete(String colonnes, String suite) {
        Acces.Filtre a = acces.filtre("'ENFANT'", "d.enfant_a");
        Acces.Filtre b = acces.filtre("'ENFANT'", "d.enfant_b");
        JdbcClient.StatementSpec ordre = jdbc.sql(colonnes + """
                 from doublon_probable d join enfant x on x.id = d.enfant_a join enfant y on y.id = d.enfant_b
                where d.etat = 'A_VOIR' and x.fusionne_vers is null and y.fusionne_vers is null
                    and (not x.restreint or exists (select 1 from enfant_restriction r where r.enfant_id = x.id and r.utilisateur_id = :qui))
                    and (not y.restreint or exists (select 1 from enfant_restriction r where r.enfant_id = y.id and r.utilisateur_id = :qui))
                    and """ + a.sql() + " and " + b.sql() + suite).param("qui", IdentiteCourante.exiger().utilisateurId());
        for (Map.Entry<String, Object> p : a.parametres().entrySet()) {
            ordre = ordre.param(p.getKey(), p.getValue());
        }
        return ordre;
    }

    /** Somebody looked: these are two children. The pair is not brought back. */
    @Transactional
    public void ecarter(UUID un, UUID autre, String motif) {
        droits.exigerLecture(un);
        droits.exigerLecture(autre);
        droits.exigerReunion();
        if (motif == null || motif.isBlank()) {
            throw Refus.champ("motif", "Écrivez ce qui distingue ces deux enfants.");
        }
        int ecartes = jdbc.sql("""
                update doublon_probable set etat = 'ECARTE', motif = ?, vu_par = ?, vu_le = ?
                where enfant_a = least(cast(? as uuid), cast(? as uuid)) and enfant_b = greatest(cast(? as uuid), cast(? as uuid)) and etat = 'A_VOIR'""")
                .params(motif.strip(), IdentiteCourante.exiger().utilisateurId(), Timestamp.from(horloge.maintenant()), un, autre, un, autre).update();
        if (ecartes == 0) {
            throw new Introuvable();
        }
        journal.modification(Sujet.enfant(un), "doublon.ecarter");
        journal.modification(Sujet.enfant(autre), "doublon.ecarter");
    }
}
