package fr.jalon.droits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.acces.Role;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.courrier.ImprimerieDEssai;
import fr.jalon.courrier.PdfUa;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.reception.Accueil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;

/** An access request on a file that has everything, from its arrival to the archive that is handed over. */
@TestIntegration
class CopieDuDossierIT {

    @Autowired
    private DossierEntier entiers;
    @Autowired
    private Accueil accueil;
    @Autowired
    private Gens gens;
    @Autowired
    private Horloge horloge;
    @Autowired
    private JdbcClient jdbc;

    private DossierEntier.Entier e;
    private UUID superviseur;
    private UUID id;

    @BeforeEach
    void une_demande() throws Exception {
        e = entiers.clos();
        superviseur = gens.de(Role.SUPERVISEUR, null);
        Map<String, Object> d = new LinkedHashMap<>();
        d.put("enfantId", e.lea());
        d.put("genre", "ACCES");
        d.put("qualite", "ENFANT");
        d.put("demandeur", "L’intéressée");
        d.put("recueLe", horloge.aujourdhui().toString());
        d.put("identiteLe", horloge.aujourdhui().toString());
        d.put("identiteMoyen", "Carte vue");
        id = accueil.id(accueil.poster(superviseur, "/api/droits/demandes", d).andExpect(status().isCreated()), "id");
    }

    private String adresse(String suite) {
        return "/api/droits/demandes/" + id + suite;
    }

    private Map<String, Object> version() {
        return new LinkedHashMap<>(Map.of("version", jdbc.sql("select version from droits_demande where id = ?").param(id).query(Long.class).single()));
    }

    private JsonNode revue() throws Exception {
        return accueil.lu(superviseur, adresse("/revue"));
    }

    private JsonNode piece(String cle) throws Exception {
        for (JsonNode p : revue().get("pieces")) {
            if (p.get("cle").asText().startsWith(cle)) {
                return p;
            }
        }
        throw new AssertionError("no part " + cle);
    }

    private ResultActions decider(JsonNode piece, JsonNode element, String sort, Object... champs) throws Exception {
        Map<String, Object> c = new LinkedHashMap<>();
        c.put("piece", piece.get("cle").asText());
        c.put("element", element == null ? null : element.get("cle").asText());
        c.put("sort", sort);
        c.put("empreinte", (element == null ? piece : element).get("empreinte").asText());
        for (int i = 0; i < champs.length; i += 2) {
            c.put((String) champs[i], champs[i + 1]);
        }
        return accueil.poster(superviseur, adresse("/revue"), c);
    }

    private void toutCommuniquer() throws Exception {
        for (JsonNode p : revue().get("pieces")) {
            if (p.get("aExaminer").asLong() > 0) {
                decider(p, null, "COMMUNIQUE").andExpect(status().isNoContent());
            }
        }
    }

    @Test
    void everything_is_there_and_who_transmitted_and_the_withheld_address_never_are() throws Exception {
        String lu = revue().toString();
        assertThat(lu).contains(e.nom(), "Faits " + e.mot(), "Les parents " + e.mot(), "Tante " + e.mot(), "Tribunal " + e.mot(), "Fin " + e.mot(), "Entretien " + e.mot(),
                "Parole " + e.mot(), "lettre-" + e.mot(), "Soutien accepté.", "Information préoccupante – IP-",
                "Vus " + e.mot(), "Dit " + e.mot(), "École " + e.mot(), "Oui " + e.mot(), "Si " + e.mot(), "Avis " + e.mot(), "Statut " + e.mot(), "Synthèse " + e.mot(),
                "Mes mots " + e.mot(), "Partie " + e.mot(), "But " + e.mot(), "Action " + e.mot());
        // The decision on the brother is his.
        assertThat(lu).doesNotContain("AED refusée.");
        assertThat(lu).doesNotContain("Voisinage").doesNotContain("06 00 00 00 00").doesNotContain("Cachée").doesNotContain("CACHEE");
        assertThat(lu).contains("dits par M. " + LectureDossier.TU, "adresse : " + LectureDossier.TU);
        assertThat(lu).doesNotContain("Signalement à l’autorité judiciaire").doesNotContain("Son frère dit");
    }

