package fr.jalon.journal;

import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.UUID;

import fr.jalon.acces.Role;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EnfantSaisi;
import fr.jalon.dossier.Naissance;
import fr.jalon.dossier.Sexe;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@TestIntegration
class JournalIT {

    @Autowired
    private MockMvc mvc;
    @Autowired
    private Gens gens;
    @Autowired
    private Dossiers dossiers;
    @Autowired
    private PlatformTransactionManager transactions;
    @Autowired
    private JdbcClient jdbc;

    private UUID lectrice;
    private UUID enfant;

    @BeforeEach
    void a_file_opened_by_one_and_refused_to_another() throws Exception {
        lectrice = gens.de(Role.ASSISTANTE_IP, "cdas-redon");
        enfant = gens.en(lectrice, () -> new TransactionTemplate(transactions).execute(s -> dossiers.creerEnfant(
                EnfantSaisi.de("Bervenec", "Essai", Naissance.exacte(LocalDate.of(2016, 4, 2)), Sexe.INCONNU), "cdas-redon")));
        mvc.perform(get("/api/enfants/" + enfant).with(gens.comme(lectrice))).andExpect(status().isOk());
        mvc.perform(get("/api/enfants/" + enfant).with(gens.comme(gens.de(Role.ASSISTANTE_IP, "cdas-fougeres")))).andExpect(status().isNotFound());
    }

    @Test
    void each_agent_reads_their_own_lines_and_no_name_in_them() throws Exception {
        mvc.perform(get("/api/journal/miennes").with(gens.comme(lectrice))).andExpect(status().isOk())
                .andExpect(jsonPath("$.lignes[*].genre", hasItem("OUVERTURE"))).andExpect(jsonPath("$.lignes[*].concerne", everyItem(is((Object) null))))
                .andExpect(jsonPath("$.lignes[0].enTantQue").value("Assistante IP")).andExpect(jsonPath("$.lignes[0].unites").value("CDAS Redon"));
        mvc.perform(get("/api/journal/miennes").with(gens.comme(gens.de(Role.REF, "cdas-redon")))).andExpect(jsonPath("$.lignes").isEmpty());
        mvc.perform(get("/api/journal/miennes")).andExpect(status().isUnauthorized());
    }

    @Test
    void the_officer_reads_who_opened_a_child_s_file_and_who_was_refused() throws Exception {
        UUID delegue = gens.de(Role.DELEGUE, null);
        chercher(delegue, "{\"enfantId\": \"" + enfant + "\"}").andExpect(status().isOk())
                .andExpect(jsonPath("$.lignes[?(@.genre == 'OUVERTURE')].concerne", hasItem("Essai Bervenec")))
                .andExpect(jsonPath("$.lignes[*].genre", hasItem("REFUS")));
        chercher(delegue, "{\"enfantId\": \"" + enfant + "\", \"genre\": \"REFUS\"}").andExpect(jsonPath("$.lignes.length()").value(1))
                .andExpect(jsonPath("$.lignes[0].unites").value("CDAS Fougères"));
        chercher(delegue, "{\"agentId\": \"" + lectrice + "\", \"au\": \"2020-01-01\"}").andExpect(jsonPath("$.lignes").isEmpty());
        // Reading the journal of a child is itself read in it.
        chercher(delegue, "{\"enfantId\": \"" + enfant + "\"}").andExpect(jsonPath("$.lignes[*].quoi", hasItem("journal.consulter")));
    }

    @Test
    void the_officer_finds_a_child_and_an_agent_and_opens_no_file() throws Exception {
        UUID delegue = gens.de(Role.DELEGUE, null);
        mvc.perform(post("/api/journal/enfants").with(gens.comme(delegue)).contentType(MediaType.APPLICATION_JSON).content("{\"q\": \"bervenec essai\"}"))
                .andExpect(status().isOk()).andExpect(jsonPath("$[*].id", hasItem(enfant.toString())));
        mvc.perform(post("/api/journal/agents").with(gens.comme(delegue)).contentType(MediaType.APPLICATION_JSON).content("{\"q\": \"assistante\"}"))
                .andExpect(status().isOk()).andExpect(jsonPath("$", not(is(java.util.List.of()))));
        mvc.perform(get("/api/enfants/" + enfant).with(gens.comme(delegue))).andExpect(status().isNotFound());
    }

