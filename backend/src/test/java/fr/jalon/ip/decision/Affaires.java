package fr.jalon.ip.decision;

import static fr.jalon.ip.reception.Accueil.enfant;
import static fr.jalon.ip.reception.Accueil.famille;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Role;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.essai.Gens;
import fr.jalon.ip.reception.Accueil;

import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Files brought through the endpoints to where a decision is taken: two minors, two holders, two homes, one of them withheld. */
@Lazy
@Component
public class Affaires {

    public static final String UNITE = "cdas-redon";

    /** A file and the people who work on it. */
    public record Affaire(UUID information, UUID ip, UUID lea, UUID tom, UUID mere, UUID pere, UUID assistante, UUID responsable, UUID anne,
            UUID bruno, UUID ref) {
    }

    private final Accueil accueil;
    private final Gens gens;
    private final MockMvc mvc;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Delegations delegations;
    private final Horloge horloge;

    Affaires(Accueil accueil, Gens gens, MockMvc mvc, JdbcClient jdbc, ObjectMapper json, Delegations delegations, Horloge horloge) {
        this.accueil = accueil;
        this.gens = gens;
        this.mvc = mvc;
        this.jdbc = jdbc;
        this.json = json;
        this.delegations = delegations;
        this.horloge = horloge;
    }

    /** Somebody who decides in the unit, with a délégation that runs. */
    public UUID decideur() {
        UUID ref = gens.de(Role.REF, UNITE);
        deleguer(ref, null, horloge.aujourdhui().minusYears(1), null);
        return ref;
    }

    public UUID deleguer(UUID qui, UUID interimDe, LocalDate du, LocalDate au) {
        return IdentiteCourante.en(Identite.systeme("essai"),
                () -> delegations.inscrire(new Delegations.NouvelleDelegation(qui, "Arrêté " + UUID.randomUUID(), interimDe, du, au)));
    }

    public Affaire recue() throws Exception {
        return recue(accueil.saisie());
    }

    /** Received twenty days ago by the unit. */
    public Affaire recue(Map<String, Object> saisie) throws Exception {
        UUID assistante = gens.de(Role.ASSISTANTE_IP, UNITE);
        saisie.put("recueLe", LocalDateTime.ofInstant(horloge.maintenant(), horloge.zone()).minusDays(20).withNano(0).toString());
        Map<String, Object> famille = famille(enfant("Essai", "Lea", "2018-05-04"), enfant("Essai", "Tom", "2015-01-09"));
        famille.put("titulaires", List.of(titulaire("mere", "Alice", "MERE"), titulaire("pere", "Paul", "PERE")));
        famille.put("foyers", List.of(foyer("f1", "mere", true, false), foyer("f2", "pere", false, true)));
        saisie.put("famille", famille);
        Map<String, Object> corps = saisie;
        UUID information = accueil.id(avecMotifs(corps, c -> accueil.poster(assistante, "/api/informations", c)).andExpect(status().isCreated()), "id");
        return new Affaire(information, null, null, null, null, null, assistante, gens.de(Role.RESPONSABLE_CDAS, UNITE), gens.de(Role.EVALUATEUR, UNITE),
                gens.de(Role.EVALUATEUR, UNITE), decideur());
    }

    private static Map<String, Object> titulaire(String cle, String prenoms, String qualite) {
        return Map.of("cle", cle, "nouveau", Map.of("nom", "Essai", "prenoms", prenoms), "qualite", qualite, "exercice", "CONJOINT");
    }

    private static Map<String, Object> foyer(String cle, String adulte, boolean principal, boolean protegee) {
        Map<String, Object> nouveau = new HashMap<>(Map.of("adresse", protegee ? "2 rue Cachée" : "1 rue des Essais", "codePostal", "35600",
                "commune", "Redon", "uniteId", UNITE, "adresseProtegee", protegee));
        if (protegee) {
            nouveau.put("protectionMotif", "violences");
        }
        return Map.of("cle", cle, "principal", principal, "nouveau", nouveau, "adultes", List.of(adulte));
    }

