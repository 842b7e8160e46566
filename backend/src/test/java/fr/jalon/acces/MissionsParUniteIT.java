package fr.jalon.acces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.commun.Sujet;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.decision.Affaires;
import fr.jalon.ip.decision.Affaires.Affaire;
import fr.jalon.ip.reception.Accueil;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody with two duties in two units has each mission in its unit and not in the other. */
@TestIntegration
class MissionsParUniteIT {

    private static final String ICI = Affaires.UNITE;
    private static final String AILLEURS = "cdas-fougeres";

    @Autowired
    private Affaires affaires;
    @Autowired
    private Accueil accueil;
    @Autowired
    private Acces acces;
    @Autowired
    private Utilisateurs utilisateurs;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_mission_is_held_where_the_duty_gives_it_and_the_same_mission_of_two_duties_in_both() {
        UUID qui = gens.de(Role.REF, AILLEURS);
        aussi(qui, Role.EVALUATEUR, ICI);
        aussi(qui, Role.ASSISTANTE_IP, "cdas-combourg");
        Identite identite = utilisateurs.identite(qui).orElseThrow();
        assertThat(identite.unites()).containsExactlyInAnyOrder(ICI, AILLEURS, "cdas-combourg");
        assertThat(identite.territoire(Mission.DECISION).unites()).containsExactly(AILLEURS);
        assertThat(identite.territoire(Mission.EVALUATION).unites()).containsExactly(ICI);
        assertThat(identite.territoire(Mission.MANDAT).unites()).containsExactlyInAnyOrder(AILLEURS, "cdas-combourg");
        assertThat(identite.a(Mission.DECISION, ICI)).isFalse();
        assertThat(identite.territoire(Mission.SUPERVISION)).isEqualTo(Territoire.NULLE_PART);
    }

    @Test
    void whoever_decides_elsewhere_and_evaluates_here_reads_a_file_here_and_does_not_decide_it() throws Exception {
        UUID qui = gens.de(Role.REF, AILLEURS);
        aussi(qui, Role.EVALUATEUR, ICI);
        Affaire aDecider = affaires.aDecider();
        Affaire aConfier = affaires.qualifiee(affaires.recue());
        Affaire aEvaluer = affaires.designee(affaires.confiee(affaires.qualifiee(affaires.recue())));

        accueil.lire(qui, "/api/ip/" + aDecider.ip()).andExpect(status().isOk());
        assertThat(peut(qui, Mission.DECISION, aDecider)).isFalse();
        assertThat(peut(qui, Mission.EVALUATION, aEvaluer)).isTrue();
        affaires.avecMotifs(new HashMap<>(), c -> accueil.confier(qui, aConfier.ip(), ICI, c)).andExpect(status().isForbidden());
        String decider = tache(aDecider);
        accueil.poster(qui, "/api/taches/" + decider + "/prendre", Map.of()).andExpect(status().isForbidden());
        accueil.poster(qui, "/api/taches/affectation", Map.of("ids", List.of(decider), "utilisateurId", aDecider.ref())).andExpect(status().isForbidden());
        accueil.poster(qui, "/api/taches/" + tache(aEvaluer) + "/prendre", Map.of()).andExpect(status().is2xxSuccessful());

        assertThat(enListe(qui, "EQUIPE", aEvaluer)).isTrue();
        assertThat(enListe(qui, "EQUIPE", aDecider)).isFalse();
        assertThat(enListe(qui, "EQUIPE", aConfier)).isFalse();
        assertThat(enListe(qui, "UNITE", aDecider)).isTrue();
    }

    @Test
    void whoever_writes_elsewhere_and_only_follows_here_reads_a_child_here_and_corrects_nothing() throws Exception {
        UUID qui = gens.de(Role.EVALUATEUR, AILLEURS);
        aussi(qui, Role.REFERENT_PPEF, ICI);
        Affaire a = affaires.qualifiee(affaires.recue());
        UUID enfant = jdbc.sql("select enfant_id from mineur_concerne where id = ?").param(a.lea()).query(UUID.class).single();
        accueil.lire(qui, "/api/enfants/" + enfant).andExpect(status().isOk()).andExpect(jsonPath("$.droits.ecrire").value(false));
        accueil.poster(qui, "/api/enfants/" + enfant + "/noms", Map.of("nom", "Autre", "prenoms", ""))
                .andExpect(status().isForbidden());
    }

    @Test
    void whoever_supervises_elsewhere_and_evaluates_here_does_not_watch_over_here() throws Exception {
        UUID qui = gens.de(Role.SUPERVISEUR, AILLEURS);
        aussi(qui, Role.EVALUATEUR, ICI);
        Affaire a = affaires.designee(affaires.confiee(affaires.qualifiee(affaires.recue())));
        accueil.lire(qui, "/api/pilotage?unite=" + ICI).andExpect(status().isForbidden());
        accueil.poster(a.anne(), "/api/taches/" + tache(a) + "/prendre", Map.of()).andExpect(status().is2xxSuccessful());
        accueil.poster(qui, "/api/taches/" + tache(a) + "/remettre", Map.of()).andExpect(status().isConflict());
    }

    private void aussi(UUID qui, Role role, String unite) {
        jdbc.sql("insert into utilisateur_role(utilisateur_id, role, unite_id) values (?, ?, ?)").params(qui, role.name(), unite).update();
    }

    private boolean peut(UUID qui, Mission mission, Affaire a) {
        return gens.en(qui, () -> acces.peut(mission, Sujet.ip(a.ip())));
    }

    private String tache(Affaire a) {
        return jdbc.sql("select id from tache where sujet_id = ?").param(a.ip()).query(String.class).single();
    }

    private boolean enListe(UUID qui, String vue, Affaire a) throws Exception {
        String numero = jdbc.sql("select numero from information_preoccupante where id = ?").param(a.ip()).query(String.class).single();
        String page = accueil.poster(qui, "/api/taches/recherche", Map.of("vue", vue, "q", numero)).andExpect(status().isOk()).andReturn()
                .getResponse().getContentAsString();
        return page.contains(a.ip().toString());
    }
}
