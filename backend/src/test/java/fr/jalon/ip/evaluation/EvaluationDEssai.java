package fr.jalon.ip.evaluation;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.jalon.commun.temps.Horloge;
import fr.jalon.essai.Gens;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A file entrusted to a team, and what its tests say often. */
abstract class EvaluationDEssai {

    @Autowired
    MockMvc mvc;
    @Autowired
    Gens gens;
    @Autowired
    ChantierEvaluation chantier;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Horloge horloge;
    ChantierEvaluation.Dossier d;
    LocalDate hier;

    @BeforeEach
    void confier() {
        d = chantier.confie(horloge.maintenant().minus(Duration.ofDays(20)));
        hier = horloge.aujourdhui().minusDays(1);
    }

    void evaluerEtConclure() throws Exception {
        noter(d.anne(), UUID.randomUUID(), visite(d.foyerMere(), d.lea(), d.mere())).andExpect(status().isNoContent());
        noter(d.bruno(), UUID.randomUUID(), visite(d.foyerPere(), d.tom(), d.pere())).andExpect(status().isNoContent());
        for (String code : List.of("CONTEXTE", "ENFANT", "PARENTS", "ENVIRONNEMENT", "ANALYSE")) {
            ouvrir(put(adresse("/sections/" + code)), d.anne(), "{\"version\":0,\"texte\":\"Écrit.\"}").andExpect(status().isOk());
        }
        conclure(d.lea(), 0, "RISQUE", "[\"NEGLIGENCES\"]", "DROIT_COMMUN").andExpect(status().isOk());
        conclure(d.tom(), 0, "NI_DANGER_NI_RISQUE", "[]", "CLASSEMENT").andExpect(status().isOk());
    }

    ResultActions designer(String suite) throws Exception {
        return designer(equipe(d.anne(), "ASSISTANT_SOCIAL", d.bruno(), "PUERICULTRICE"), suite);
    }

    ResultActions designer(String equipe, String suite) throws Exception {
        return ouvrir(post(adresse("/designation")), d.responsable(), demande(equipe, suite));
    }

    String demande(String equipe, String suite) {
        return "{\"version\":%s,\"evaluateurs\":%s%s}".formatted(version(), equipe, suite);
    }

    static String equipe(UUID un, String p1, UUID deux, String p2) {
        return "[{\"utilisateurId\":\"%s\",\"profession\":\"%s\"},{\"utilisateurId\":\"%s\",\"profession\":\"%s\"}]".formatted(un, p1, deux, p2);
    }

    String visite(UUID foyer, UUID mineur, UUID adulte) {
        return "\"genre\":\"VISITE\",\"le\":\"%s\",\"foyerId\":\"%s\",\"personnes\":[%s,%s]".formatted(hier, foyer, mineur(mineur, true), adulte(adulte, true));
    }

    static String mineur(UUID id, boolean present) {
        return "{\"mineurId\":\"%s\",\"present\":%s,\"seul\":false,\"accord\":false}".formatted(id, present);
    }

    static String adulte(UUID id, boolean present) {
        return "{\"adulteId\":\"%s\",\"present\":%s,\"seul\":false,\"accord\":false,\"avis\":\"Entendu.\"}".formatted(id, present);
    }

    ResultActions noter(UUID qui, UUID id, String corps) throws Exception {
        return ouvrir(post(adresse("/actes")), qui, "{\"id\":\"%s\",%s}".formatted(id, corps));
    }

    ResultActions section(UUID qui, long version, String texte) throws Exception {
        return ouvrir(put(adresse("/sections/ENFANT")), qui, "{\"version\":%d,\"texte\":\"%s\"}".formatted(version, texte));
    }

    ResultActions conclure(UUID mineur, long version, String conclusion, String natures, String proposition) throws Exception {
        return ouvrir(put(adresse("/conclusions/" + mineur)), d.anne(), "{\"version\":%d,\"conclusion\":\"%s\",\"natures\":%s,\"proposition\":\"%s\"}"
                .formatted(version, conclusion, natures, proposition));
    }

    ResultActions rendre(String suite) throws Exception {
        return ouvrir(post(adresse("/rapport")), d.anne(), "{\"version\":%s%s}".formatted(version(), suite));
    }

    String signalement(UUID id, String suite) {
        return "{\"id\":\"%s\",\"mineurId\":\"%s\",\"transmisLe\":\"%s\",\"destinataire\":\"PARQUET\",%s}".formatted(id, d.lea(),
                horloge.maintenant().minus(Duration.ofHours(1)), suite);
    }

    ResultActions signaler(UUID qui, String corps) throws Exception {
        return mvc.perform(post("/api/ip/{id}/signalements", d.ipId()).with(gens.comme(qui)).contentType("application/json").content(corps));
    }

    ResultActions espace(UUID qui) throws Exception {
        return ouvrir(get(adresse("")), qui, null);
    }

    ResultActions dossier(UUID qui) throws Exception {
        return mvc.perform(get("/api/ip/{id}/dossier-evaluation", d.ipId()).with(gens.comme(qui)));
    }

    String adresse(String suite) {
        return "/api/ip/" + d.ipId() + "/evaluation" + suite;
    }

    ResultActions ouvrir(MockHttpServletRequestBuilder demande, UUID qui, String corps) throws Exception {
        demande.with(gens.comme(qui));
        return mvc.perform(corps == null ? demande : demande.contentType("application/json").content(corps));
    }

    String version() {
        return jdbc.sql("select version::text from information_preoccupante where id = ?").param(d.ipId()).query(String.class).single();
    }

    String etat() {
        return jdbc.sql("select etat from information_preoccupante where id = ?").param(d.ipId()).query(String.class).single();
    }

    List<String> taches() {
        return jdbc.sql("select etape from tache where sujet_id = ?").param(d.ipId()).query(String.class).list();
    }

    LocalDate dateLegale() {
        return jdbc.sql("select min(date_legale) from echeance where sujet_id = ? and 'evaluer' = any (etapes)").param(d.ipId()).query(LocalDate.class).single();
    }

    List<String> periodesOuvertes() {
        return jdbc.sql("select genre from periode where sujet_id = ? and connu_au is null and fin is null and genre <> 'CONSIGNE_PARQUET'").param(d.ipId())
                .query(String.class).list();
    }

    long evenements(String type) {
        return jdbc.sql("select count(*) from evenement e join evenement_sujet s on s.evenement_id = e.id where e.type = ? and s.sujet_id = ?")
                .params(type, d.ipId()).query(Long.class).single();
    }
}