    public Affaire qualifiee(Affaire a) throws Exception {
        UUID ip = accueil.id(avecMotifs(new HashMap<>(), c -> accueil.analyser(a.assistante(), a.information(), "IP", c)).andExpect(status().isOk()),
                "ipId");
        List<UUID> mineurs = jdbc.sql("select id from mineur_concerne where ip_id = ? order by ordre").param(ip).query(UUID.class).list();
        UUID enfant = jdbc.sql("select enfant_id from mineur_concerne where id = ?").param(mineurs.get(0)).query(UUID.class).single();
        return new Affaire(a.information(), ip, mineurs.get(0), mineurs.get(1), adulte(enfant, "MERE"), adulte(enfant, "PERE"), a.assistante(),
                a.responsable(), a.anne(), a.bruno(), a.ref());
    }

    private UUID adulte(UUID enfant, String qualite) {
        return jdbc.sql("select adulte_id from autorite_parentale where enfant_id = ? and qualite = ?").params(enfant, qualite).query(UUID.class).single();
    }

    public Affaire confiee(Affaire a) throws Exception {
        avecMotifs(new HashMap<>(), c -> accueil.confier(a.assistante(), a.ip(), UNITE, c)).andExpect(status().isNoContent());
        return a;
    }

    public Affaire designee(Affaire a) throws Exception {
        Map<String, Object> corps = new HashMap<>(Map.of("version", version(a.ip()), "evaluateurs", List.of(
                Map.of("utilisateurId", a.anne(), "profession", "ASSISTANT_SOCIAL"), Map.of("utilisateurId", a.bruno(), "profession", "PUERICULTRICE"))));
        avecMotifs(corps, c -> accueil.poster(a.responsable(), "/api/ip/" + a.ip() + "/evaluation/designation", c)).andExpect(status().isNoContent());
        return a;
    }

    /** Léa at risk, common-law support proposed; Tom in danger, the judicial authority proposed. */
    public Affaire rendue(Affaire a) throws Exception {
        conclure(a, a.lea(), "RISQUE", "DROIT_COMMUN");
        conclure(a, a.tom(), "DANGER", "SAISINE_JUDICIAIRE");
        Map<String, Object> corps = new HashMap<>(Map.of("version", version(a.ip())));
        avecMotifs(corps, c -> accueil.poster(a.anne(), "/api/ip/" + a.ip() + "/evaluation/rapport", c)).andExpect(status().isNoContent());
        return a;
    }

    private void conclure(Affaire a, UUID mineur, String conclusion, String proposition) throws Exception {
        if (jdbc.sql("select retire_le is not null from mineur_concerne where id = ?").param(mineur).query(Boolean.class).single()) {
            return;
        }
        long version = jdbc.sql("select version from conclusion_mineur where mineur_id = ?").param(mineur).query(Long.class).optional().orElse(0L);
        mvc.perform(put("/api/ip/" + a.ip() + "/evaluation/conclusions/" + mineur).with(gens.comme(a.anne())).contentType("application/json")
                .content(json.writeValueAsString(Map.of("version", version, "conclusion", conclusion, "natures", List.of("NEGLIGENCES"),
                        "proposition", proposition)))).andExpect(status().isOk());
    }

    /** Waiting for its decision. */
    public Affaire aDecider() throws Exception {
        return rendue(designee(confiee(qualifiee(recue()))));
    }

    public Map<String, Object> decision(Affaire a) {
        Map<String, Object> corps = new LinkedHashMap<>();
        corps.put("version", version(a.ip()));
        corps.put("signataireId", a.ref());
        corps.put("decideeLe", horloge.aujourdhui().toString());
        corps.put("mineurs", new ArrayList<>(List.of(droitCommun(a.lea()), justice(a.tom()))));
        return corps;
    }

    public static Map<String, Object> droitCommun(UUID mineur) {
        return new HashMap<>(Map.of("mineurId", mineur, "issue", "DROIT_COMMUN", "motivation", "Soutien accepté."));
    }

    public static Map<String, Object> justice(UUID mineur) {
        return new HashMap<>(Map.of("mineurId", mineur, "issue", "AUTORITE_JUDICIAIRE", "critere", "ACTIONS_IMPOSSIBLES", "actionsTentees",
                "AED refusée.", "motivation", "Danger."));
    }

