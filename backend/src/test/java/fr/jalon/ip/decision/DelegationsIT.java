package fr.jalon.ip.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Role;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.decision.Affaires.Affaire;
import fr.jalon.ip.reception.Accueil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

@TestIntegration
class DelegationsIT {

    @Autowired
    private Accueil accueil;
    @Autowired
    private Affaires affaires;
    @Autowired
    private Delegations delegations;
    @Autowired
    private Gens gens;
    @Autowired
    private Horloge horloge;

    private UUID administrateur;
    private LocalDate jour;

    @BeforeEach
    void arriver() {
        administrateur = gens.de(Role.ADMINISTRATEUR, null);
        jour = horloge.aujourdhui();
    }

    private Map<String, Object> delegation(UUID qui) {
        return new HashMap<>(Map.of("utilisateurId", qui, "reference", "Arrêté 2026-12", "du", jour.toString()));
    }

    @Test
    void a_delegation_is_given_listed_and_valid_from_its_first_day_to_its_last() throws Exception {
        UUID ref = gens.de(Role.REF, Affaires.UNITE);
        Map<String, Object> d = delegation(ref);
        d.put("au", jour.plusDays(10).toString());
        accueil.poster(administrateur, "/api/delegations", d).andExpect(status().isCreated());
        assertThat(delegations.valide(ref, jour.minusDays(1))).isEmpty();
        assertThat(delegations.valide(ref, jour)).isPresent();
        assertThat(delegations.valide(ref, jour.plusDays(10))).isPresent();
        assertThat(delegations.valide(ref, jour.plusDays(11))).isEmpty();
        accueil.lire(administrateur, "/api/delegations").andExpect(status().isOk()).andExpect(jsonPath("$[*].utilisateurId", hasItem(ref.toString())));
        accueil.poster(administrateur, "/api/delegations", d).andExpect(status().isConflict());
    }

    @Test
    void ones_own_delegation_is_used_before_an_interim() {
        UUID absent = gens.de(Role.REF, Affaires.UNITE);
        UUID ref = gens.de(Role.REF, Affaires.UNITE);
        affaires.deleguer(ref, absent, jour, jour.plusDays(5));
        assertThat(delegations.valide(ref, jour).orElseThrow().interimDe()).isEqualTo(absent);
        affaires.deleguer(ref, null, jour, null);
        assertThat(delegations.valide(ref, jour).orElseThrow().interimDe()).isNull();
        assertThat(delegations.signataires(jour)).filteredOn(s -> s.utilisateurId().equals(ref)).hasSize(1);
    }

    @Test
    void an_interim_without_end_an_end_before_its_start_or_nobody_are_refused_at_their_fields() throws Exception {
        UUID ref = gens.de(Role.REF, Affaires.UNITE);
        Map<String, Object> d = delegation(ref);
        d.put("interimDe", gens.de(Role.REF, Affaires.UNITE));
        accueil.poster(administrateur, "/api/delegations", d).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("au"));
        d.put("interimDe", ref);
        d.put("au", jour.minusDays(1).toString());
        accueil.poster(administrateur, "/api/delegations", d).andExpect(jsonPath("$.erreurs[*].champ", hasItem("au")))
                .andExpect(jsonPath("$.erreurs[*].champ", hasItem("interimDe")));
        accueil.poster(administrateur, "/api/delegations", Map.of()).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[*].champ", hasItem("utilisateurId")));
    }

    @Test
    void a_delegation_does_not_end_before_what_was_signed_under_it() throws Exception {
        Affaire a = affaires.decidee(affaires.aDecider());
        UUID id = delegations.valide(a.ref(), jour).orElseThrow().id();
        accueil.poster(administrateur, "/api/delegations/" + id + "/fin", Map.of("au", jour.minusDays(1).toString()))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("au"));
        accueil.poster(administrateur, "/api/delegations/" + id + "/fin", Map.of("au", jour.toString(), "motif", "Départ.")).andExpect(status().isNoContent());
        assertThat(delegations.valide(a.ref(), jour.plusDays(1))).isEmpty();
        accueil.poster(administrateur, "/api/delegations/" + UUID.randomUUID() + "/fin", Map.of("au", jour.toString())).andExpect(status().isNotFound());
    }

    @Test
    void only_an_administrator_keeps_them() throws Exception {
        UUID ref = affaires.decideur();
        accueil.lire(ref, "/api/delegations").andExpect(status().isForbidden());
        accueil.lire(ref, "/api/delegations/personnes").andExpect(status().isForbidden());
        accueil.poster(ref, "/api/delegations", delegation(ref)).andExpect(status().isForbidden());
        accueil.poster(ref, "/api/delegations/" + UUID.randomUUID() + "/fin", Map.of("au", jour.toString())).andExpect(status().isForbidden());
        accueil.lire(administrateur, "/api/delegations/personnes").andExpect(status().isOk()).andExpect(jsonPath("$[*].id", hasItem(ref.toString())));
    }
}