    @Test
    void nothing_comes_out_before_every_part_was_looked_at() throws Exception {
        accueil.poster(superviseur, adresse("/copie"), version()).andExpect(status().isUnprocessableEntity());
        for (String sortie : new String[] {"/copie/pdf", "/copie/json", "/copie/archive"}) {
            accueil.lire(superviseur, adresse(sortie)).andExpect(status().isConflict());
        }
        Map<String, Object> reponse = version();
        reponse.putAll(Map.of("decision", "ACCEPTEE", "le", horloge.aujourdhui().toString(), "moyen", "Remise en main propre"));
        accueil.poster(superviseur, adresse("/reponse"), reponse).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void to_withhold_or_mask_asks_for_a_reason_a_ground_and_words_that_are_there() throws Exception {
        JsonNode rapport = piece("rapport_section:");
        decider(rapport, null, "RETENU").andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[*].champ", hasItem("motif")))
                .andExpect(jsonPath("$.erreurs[*].champ", hasItem("article")));
        decider(rapport, null, "OCCULTE", "motif", "Vie privée", "article", "TIERS", "passages", new String[] {"absent du rapport"}).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("passages"));
        JsonNode documents = piece("document");
        decider(documents, documents.get("elements").get(0), "OCCULTE", "motif", "Tiers", "article", "TIERS").andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("copieId"));
    }

    @Test
    void what_was_decided_is_what_is_given_frozen_printed_readably_and_archived_the_same_twice() throws Exception {
        toutCommuniquer();
        decider(piece("rapport_section:"), null, "OCCULTE", "motif", "Vie privée des parents", "article", "TIERS", "passages", new String[] {"Les parents " + e.mot()})
                .andExpect(status().isNoContent());
        decider(piece("information_entrante:"), null, "RETENU", "motif", "Ferait connaître son auteur", "article", "AUTEUR").andExpect(status().isNoContent());
        JsonNode signalement = piece("ressource_entourage:");
        decider(signalement, null, "JURIDICTION", "motif", "À demander au greffe", "article", "ASSISTANCE_EDUCATIVE").andExpect(status().isNoContent());
        accueil.poster(superviseur, adresse("/copie"), version()).andExpect(status().isOk()).andExpect(jsonPath("$.occultees").value(1)).andExpect(jsonPath("$.retenues").value(2))
                .andExpect(jsonPath("$.fichiers").value(1));

        byte[] pdf = octets("/copie/pdf");
        assertThat(PdfUa.defauts(pdf)).isEmpty();
        String texte = ImprimerieDEssai.texte(pdf);
        assertThat(texte).contains(e.nom()).contains("Soutien accepté.").contains("Ferait connaître son auteur").contains("[occulté]").contains("Parole " + e.mot());
        assertThat(texte).doesNotContain("Les parents " + e.mot()).doesNotContain("Faits " + e.mot()).doesNotContain("Tante " + e.mot()).doesNotContain("Voisinage")
                .doesNotContain("Cachée").doesNotContain("CACHEE");
        ImprimerieDEssai.images(pdf, "droits-dossier");
        String json = new String(octets("/copie/json"), StandardCharsets.UTF_8);
        assertThat(json).contains("Soutien accepté.").doesNotContain("Faits " + e.mot()).doesNotContain("Voisinage");
        byte[] zip = octets("/copie/archive");
        assertThat(octets("/copie/archive")).isEqualTo(zip);
        assertThat(LectureDossier.empreinte(zip)).isEqualTo(accueil.lu(superviseur, adresse("")).get("exemplaire").get("zipSha256").asText());
        Map<String, byte[]> entrees = entrees(zip);
        assertThat(entrees.keySet()).containsExactly("dossier.pdf", "dossier.json", "documents/001-lettre-" + e.mot() + ".txt", "empreintes-sha256.txt");
        assertThat(entrees.get("dossier.pdf")).isEqualTo(pdf);
        assertThat(new String(entrees.get("documents/001-lettre-" + e.mot() + ".txt"), StandardCharsets.UTF_8)).isEqualTo("Lettre " + e.mot());
        // Kept encrypted.
        assertThat(new String(jdbc.sql("select json from droits_remise where demande_id = ?").param(id).query((l, n) -> l.getBytes(1)).single(), StandardCharsets.ISO_8859_1))
                .doesNotContain("Soutien");

        Map<String, Object> reponse = version();
        reponse.putAll(Map.of("decision", "EN_PARTIE", "motif", "Voir la liste jointe.", "le", horloge.aujourdhui().toString(), "moyen", "Remise en main propre"));
        accueil.poster(superviseur, adresse("/reponse"), reponse).andExpect(status().isNoContent());
        // What was given does not change: the parts are closed, the copy can be read again.
        decider(piece("rapport_section:"), null, "COMMUNIQUE").andExpect(status().isConflict());
        assertThat(octets("/copie/pdf")).isEqualTo(pdf);
        assertThat(jdbc.sql("select quoi from journal_acces where sujet_id = ? and quoi like 'droits.%' order by id").param(e.lea()).query(String.class).list())
                .contains("droits.ouvrir", "droits.decider", "droits.arreter", "droits.pdf", "droits.archive", "droits.remettre");
    }

    @Test
    void a_part_that_changed_since_it_was_decided_is_looked_at_again() throws Exception {
        toutCommuniquer();
        assertThat(revue().get("aExaminer").asLong()).isZero();
        jdbc.sql("update rapport_section set texte = 'Autre chose.' where ip_id = ?").param(e.affaire().ip()).update();
        JsonNode rapport = piece("rapport_section:");
        assertThat(rapport.get("aExaminer").asLong()).isPositive();
        accueil.poster(superviseur, adresse("/copie"), version()).andExpect(status().isUnprocessableEntity());
        // And a decision on what was read before is told so.
        Map<String, Object> c = new LinkedHashMap<>(Map.of("piece", rapport.get("cle").asText(), "sort", "COMMUNIQUE", "empreinte", "ancienne"));
        accueil.poster(superviseur, adresse("/revue"), c).andExpect(status().isConflict());
    }

    @Test
    void an_answer_is_whole_or_is_not_who_sees_a_part_of_the_file_does_not_prepare_it() throws Exception {
        UUID ref = gens.de(Role.REF, "cdas-redon");
        jdbc.sql("delete from sujet_unite where sujet_id = ?").param(e.mesure()).update();
        accueil.lire(ref, adresse("/revue")).andExpect(status().isForbidden()).andExpect(jsonPath("$.detail").value(containsString("hors de votre territoire")));
    }

    private byte[] octets(String suite) throws Exception {
        return accueil.lire(superviseur, adresse(suite)).andExpect(status().isOk()).andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(header().string("Content-Disposition", containsString("attachment"))).andReturn().getResponse().getContentAsByteArray();
    }

    private static Map<String, byte[]> entrees(byte[] zip) throws Exception {
        Map<String, byte[]> entrees = new LinkedHashMap<>();
        try (ZipInputStream flux = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry x = flux.getNextEntry(); x != null; x = flux.getNextEntry()) {
                entrees.put(x.getName(), flux.readAllBytes());
            }
        }
        return entrees;
    }
}
