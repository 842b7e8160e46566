package fr.jalon.mesure;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Mission;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Refus;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Titulaire;

import jakarta.validation.constraints.Size;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The agreement of each holder to an administrative measure: given, refused, withdrawn at any time (L223-2, L223-4). */
@Service
public class AccordsMesure {

    /**
     * What one holder says.
     *
     * @param statut {@code DONNE}, {@code REFUSE}, {@code REVOQUE} or {@code IMPOSSIBLE}
     */
    public record DemandeAccord(Long version, UUID adulteId, String statut, LocalDate le, @Size(max = 2000) String motif) {
    }

    private final ActesMesure actes;
    private final Garde garde;
    private final Dossiers dossiers;
    private final JdbcClient jdbc;

    AccordsMesure(ActesMesure actes, Garde garde, Dossiers dossiers, JdbcClient jdbc) {
        this.actes = actes;
        this.garde = garde;
        this.dossiers = dossiers;
        this.jdbc = jdbc;
    }

    @Transactional
    public void noter(UUID mesureId, DemandeAccord d) {
        Mesure m = actes.ouvrir(mesureId, Mission.MESURE, d.version());
        if (!m.etat().ouverte()) {
            throw m.pasMaintenant();
        }
        if ("JUDICIAIRE".equals(m.cadre())) {
            throw new Conflit(null, null, "Une décision judiciaire ne dépend pas de l’accord des titulaires.");
        }
        garde.fait("le", d.le());
        Map<UUID, String> connus = statuts(mesureId);
        String avant = connus.get(exigerTitulaire(m, d, connus));
        if (d.statut() == null || !Set.of("DONNE", "REFUSE", "REVOQUE", "IMPOSSIBLE").contains(d.statut())) {
            throw Refus.champ("statut", "Dites ce qu’il en est de cet accord.");
        }
        if ("REVOQUE".equals(d.statut()) && !"DONNE".equals(avant)) {
            throw Refus.champ("statut", "Seul un accord donné se retire.");
        }
        if ("IMPOSSIBLE".equals(d.statut()) && ActesMesure.net(d.motif()) == null) {
            throw Refus.champ("motif", "Écrivez pourquoi cet accord ne peut être demandé.");
        }
        if (d.statut().equals(avant)) {
            throw Refus.champ("statut", "C’est déjà ce qui est noté pour cette personne.");
        }
        connus.put(d.adulteId(), d.statut());
        boolean complet = connus.values().stream().allMatch(s -> "DONNE".equals(s) || "IMPOSSIBLE".equals(s));
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("adulte", d.adulteId());
        details.put("statut", d.statut());
        details.put("complet", complet ? "OUI" : null);
        String etape = m.etape();
        actes.noter(m, "REVOQUE".equals(d.statut()) ? GenreActe.ACCORD_REVOQUE : GenreActe.ACCORD, d.le(), details, null, d.motif());
        reecrire(m);
        actes.avancer(m, etape, "accord");
    }

    /** A holder known to the measure, or one whom the child's file has learnt of since. */
    private UUID exigerTitulaire(Mesure m, DemandeAccord d, Map<UUID, String> connus) {
        boolean connu = connus.containsKey(d.adulteId())
                || dossiers.titulaires(m.enfantId()).stream().map(Titulaire::adulteId).anyMatch(a -> a.equals(d.adulteId()));
        if (d.adulteId() == null || !connu) {
            throw Refus.champ("adulteId", "Choisissez un titulaire de l’autorité parentale.");
        }
        return d.adulteId();
    }

    private Map<UUID, String> statuts(UUID mesureId) {
        Map<UUID, String> statuts = new LinkedHashMap<>();
        jdbc.sql("select adulte_id, statut from mesure_accord where mesure_id = ?").param(mesureId).query(l -> {
            statuts.put(l.getObject(1, UUID.class), l.getString(2));
        });
        return statuts;
    }

    /** Each holder's last answer, as the acts that stand say it. */
    void reecrire(Mesure m) {
        Map<UUID, Acte> derniers = new LinkedHashMap<>();
        List<Acte> saisis = actes.de(m).stream().filter(Acte::vivant)
                .filter(a -> a.genre() == GenreActe.ACCORD || a.genre() == GenreActe.ACCORD_REVOQUE)
                .sorted(java.util.Comparator.comparing(Acte::saisiLe).thenComparing(Acte::id)).toList();
        saisis.forEach(a -> derniers.put(UUID.fromString(a.d("adulte")), a));
        statuts(m.id()).keySet().stream().filter(a -> !derniers.containsKey(a)).forEach(a -> jdbc
                .sql("update mesure_accord set statut = 'ATTENDU', le = null, motif = null where mesure_id = ? and adulte_id = ?")
                .params(m.id(), a).update());
        derniers.forEach((adulte, a) -> jdbc.sql("""
                insert into mesure_accord(mesure_id, adulte_id, statut, le, motif) values (?, ?, ?, ?, ?)
                on conflict (mesure_id, adulte_id) do update set statut = excluded.statut, le = excluded.le, motif = excluded.motif""")
                .params(m.id(), adulte, a.d("statut"), a.le(), a.texte()).update());
    }
}