    public Affaire decidee(Affaire a) throws Exception {
        accueil.poster(a.ref(), "/api/ip/" + a.ip() + "/decision", decision(a)).andExpect(status().isOk());
        return a;
    }

    /** Everybody told today by letter. */
    public Map<String, Object> information(Affaire a, boolean terminer) throws Exception {
        List<Map<String, Object>> lignes = new ArrayList<>();
        for (JsonNode d : accueil.lu(a.assistante(), "/api/ip/" + a.ip() + "/informations").get("destinataires")) {
            if (d.get("du").asBoolean() && d.get("information").isNull()) {
                Map<String, Object> ligne = new LinkedHashMap<>();
                ligne.put("genre", d.get("genre").asText());
                ligne.put("referenceId", d.get("referenceId").asText());
                ligne.put("mineurId", d.get("mineurId").isNull() ? null : d.get("mineurId").asText());
                ligne.put("moyen", "COURRIER");
                ligne.put("donneeLe", horloge.aujourdhui().toString());
                lignes.add(ligne);
            }
        }
        Map<String, Object> corps = new LinkedHashMap<>();
        corps.put("version", version(a.ip()));
        corps.put("lignes", lignes);
        corps.put("terminer", terminer);
        return corps;
    }

    public Affaire informee(Affaire a) throws Exception {
        accueil.poster(a.assistante(), "/api/ip/" + a.ip() + "/informations", information(a, true)).andExpect(status().isOk());
        return a;
    }

    public ResultActions suite(Affaire a, UUID mineur, String suite) throws Exception {
        Map<String, Object> corps = new LinkedHashMap<>();
        corps.put("version", version(a.ip()));
        corps.put("mineurId", mineur);
        corps.put("suite", suite);
        corps.put("survenueLe", horloge.aujourdhui().toString());
        return accueil.poster(a.ref(), "/api/ip/" + a.ip() + "/suites-judiciaires", corps);
    }

    public long version(UUID ip) {
        return jdbc.sql("select version from information_preoccupante where id = ?").param(ip).query(Long.class).single();
    }

    public String etat(UUID ip) {
        return jdbc.sql("select etat from information_preoccupante where id = ?").param(ip).query(String.class).single();
    }

    public List<String> taches(UUID sujet) {
        return jdbc.sql("select etape || ' ' || unite_id from tache where sujet_id = ? order by 1").param(sujet).query(String.class).list();
    }

    /** Live periods, « EVALUATION cdas-redon ouverte ». */
    public List<String> periodes(UUID ip) {
        return jdbc.sql("""
                select genre || ' ' || coalesce(unite_id, '') || ' ' || debut || ' ' || coalesce(fin::text, 'ouverte') from periode
                where sujet_id = ? and connu_au is null order by 1""").param(ip).query(String.class).list();
    }

    /** Live due dates of the file. */
    public List<String> echeances(UUID ip) {
        return jdbc.sql("""
                select genre || ' ' || date_legale || ' ' || etat from echeance where sujet_id = ? and etat <> 'ANNULEE' order by 1, objet_id""")
                .param(ip).query(String.class).list();
    }

    /** How many events of a type stand about the file. */
    public long comptes(UUID sujet, String type) {
        return jdbc.sql("""
                select count(*) from evenement_valide e join evenement_sujet s on s.evenement_id = e.id where e.type = ? and s.sujet_id = ?""")
                .params(type, sujet).query(Long.class).single();
    }

    /** Something that may be refused for want of reasons, sent again with them. */
    public interface Envoi {
        ResultActions envoyer(Map<String, Object> corps) throws Exception;
    }

    public ResultActions avecMotifs(Map<String, Object> corps, Envoi envoi) throws Exception {
        ResultActions reponse = envoi.envoyer(corps);
        if (reponse.andReturn().getResponse().getStatus() != 422) {
            return reponse;
        }
        JsonNode probleme = json.readTree(reponse.andReturn().getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(probleme.path("avertissements").isEmpty()).as(probleme.toString()).isFalse();
        Map<String, String> motifs = new HashMap<>();
        probleme.get("avertissements").forEach(x -> motifs.put(x.get("code").asText(), "Motif d’essai."));
        corps.put("motifs", motifs);
        return envoi.envoyer(corps);
    }
}
