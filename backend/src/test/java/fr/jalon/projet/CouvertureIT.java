package fr.jalon.projet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.reception.Accueil;
import fr.jalon.mesure.Atelier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

/** Coverage counted by hand in a territory nobody else of the tests works in, and the list behind each figure. */
@TestIntegration
class CouvertureIT {

    private static final String UNITE = "cdas-montfort";

    @Autowired
    private AtelierProjet atelier;
    @Autowired
    private Accueil accueil;
    @Autowired
    private Gens gens;
    @Autowired
    private org.springframework.jdbc.core.simple.JdbcClient jdbc;

    private Atelier mesures;
    private UUID superviseur;

    @BeforeEach
    void personnes() {
        mesures = atelier.mesures();
        superviseur = gens.de(Role.SUPERVISEUR, null);
    }

    private UUID projet(int demarreeIlYA, String produit) throws Exception {
        UUID enfant = mesures.enfant();
        Map<String, Object> d = "PLACEMENT".equals(produit) ? mesures.placement(demarreeIlYA + 5, enfant) : mesures.judiciaire(demarreeIlYA + 5, enfant);
        UUID m = atelier.mesure(d, demarreeIlYA);
        UUID p = atelier.projet(enfant);
        if (demarreeIlYA > 20) {
            mesures.fait(mesures.ref(), m, "transfert", "genre", "UNITE", "le", atelier.ilYA(1), "uniteId", unite());
        } else {
            mesures.fait(mesures.ref(), m, "transfert", "genre", "UNITE", "le", atelier.ilYA(0), "uniteId", unite());
        }
        return p;
    }

    private String unite() {
        return jdbc.sql("select id from unite where id = ?").param(UNITE).query(String.class).optional()
                .orElseGet(() -> jdbc.sql("select id from unite where id like 'cdas-%' and id not in ('cdas-redon', 'cdas-combourg') order by id desc limit 1")
                        .query(String.class).single());
    }

    @Test
    void coverage_is_what_a_hand_counts_and_each_figure_opens_its_list() throws Exception {
        JsonNode avant = ligne("unites", unite());
        UUID valide = mesuresEtabli(300, 200, "MEP");
        UUID depassee = mesuresEtabli(600, 500, "PLACEMENT");
        UUID jamais = projet(150, "MEP");
        UUID commence = projet(150, "MEP");
        UUID referent = gens.de(Role.REFERENT_PPEF, unite());
        atelier.fait(referent, commence, "avis", "le", atelier.ilYA(0), "sens", "ACCORD", "texte", "D’accord.");
        UUID recent = projet(10, "MEP");
        JsonNode u = ligne("unites", unite());
        assertThat(plus(u, avant, "/enfants")).as("measures of more than three months").isEqualTo(4);
        assertThat(plus(u, avant, "/couverts")).isOne();
        assertThat(plus(u, avant, "/parCas/VALIDE")).isOne();
        assertThat(plus(u, avant, "/parCas/REVISION_DEPASSEE")).isOne();
        assertThat(plus(u, avant, "/parCas/JAMAIS_COMMENCE")).isOne();
        assertThat(plus(u, avant, "/parCas/RETARD")).isOne();
        assertThat(plus(u, avant, "/parCas/DANS_LES_DELAIS")).isOne();
        assertThat(plus(u, avant, "/avecMep")).isOne();
        Map<String, UUID> attendus = new LinkedHashMap<>(Map.of("VALIDE", valide, "REVISION_DEPASSEE", depassee, "JAMAIS_COMMENCE", jamais, "RETARD", commence,
                "DANS_LES_DELAIS", recent));
        for (Map.Entry<String, UUID> e : attendus.entrySet()) {
            JsonNode liste = accueil.lu(superviseur, "/api/projets-suivi/enfants?unite=" + unite() + "&cas=" + e.getKey());
            assertThat(liste.get("lignes").findValuesAsText("projetId")).as(e.getKey()).contains(e.getValue().toString());
            assertThat(liste.get("total").asLong()).as("the list is the figure").isEqualTo(u.at("/parCas/" + e.getKey()).asLong());
        }
        assertThat(accueil.lu(superviseur, "/api/projets-suivi/enfants?unite=" + unite() + "&duDenominateur=true").get("total").asLong())
                .isEqualTo(u.get("enfants").asLong());
        JsonNode ensemble = accueil.lu(superviseur, "/api/projets-suivi/couverture");
        long parUnites = 0;
        for (JsonNode x : ensemble.get("unites")) {
            parUnites += x.get("enfants").asLong();
        }
        assertThat(parUnites).as("each child in one unit").isEqualTo(ensemble.at("/ensemble/enfants").asLong());
        assertThat(ligne("produits", "PLACEMENT").get("enfants").asLong()).isEqualTo(accueil
                .lu(superviseur, "/api/projets-suivi/enfants?produit=PLACEMENT&duDenominateur=true").get("total").asLong());
    }

    private UUID mesuresEtabli(int demarree, int etabli, String produit) throws Exception {
        UUID enfant = mesures.enfant();
        UUID m = atelier.mesure("PLACEMENT".equals(produit) ? mesures.placement(demarree + 5, enfant) : mesures.judiciaire(demarree + 5, enfant), demarree);
        UUID p = atelier.projet(enfant);
        atelier.etabli(p, etabli);
        mesures.fait(mesures.ref(), m, "transfert", "genre", "UNITE", "le", atelier.ilYA(1), "uniteId", unite());
        return p;
    }

    private static long plus(JsonNode apres, JsonNode avant, String chemin) {
        return apres.at(chemin).asLong() - (avant == null ? 0 : avant.at(chemin).asLong());
    }

    private JsonNode ligne(String liste, String code) throws Exception {
        for (JsonNode x : accueil.lu(superviseur, "/api/projets-suivi/couverture").get(liste)) {
            if (code.equals(x.get("code").asText())) {
                return x;
            }
        }
        return null;
    }

    @Test
    void whoever_leads_or_follows_reads_their_territory_and_nobody_else_reads_anything() throws Exception {
        UUID ref = gens.de(Role.REF, Atelier.UNITE);
        atelier.projet(30);
        JsonNode sien = accueil.lu(ref, "/api/projets-suivi/couverture");
        assertThat(sien.get("unites").findValuesAsText("code")).containsOnly(Atelier.UNITE);
        for (String chemin : new String[] {"/api/projets-suivi/couverture", "/api/projets-suivi/enfants"}) {
            accueil.lire(gens.de(Role.EVALUATEUR, Atelier.UNITE), chemin).andExpect(status().isForbidden());
            accueil.lire(mesures.service(), chemin).andExpect(status().isForbidden());
            accueil.lire(gens.de(Role.ADMINISTRATEUR, null), chemin).andExpect(status().isForbidden());
        }
        accueil.lire(ref, "/api/projets-suivi/enfants?apres=rien").andExpect(status().isUnprocessableEntity());
        JsonNode page = accueil.lu(ref, "/api/projets-suivi/enfants?taille=1");
        if (!page.get("suivante").isNull()) {
            JsonNode suite = accueil.lu(ref, "/api/projets-suivi/enfants?taille=1&apres=" + page.get("suivante").asText());
            assertThat(suite.at("/lignes/0/projetId").asText()).isNotEqualTo(page.at("/lignes/0/projetId").asText());
        }
    }
}
