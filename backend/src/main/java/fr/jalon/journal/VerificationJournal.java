package fr.jalon.journal;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.Ids;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Computes the whole chain again and compares it with the lines, the seals and the anchors. */
@Component
public class VerificationJournal {

    /** What can be wrong, and what it means to whoever reads it. */
    public enum Genre {
        RETIREE("La ligne scellée à ce rang n’existe plus"),
        ALTEREE("La ligne de ce rang, ou son sceau, n’est plus ce qui a été scellé"),
        RANG_MANQUANT("Des sceaux manquent avant ce rang"),
        SANS_SCEAU("Ligne sans sceau, alors que la chaîne est passée après elle"),
        FIN_COUPEE("La chaîne s’arrête avant une ancre posée hors de la base"),
        ANCRE_CONTREDITE("Le sceau de ce rang n’est pas celui de l’ancre posée hors de la base"),
        ANCRE_ILLISIBLE("Une ancre n’a pas la signature de la maison");

        private final String libelle;

        Genre(String libelle) {
            this.libelle = libelle;
        }

        public String libelle() {
            return libelle;
        }
    }

    /** @param rang where in the chain, zero when it has none; {@code ligne} may be null */
    public record Anomalie(Genre genre, long rang, UUID ligne) {
    }

    /** @param nombre how many; {@code anomalies} holds the first hundred */
    public record Resultat(Instant le, long lignes, int nombre, List<Anomalie> anomalies, int ancres) {
        public boolean intact() {
            return nombre == 0;
        }
    }

    private static final int GARDEES = 100;

    private final JdbcTemplate flux;
    private final JdbcClient jdbc;
    private final Chaine chaine;
    private final Ancres ancres;
    private final ObjectMapper json;

    VerificationJournal(JdbcTemplate jdbcTemplate, JdbcClient jdbc, Chaine chaine, Ancres ancres, ObjectMapper json) {
        this.flux = new JdbcTemplate(jdbcTemplate.getDataSource());
        this.flux.setFetchSize(2000);
        this.jdbc = jdbc;
        this.chaine = chaine;
        this.ancres = ancres;
        this.json = json;
    }

    /** Reads everything once; keeps what it found. */
    @Transactional
    public Resultat verifier() {
        try {
            Resultat resultat = new Passe().faire();
            jdbc.sql("insert into journal_verification(id, lignes, anomalies, premieres, demandee_par) values (?, ?, ?, cast(? as jsonb), ?)")
                    .params(Ids.nouveau(), resultat.lignes(), resultat.nombre(), json.writeValueAsString(resultat.anomalies()),
                            IdentiteCourante.siPresente().map(Identite::utilisateurId).orElse(null)).update();
            return resultat;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Anomalies of the latest verification, zero when none was made. */
    long dernieresAnomalies() {
        return jdbc.sql("select anomalies from journal_verification order by le desc limit 1").query(Long.class).optional().orElse(0L);
    }

    private final class Passe {

        private final List<Anomalie> anomalies = new ArrayList<>();
        private final Map<Long, Ancres.Ancre> parRang = new HashMap<>();
        private final Chaine.Calcul calcul = chaine.calcul();
        private int nombre;
        private long rang;
        private byte[] precedente = Chaine.ORIGINE;

        Resultat faire() {
            List<Ancres.Ancre> toutes = lireAncres();
            flux.query("select s.rang, s.ligne_id, s.empreinte, j.id is null as retiree, " + LigneScellee.COLONNES
                    + " from journal_sceau s left join journal_acces j on j.id = s.ligne_id order by s.rang", (RowCallbackHandler) l -> {
                long lu = l.getLong("rang");
                UUID id = l.getObject("ligne_id", UUID.class);
                byte[] empreinte = l.getBytes("empreinte");
                if (lu != rang + 1) {
                    noter(Genre.RANG_MANQUANT, lu, id);
                }
                rang = lu;
                if (l.getBoolean("retiree")) {
                    noter(Genre.RETIREE, lu, id);
                } else if (!Arrays.equals(empreinte, calcul.suivante(precedente, lu, LigneScellee.lire(l)))) {
                    noter(Genre.ALTEREE, lu, id);
                }
                Ancres.Ancre ancre = parRang.get(lu);
                if (ancre != null && !Arrays.equals(ancre.empreinte(), empreinte)) {
                    noter(Genre.ANCRE_CONTREDITE, lu, id);
                }
                // The chain is followed from what is written, so that one fault is told once and where it is.
                precedente = empreinte;
            });
            long dernier = rang;
            toutes.stream().filter(a -> a.valide() && a.rang() > dernier).forEach(a -> noter(Genre.FIN_COUPEE, a.rang(), null));
            sansSceau();
            return new Resultat(Instant.now(), dernier, nombre, anomalies, toutes.size());
        }

        private List<Ancres.Ancre> lireAncres() {
            try {
                List<Ancres.Ancre> toutes = ancres.lire();
                for (Ancres.Ancre a : toutes) {
                    if (a.valide()) {
                        parRang.put(a.rang(), a);
                    } else {
                        noter(Genre.ANCRE_ILLISIBLE, a.rang(), null);
                    }
                }
                return toutes;
            } catch (IOException e) {
                throw new IllegalStateException("Les ancres du journal ne peuvent être lues", e);
            }
        }

        /** A line slipped in behind the chain: its transaction is below the head's and it has no seal. */
        private void sansSceau() {
            flux.query("""
                    select j.id from journal_acces j where not exists (select 1 from journal_sceau s where s.ligne_id = j.id)
                    and j.transaction_id < (select transaction_id from journal_sceau order by rang desc limit 1)""",
                    (RowCallbackHandler) l -> noter(Genre.SANS_SCEAU, 0, l.getObject("id", UUID.class)));
        }

        private void noter(Genre genre, long ou, UUID ligne) {
            nombre++;
            if (anomalies.size() < GARDEES) {
                anomalies.add(new Anomalie(genre, ou, ligne));
            }
        }
    }
}
