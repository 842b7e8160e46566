package fr.jalon.acces.droits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import org.junit.jupiter.api.Test;
import org.springdoc.core.properties.SpringDocConfigProperties;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mass assignment: a form says what it says and nothing more. To each form of the OpenAPI documents are added, one at a time, fields that a
 * row of ours might have; each is refused as unreadable before anything is done.
 */
@TestIntegration
class ChampsInconnusIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> AJOUTES = List.of("actif", "habilitations", "creeLe", "saisiPar", "departementEntier", "systeme");
    /** What is kept as it was typed: the content of a draft, read again by its author alone. */
    private static final Set<String> LIBRES = Set.of("PUT /api/brouillons/{formulaire}");

    @Autowired
    private MockMvc mvc;
    @Autowired
    private Gens gens;
    @Autowired
    private SpringDocConfigProperties reglages;
    @Autowired
    private TransactionTemplate transaction;

    @Test
    void a_field_that_is_not_of_the_form_is_refused_by_every_form() throws Exception {
        Map<Role, UUID> gensDe = new LinkedHashMap<>();
        gensDe.put(Role.SUPERVISEUR, gens.de(Role.SUPERVISEUR, null));
        List<String> fautes = new ArrayList<>();
        int essais = 0;
        for (PointEntree p : PointEntree.tous(mvc, gens, reglages)) {
            JsonNode corps = p.fichier() || p.methode().equals("GET") ? null : JSON.readTree(p.corps());
            if (corps == null || !corps.isObject() || corps.isEmpty() || LIBRES.contains(p.nom())) {
                continue;
            }
            for (String champ : AJOUTES) {
                if (corps.has(champ)) {
                    continue;
                }
                essais++;
                String envoye = ((ObjectNode) corps.deepCopy()).put(champ, true).toString();
                int statut = transaction.execute(s -> {
                    s.setRollbackOnly();
                    return statut(p, envoye, gensDe.get(Role.SUPERVISEUR));
                });
                if (statut != 400 && statut != 422) {
                    fautes.add(p.nom() + " + " + champ + " : " + statut);
                }
            }
        }
        assertThat(fautes).isEmpty();
        assertThat(essais).as("forms there are").isGreaterThan(300);
    }

    private int statut(PointEntree p, String corps, UUID qui) {
        try {
            MvcResult r = mvc.perform(request(HttpMethod.valueOf(p.methode()), adresse(p.chemin())).with(gens.comme(qui)).contentType("application/json").content(corps))
                    .andReturn();
            return r.getResponse().getStatus();
        } catch (Exception e) {
            throw new IllegalStateException(p.nom(), e);
        }
    }

    static String adresse(String chemin) {
        StringBuilder adresse = new StringBuilder();
        java.util.regex.Matcher variables = java.util.regex.Pattern.compile("\\{(\\w+)}").matcher(chemin);
        while (variables.find()) {
            String valeur = DossiersDEssai.valeur(chemin, variables.group(1));
            variables.appendReplacement(adresse, valeur == null ? new UUID(0, 9).toString() : valeur);
        }
        return variables.appendTail(adresse).toString();
    }
}
