package fr.jalon.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.commun.controle.TableDerivee;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says where the index of names differs from the children, and makes it again. Reads every child, one batch at a time. */
@Component
class IndexNomsDerive implements TableDerivee {

    private final IndexNoms index;
    private final JdbcClient jdbc;

    IndexNomsDerive(IndexNoms index, JdbcClient jdbc) {
        this.index = index;
        this.jdbc = jdbc;
    }

    @Override
    public String nom() {
        return "noms";
    }

    @Override
    public String libelle() {
        return "Recherche d’enfants par nom";
    }

    private record Indexe(String mots, LocalDate du, LocalDate au, String cles) {
    }

    @Override
    public List<Ecart> ecarts() {
        List<Ecart> ecarts = new ArrayList<>();
        UUID apres = new UUID(0, 0);
        for (List<IndexNoms.Ligne> lot = index.lot(apres); !lot.isEmpty() && ecarts.size() < ECARTS_MAX; lot = index.lot(apres)) {
            Map<UUID, Indexe> indexes = indexes(lot);
            for (IndexNoms.Ligne l : lot) {
                Indexe lu = indexes.get(l.id());
                if (lu == null) {
                    ecarts.add(new Ecart(l.id().toString(), "Absent de la recherche."));
                } else if (!lu.equals(attendu(l))) {
                    ecarts.add(new Ecart(l.id().toString(), "Noms ou naissance différents de ceux du dossier."));
                }
            }
            apres = lot.get(lot.size() - 1).id();
        }
        jdbc.sql("""
                select r.enfant_id from enfant_recherche r join enfant e on e.id = r.enfant_id where e.fusionne_vers is not null limit ?""")
                .param(ECARTS_MAX).query(UUID.class).list()
                .forEach(id -> ecarts.add(new Ecart(id.toString(), "Dossier réuni à un autre, encore dans la recherche.")));
        jdbc.sql("select r.enfant_id from enfant_recherche r join enfant e on e.id = r.enfant_id where e.efface_le is not null limit ?")
                .param(ECARTS_MAX).query(UUID.class).list()
                .forEach(id -> ecarts.add(new Ecart(id.toString(), "Dossier éliminé, encore dans la recherche.")));
        return ecarts.subList(0, Math.min(ecarts.size(), ECARTS_MAX));
    }

    private static Indexe attendu(IndexNoms.Ligne l) {
        String mots = new TreeSet<>(l.mots().entrySet().stream().map(m -> m.getKey() + "/" + m.getValue()).toList()).stream()
                .collect(Collectors.joining(" "));
        return new Indexe(mots, l.naissance().auPlusTot(), l.naissance().auPlusTard(),
                IndexNoms.cle(l.nom()) + "/" + IndexNoms.cle(IndexNoms.premier(l.prenoms())));
    }

    private Map<UUID, Indexe> indexes(List<IndexNoms.Ligne> lot) {
        Map<UUID, Indexe> indexes = new HashMap<>();
        jdbc.sql("""
                select r.enfant_id, r.naissance_du, r.naissance_au, r.cle_nom || '/' || r.cle_prenom as cles,
                    array(select m.mot || '/' || m.place::text from enfant_mot m where m.enfant_id = r.enfant_id) as mots
                from enfant_recherche r where r.enfant_id = any (cast(? as uuid[]))""")
                .param(Tableaux.uuids(lot.stream().map(IndexNoms.Ligne::id).filter(Objects::nonNull).toList()))
                .query(rs -> {
                    indexes.put(rs.getObject("enfant_id", UUID.class), indexe(rs));
                });
        return indexes;
    }

    private static Indexe indexe(ResultSet rs) throws SQLException {
        String mots = String.join(" ", new TreeSet<>(List.of((String[]) rs.getArray("mots").getArray())));
        return new Indexe(mots, rs.getObject("naissance_du", LocalDate.class), rs.getObject("naissance_au", LocalDate.class), rs.getString("cles"));
    }

    @Override
    public long reconstruire() {
        return index.reconstruire();
    }
}
