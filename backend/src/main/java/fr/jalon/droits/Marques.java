package fr.jalon.droits;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;

import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.temps.Horloge;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code droits_marque}: one decision a place, the last stands. */
@Component
class Marques {

    private final JdbcClient jdbc;
    private final Horloge horloge;

    Marques(JdbcClient jdbc, Horloge horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    List<Marque> de(UUID demande) {
        return jdbc.sql("select * from droits_marque where demande_id = ?").param(demande).query((l, n) -> new Marque(l.getString("piece"), l.getString("element"),
                l.getString("ligne"), Marque.Sort.valueOf(l.getString("sort")), l.getString("motif"), l.getString("article"),
                List.of((String[]) l.getArray("passages").getArray()), l.getObject("copie_id", UUID.class), l.getString("empreinte"))).list();
    }

    void poser(UUID demande, Marque m) {
        jdbc.sql("""
                insert into droits_marque(demande_id, piece, element, ligne, sort, motif, article, passages, copie_id, empreinte, posee_le, posee_par)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (demande_id, piece, element, ligne) do update set sort = excluded.sort, motif = excluded.motif, article = excluded.article,
                    passages = excluded.passages, copie_id = excluded.copie_id, empreinte = excluded.empreinte, posee_le = excluded.posee_le, posee_par = excluded.posee_par""")
                .params(demande, m.piece(), m.element(), m.ligne(), m.sort().name(), m.motif(), m.article(), m.passages().toArray(String[]::new), m.copieId(), m.empreinte(),
                        Timestamp.from(horloge.maintenant()), IdentiteCourante.exiger().utilisateurId()).update();
    }

    void retirer(UUID demande, String piece, String element, String ligne) {
        jdbc.sql("delete from droits_marque where demande_id = ? and piece = ? and element = ? and ligne = ?").params(demande, piece, element, ligne).update();
    }
}