    @Test
    void the_officer_finds_a_restricted_child_by_name_whom_the_search_keeps_silent_about() throws Exception {
        UUID delegue = gens.de(Role.DELEGUE, null);
        String nom = "Zoubrevec" + UUID.randomUUID().toString().substring(0, 4).replaceAll("[0-9]", "z");
        UUID secret = gens.en(lectrice, () -> new TransactionTemplate(transactions).execute(s -> dossiers.creerEnfant(
                EnfantSaisi.de(nom, "Maelan", Naissance.exacte(LocalDate.of(2015, 4, 2)), Sexe.INCONNU), "cdas-redon")));
        jdbc.sql("update enfant set restreint = true where id = ?").param(secret).update();
        for (String ecrit : new String[] {nom + " maelan", "Maélan " + nom.toUpperCase(java.util.Locale.ROOT), nom.substring(0, 9)}) {
            mvc.perform(post("/api/journal/enfants").with(gens.comme(delegue)).contentType(MediaType.APPLICATION_JSON).content("{\"q\": \"" + ecrit + "\"}"))
                    .andExpect(status().isOk()).andExpect(jsonPath("$[*].id", hasItem(secret.toString()))).andExpect(jsonPath("$[0].nom").value("Maelan " + nom));
        }
        chercher(delegue, "{\"enfantId\": \"" + secret + "\"}").andExpect(status().isOk());
        mvc.perform(post("/api/journal/enfants").with(gens.comme(delegue)).contentType(MediaType.APPLICATION_JSON).content("{\"q\": \"" + nom + " autre\"}"))
                .andExpect(jsonPath("$[*].id", not(hasItem(secret.toString()))));
        mvc.perform(post("/api/enfants/recherche").with(gens.comme(lectrice)).contentType(MediaType.APPLICATION_JSON).content("{\"q\": \"" + nom + "\"}"))
                .andExpect(jsonPath("$.cartes").isEmpty());
    }

    @Test
    void the_journal_is_not_read_at_large_and_bad_dates_are_told_at_their_field() throws Exception {
        UUID delegue = gens.de(Role.DELEGUE, null);
        chercher(delegue, "{}").andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("enfantId"));
        chercher(delegue, "{\"enfantId\": \"" + enfant + "\", \"du\": \"2026-02-01\", \"au\": \"2026-01-01\"}")
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("au"));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "DELEGUE", mode = EnumSource.Mode.EXCLUDE)
    void nobody_else_searches_the_journal_nor_verifies_it(Role role) throws Exception {
        UUID autre = gens.de(role, "cdas-redon");
        chercher(autre, "{\"enfantId\": \"" + enfant + "\"}").andExpect(status().isForbidden());
        for (String adresse : new String[] {"enfants", "agents", "verification"}) {
            mvc.perform(post("/api/journal/" + adresse).with(gens.comme(autre)).contentType(MediaType.APPLICATION_JSON).content("{\"q\": \"essai\"}"))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void the_officer_verifies_and_is_told_how_many_lines_are_sealed() throws Exception {
        mvc.perform(post("/api/journal/verification").with(gens.comme(gens.de(Role.DELEGUE, null)))).andExpect(status().isOk())
                .andExpect(jsonPath("$.lignes").isNumber());
    }

    private ResultActions chercher(UUID qui, String corps) throws Exception {
        return mvc.perform(post("/api/journal/recherche").with(gens.comme(qui)).contentType(MediaType.APPLICATION_JSON).content(corps));
    }
}
