package fr.jalon.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.mesure.ActesMesure;
import fr.jalon.mesure.GenreActe;
import fr.jalon.mesure.Mesure;
import fr.jalon.mesure.Mesures;
import fr.jalon.mesure.NouvelleMesure;
import fr.jalon.mesure.OuvertureMesure;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lives again, act after act through the live services, a measure that was written in bulk. */
@Component
class RejeuMesure {

    private record Ligne(GenreActe genre, LocalDate le, Map<String, String> details) {
    }

    private final OuvertureMesure ouverture;
    private final ActesMesure actes;
    private final Mesures mesures;
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    RejeuMesure(OuvertureMesure ouverture, ActesMesure actes, Mesures mesures, JdbcClient jdbc, ObjectMapper json) {
        this.ouverture = ouverture;
        this.actes = actes;
        this.mesures = mesures;
        this.jdbc = jdbc;
        this.json = json;
    }

    UUID vivre(UUID ecrite) {
        Mesure modele = mesures.findById(ecrite).orElseThrow();
        // A child has one placement at a time: the one written makes way.
        jdbc.sql("update mesure set accueil = false where id = ?").param(ecrite).update();
        List<Ligne> lignes = new ArrayList<>(jdbc.sql("select genre, le, details from mesure_acte where mesure_id = ? order by genre <> 'DECISION', le, saisi_le")
                .param(ecrite).query((l, n) -> new Ligne(GenreActe.valueOf(l.getString(1)), l.getObject(2, LocalDate.class), lire(l.getString(3)))).list());
        Ligne decision = lignes.remove(0);
        Ligne audience = retirer(lignes, GenreActe.AUDIENCE);
        retirer(lignes, GenreActe.ORDONNANCE);
        Map<String, String> d = decision.details();
        boolean accord = "OUI".equals(d.get("accordAttendu"));
        // What a decision asks of the holders is answered afterwards, as an act of its own.
        UUID adulte = jdbc.sql("select adulte_id from autorite_parentale where enfant_id = ? limit 1").param(modele.enfantId()).query(UUID.class).optional().orElse(null);
        Mesure m = ouverture.ouvrir(new NouvelleMesure(modele.enfantId(), UUID.randomUUID(), d.get("origine"), null, null, d.get("cadre"), d.get("base"),
                d.get("produit"), false, false, d.get("unite"), null, "UNITE".equals(d.get("exercice")), d.get("autorite"), d.get("juridiction"), null, null,
                decision.le(), d.get("duree"), LocalDate.parse(d.get("terme")), null, d.get("intensite"), null,
                accord ? List.of(new NouvelleMesure.AccordSaisi(adulte, "ATTENDU", null, null)) : List.of(), audience == null ? null : audience.le(),
                null, modele.tiersRecherches(), null, Map.of()));
        for (Ligne l : lignes) {
            actes.noter(m, l.genre(), l.le(), l.details(), null, null);
            actes.suivre(m, "essai");
        }
        return m.id();
    }

    private static Ligne retirer(List<Ligne> lignes, GenreActe genre) {
        Ligne l = lignes.stream().filter(x -> x.genre() == genre).findFirst().orElse(null);
        lignes.remove(l);
        return l;
    }

    private TreeMap<String, String> lire(String details) {
        try {
            return json.readValue(details, new TypeReference<>() {
            });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The row without what differs between two measures. */
    Map<String, Object> ligne(UUID id) {
        Map<String, Object> ligne = new TreeMap<>(jdbc.sql("select * from mesure where id = ?").param(id).query().singleRow());
        List.of("id", "numero", "decision_id", "saisie_le", "saisie_par", "version").forEach(ligne::remove);
        ligne.replaceAll((k, v) -> v == null ? "" : v.toString());
        return ligne;
    }
}
