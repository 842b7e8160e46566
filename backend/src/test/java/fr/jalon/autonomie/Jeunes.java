package fr.jalon.autonomie;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.ip.reception.Accueil;
import fr.jalon.mesure.Atelier;

import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.ResultActions;

/** Young people in care and their path, moved through the endpoints as the screens do, with as little said as each test needs. */
@Lazy
@Component
public class Jeunes {

    private final Atelier atelier;
    private final Accueil accueil;
    private final Horloge horloge;
    private final JdbcClient jdbc;

    Jeunes(Atelier atelier, Accueil accueil, Horloge horloge, JdbcClient jdbc) {
        this.atelier = atelier;
        this.accueil = accueil;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    LocalDate aujourdhui() {
        return horloge.aujourdhui();
    }

    /** In care at the ASE since that many days. @return the measure */
    UUID confie(UUID ref, UUID enfant, int depuis) throws Exception {
        Map<String, Object> d = atelier.placement(depuis, enfant);
        d.put("motifs", Map.of("SERVICE_SANS_PRODUIT", "Convention.", "SERVICE_COMPLET", "Ordonnance.", "APRES_MAJORITE#1", "Ordonnance."));
        UUID m = atelier.ouvrir(ref, d).get(0);
        atelier.fait(ref, m, "demarrage", "le", atelier.ilYA(depuis));
        return m;
    }

    void finir(UUID ref, UUID mesure, LocalDate le, String motif) throws Exception {
        Map<String, Object> motifs = Map.of("AVANT_TERME", "Décision.");
        atelier.fait(ref, mesure, "fin", "le", le, "motif", motif, "suite", "AUCUNE", "motifs", motifs);
    }

    Optional<UUID> parcours(UUID enfant) {
        return jdbc.sql("select id from autonomie where enfant_id = ?").param(enfant).query(UUID.class).optional();
    }

    UUID ouvert(UUID enfant) {
        return parcours(enfant).orElseThrow(() -> new AssertionError("no path"));
    }

    ResultActions agir(UUID qui, UUID parcours, String acte, Object... champs) throws Exception {
        Map<String, Object> corps = new LinkedHashMap<>();
        corps.put("version", version(parcours));
        for (int i = 0; i < champs.length; i += 2) {
            corps.put((String) champs[i], champs[i + 1]);
        }
        return accueil.poster(qui, "/api/autonomies/" + parcours + "/" + acte, corps);
    }

    void fait(UUID qui, UUID parcours, String acte, Object... champs) throws Exception {
        agir(qui, parcours, acte, champs).andDo(r -> {
            if (r.getResponse().getStatus() >= 300) {
                throw new AssertionError(acte + " refused: " + r.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
            }
        });
    }

    /** The last act a person entered is cancelled. */
    ResultActions annuler(UUID qui, UUID parcours) throws Exception {
        return agir(qui, parcours, "actes/" + page(qui, parcours).get("acteAnnulable").asText() + "/annulation", "motif", "Saisi par erreur.");
    }

    long version(UUID parcours) {
        return jdbc.sql("select version from autonomie where id = ?").param(parcours).query(Long.class).single();
    }

    JsonNode page(UUID qui, UUID parcours) throws Exception {
        return accueil.lu(qui, "/api/autonomies/" + parcours);
    }

    /** State, then the step that waits, landmarks left out. */
    List<String> ou(UUID parcours) {
        List<String> ou = new ArrayList<>(List.of(jdbc.sql("select etat from autonomie where id = ?").param(parcours).query(String.class).single()));
        ou.addAll(jdbc.sql("select etape from tache where sujet_type = 'AUTONOMIE' and sujet_id = ? and objet_id is null order by etape").param(parcours)
                .query(String.class).list());
        return ou;
    }

    /** Codes of the landmarks whose task waits. */
    List<String> reperes(UUID parcours) {
        return jdbc.sql("""
                select r.code from tache t join autonomie_repere r on r.id = t.objet_id where t.sujet_type = 'AUTONOMIE' and t.sujet_id = ?
                and t.etape = 'faire-repere' order by r.le, r.code""").param(parcours).query(String.class).list();
    }

    /** Live due dates that are not landmarks. */
    List<String> echeances(UUID parcours) {
        return jdbc.sql("""
                select regle || ' ' || date_legale || ' ' || etat from echeance where sujet_id = ? and etat <> 'ANNULEE' and genre <> 'REPERE' order by 1""")
                .param(parcours).query(String.class).list();
    }

    List<String> periodes(UUID parcours) {
        return jdbc.sql("""
                select debut || '→' || coalesce(fin::text, '') || ' ' || unite_id || coalesce(' mna=' || (dimensions ->> 'mna'), '') from periode
                where sujet_id = ? and genre = 'AUTONOMIE' and connu_au is null order by debut, segment""").param(parcours).query(String.class).list();
    }

    /** Values of a dimension over the events of a type that still hold. */
    List<String> evenements(UUID parcours, String type, String dimension) {
        return jdbc.sql("""
                select coalesce(e.dimensions ->> ?, '') from evenement_valide e join evenement_sujet s on s.evenement_id = e.id
                where s.sujet_id = ? and e.type = ? order by e.survenu_le, e.id""").params(dimension, parcours, type).query(String.class).list();
    }

    /** Ids of children on a list. */
    List<String> liste(UUID qui, VueJeunes vue) throws Exception {
        List<String> enfants = new ArrayList<>();
        accueil.lu(qui, "/api/autonomies?vue=" + vue + "&taille=200").get("lignes").forEach(l -> enfants.add(l.get("enfantId").asText()));
        return enfants;
    }

    static List<String> codes(JsonNode page, String champ) {
        List<String> codes = new ArrayList<>();
        page.get(champ).forEach(n -> codes.add(n.isTextual() ? n.asText() : n.get("code").asText()));
        return codes;
    }
}
