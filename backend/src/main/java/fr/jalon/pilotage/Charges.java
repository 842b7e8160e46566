package fr.jalon.pilotage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.tache.FaitsTaches;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who carries what, and giving it to somebody else. */
@Service
@Transactional
public class Charges {

    /** What a team has open: held by somebody of it, or by nobody yet. */
    public record ChargeUnite(String id, String nom, long ouvertes, long prises, long libres) {
    }

    /** What one person holds in a team; {@code id} null is what nobody holds. */
    public record ChargePersonne(UUID id, String nom, String fonction, long dossiers, long retard, long j15, long consigne) {
    }

    static final int AFFECTATION_MAX = 100;

    private static final String PERSONNES = """
            select s.titulaire_id id, concat_ws(' ', u.prenom, u.nom) nom, coalesce(u.fonction, '') fonction, count(*) dossiers,
                   count(*) filter (where not t.en_consigne and t.date_tri < :jour) retard,
                   count(*) filter (where not t.en_consigne and t.date_tri >= :jour and t.date_tri <= :jour15) j15,
                   count(*) filter (where t.en_consigne) consigne
            from tache t left join tache_suivi s on s.tache_id = t.id left join utilisateur u on u.id = s.titulaire_id
            where %s group by s.titulaire_id, u.prenom, u.nom, u.fonction
            order by s.titulaire_id is null desc, retard desc, dossiers desc, nom""";

    private final Pilotage pilotage;
    private final JdbcClient jdbc;
    private final Horloge horloge;
    private final Departement departement;
    private final FaitsTaches faits;
    private final Acces acces;

    Charges(Pilotage pilotage, JdbcClient jdbc, Horloge horloge, Departement departement, FaitsTaches faits, Acces acces) {
        this.pilotage = pilotage;
        this.jdbc = jdbc;
        this.horloge = horloge;
        this.departement = departement;
        this.faits = faits;
        this.acces = acces;
    }

    @Transactional(readOnly = true)
    public List<ChargeUnite> unites() {
        Selection selection = pilotage.selection(null);
        Map<String, String> noms = departement.noms();
        return selection.lier(jdbc.sql("""
                select t.unite_id, count(*) ouvertes, count(s.tache_id) prises
                from tache t left join tache_suivi s on s.tache_id = t.id where %s group by t.unite_id""".formatted(selection.ou())))
                .query((rs, n) -> new ChargeUnite(rs.getString(1), noms.getOrDefault(rs.getString(1), rs.getString(1)), rs.getLong(2),
                        rs.getLong(3), rs.getLong(2) - rs.getLong(3)))
                .list().stream().sorted(java.util.Comparator.comparing(ChargeUnite::libres).reversed().thenComparing(ChargeUnite::nom)).toList();
    }

    @Transactional(readOnly = true)
    public List<ChargePersonne> personnes(String unite) {
        Selection selection = pilotage.selection(unite);
        LocalDate jour = horloge.aujourdhui();
        return selection.lier(jdbc.sql(PERSONNES.formatted(selection.ou()))).param("jour", jour).param("jour15", jour.plusDays(15))
                .query((rs, n) -> new ChargePersonne(rs.getObject("id", UUID.class), rs.getString("nom"), rs.getString("fonction"),
                        rs.getLong("dossiers"), rs.getLong("retard"), rs.getLong("j15"), rs.getLong("consigne"))).list();
    }

    /** Colleagues who may hold every one of these steps. */
    @Transactional(readOnly = true)
    public List<FaitsTaches.Affectable> affectables(List<String> taches) {
        acces.exiger(Mission.SUPERVISION);
        borner(taches);
        List<FaitsTaches.Affectable> communs = null;
        for (String tache : taches) {
            List<FaitsTaches.Affectable> deCelleCi = faits.affectables(tache);
            communs = communs == null ? deCelleCi : communs.stream().filter(a -> deCelleCi.stream().anyMatch(b -> b.id().equals(a.id()))).toList();
        }
        return communs;
    }

    /** All or none. */
    public void affecter(List<String> taches, UUID utilisateur) {
        acces.exiger(Mission.SUPERVISION);
        borner(taches);
        exigerTerritoire(taches);
        faits.affecter(taches, utilisateur);
    }

    private void exigerTerritoire(List<String> taches) {
        Selection selection = pilotage.selection(null);
        Long miennes = selection.lier(jdbc.sql("select count(*) from tache t where t.id = any(:ids) and " + selection.ou()))
                .param("ids", taches.toArray(String[]::new)).query(Long.class).single();
        Long toutes = jdbc.sql("select count(*) from tache where id = any(?)").param(taches.toArray(String[]::new)).query(Long.class).single();
        if (!miennes.equals(toutes)) {
            throw new fr.jalon.commun.Interdit("L’un de ces dossiers n’est pas dans votre territoire ("
                    + IdentiteCourante.exiger().territoire(Mission.SUPERVISION).unites().size() + " unité(s)). Aucun n’a été réaffecté.");
        }
    }

    private static void borner(List<String> taches) {
        if (taches == null || taches.isEmpty()) {
            throw Refus.champ("taches", "Choisissez au moins un dossier.");
        }
        if (taches.size() > AFFECTATION_MAX) {
            throw Refus.champ("taches", "Réaffectez " + AFFECTATION_MAX + " dossiers au plus à la fois.");
        }
    }
}
