package fr.jalon.tache;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.commun.Sujet;
import fr.jalon.commun.TypeSujet;
import fr.jalon.commun.controle.TableDerivee;
import fr.jalon.processus.TacheMoteur;
import fr.jalon.processus.TachesDuMoteur;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The task list against the engine, the files and the legal clock. Who holds and who has read are human facts and stay as they are. */
@Component
class ControleTaches implements TableDerivee {

    private static final int LOT = 500;

    private final TachesDuMoteur moteur;
    private final EcritureTaches ecriture;
    private final JdbcClient jdbc;

    ControleTaches(TachesDuMoteur moteur, EcritureTaches ecriture, JdbcClient jdbc) {
        this.moteur = moteur;
        this.ecriture = ecriture;
        this.jdbc = jdbc;
    }

    @Override
    public String nom() {
        return "taches";
    }

    @Override
    public String libelle() {
        return "Liste des tâches";
    }

    @Override
    public List<Ecart> ecarts() {
        List<Ecart> ecarts = new ArrayList<>();
        Set<String> vues = new HashSet<>();
        parLots(lot -> {
            Map<String, LigneAttendue> ecrites = ecrites(lot);
            for (LigneAttendue attendue : attendues(lot, ecarts)) {
                vues.add(attendue.id());
                comparer(attendue, ecrites.get(attendue.id()), ecarts);
            }
            return ecarts.size() < ECARTS_MAX;
        });
        if (ecarts.size() < ECARTS_MAX) {
            jdbc.sql("select id from tache order by id").query(String.class).list().stream().filter(id -> !vues.contains(id))
                    .forEach(id -> ecarts.add(new Ecart(id, "tâche que le moteur n’a plus")));
        }
        return List.copyOf(ecarts.subList(0, Math.min(ECARTS_MAX, ecarts.size())));
    }

    @Override
    public long reconstruire() {
        // Acts wait: one that finished a step in the engine and not yet here would otherwise see its row come back.
        jdbc.sql("lock table tache in share row exclusive mode").update();
        Set<String> vues = new HashSet<>();
        parLots(lot -> {
            Map<Sujet, Fiche> fiches = fiches(lot);
            for (TacheMoteur t : lot) {
                if (fiches.containsKey(t.sujet())) {
                    ecriture.ecrire(t, fiches.get(t.sujet()));
                    vues.add(t.id());
                }
            }
            return true;
        });
        List<String> orphelines = jdbc.sql("select id from tache").query(String.class).list().stream().filter(id -> !vues.contains(id)).toList();
        if (!orphelines.isEmpty()) {
            jdbc.sql("delete from tache where id = any(?)").param(orphelines.toArray(String[]::new)).update();
        }
        return vues.size() + orphelines.size();
    }

    private interface Lot {
        boolean lire(List<TacheMoteur> lot);
    }

    private void parLots(Lot travail) {
        String apres = "";
        while (true) {
            List<TacheMoteur> lot = moteur.ouvertes(apres, LOT);
            if (lot.isEmpty() || !travail.lire(lot)) {
                return;
            }
            apres = lot.get(lot.size() - 1).id();
        }
    }

    private List<LigneAttendue> attendues(List<TacheMoteur> lot, List<Ecart> ecarts) {
        Map<Sujet, Fiche> fiches = fiches(lot);
        List<LigneAttendue> lignes = new ArrayList<>();
        for (TacheMoteur t : lot) {
            if (fiches.containsKey(t.sujet())) {
                lignes.add(ecriture.attendue(t, fiches.get(t.sujet())));
            } else {
                ecarts.add(new Ecart(t.id(), "étape du moteur sans dossier"));
            }
        }
        return lignes;
    }

    private Map<Sujet, Fiche> fiches(List<TacheMoteur> lot) {
        Map<TypeSujet, Set<UUID>> parType = lot.stream().map(TacheMoteur::sujet)
                .collect(Collectors.groupingBy(Sujet::type, Collectors.mapping(Sujet::id, Collectors.toSet())));
        Map<Sujet, Fiche> fiches = new HashMap<>();
        parType.forEach((type, ids) -> ecriture.fiches(type, ids).forEach((id, fiche) -> fiches.put(new Sujet(type, id), fiche)));
        return fiches;
    }

    private Map<String, LigneAttendue> ecrites(List<TacheMoteur> lot) {
        return jdbc.sql("select * from tache where id = any(:ids)").param("ids", lot.stream().map(TacheMoteur::id).toArray(String[]::new))
                .query((rs, n) -> lire(rs)).list().stream().collect(Collectors.toMap(LigneAttendue::id, l -> l));
    }

    private static LigneAttendue lire(ResultSet rs) throws SQLException {
        return new LigneAttendue(rs.getString("id"),
                new Sujet(TypeSujet.valueOf(rs.getString("sujet_type")), rs.getObject("sujet_id", UUID.class)),
                rs.getObject("ip_id", UUID.class), rs.getString("cle"), rs.getString("etape"), rs.getInt("etape_rang"),
                rs.getString("mission"), rs.getString("unite_id"), rs.getString("reference"), rs.getTimestamp("cree_le").toInstant(),
                rs.getBoolean("urgence"), rs.getObject("echeance_id", UUID.class), rs.getObject("date_legale", LocalDate.class),
                rs.getBoolean("en_consigne"), rs.getObject("objet_id", UUID.class));
    }

    private static void comparer(LigneAttendue a, LigneAttendue e, List<Ecart> ecarts) {
        if (e == null) {
            ecarts.add(new Ecart(a.id(), "tâche absente de la liste : " + a.etape()));
            return;
        }
        dire(a, "dossier", a.sujet(), e.sujet(), ecarts);
        dire(a, "IP", a.ipId(), e.ipId(), ecarts);
        dire(a, "étape", a.cle() + " " + a.etape() + " " + a.rang(), e.cle() + " " + e.etape() + " " + e.rang(), ecarts);
        dire(a, "objet", a.objet(), e.objet(), ecarts);
        dire(a, "mission", a.mission(), e.mission(), ecarts);
        dire(a, "unité", a.unite(), e.unite(), ecarts);
        dire(a, "numéro", a.reference(), e.reference(), ecarts);
        dire(a, "urgence", a.urgence(), e.urgence(), ecarts);
        dire(a, "échéance", a.echeanceId() + " " + a.dateLegale(), e.echeanceId() + " " + e.dateLegale(), ecarts);
        dire(a, "consigne du parquet", a.enConsigne(), e.enConsigne(), ecarts);
    }

    private static void dire(LigneAttendue ligne, String quoi, Object attendu, Object ecrit, List<Ecart> ecarts) {
        if (!Objects.equals(attendu, ecrit)) {
            ecarts.add(new Ecart(ligne.id(), quoi + " : la liste dit " + ecrit + ", la source dit " + attendu));
        }
    }
}
