package fr.jalon.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Role;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;
import fr.jalon.evenement.Periodes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

/** The timeline of a child: what is drawn, where, and for whom. */
@TestIntegration
class FriseIT {

    private static final String ICI = "cdas-redon";

    @Autowired
    private MockMvc mvc;
    @Autowired
    private Gens gens;
    @Autowired
    private Berceau berceau;
    @Autowired
    private Evenements evenements;
    @Autowired
    private Periodes periodes;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private Horloge horloge;
    @Autowired
    private JdbcClient jdbc;

    private UUID ref;
    private UUID enfant;
    private LocalDate jour;

    @BeforeEach
    void un_enfant() {
        ref = gens.de(Role.REF, ICI);
        enfant = berceau.enfant("Le Roux", "Enora", "2015-04-05", ICI);
        jour = horloge.aujourdhui();
    }

    @Test
    void periods_of_any_kind_stand_in_their_lane_and_an_unknown_kind_is_drawn_with_its_code() throws Exception {
        UUID mesure = UUID.randomUUID();
        ecrire(() -> {
            periodes.fermer(periodes.ouvrir("EVALUATION", Sujet.mesure(mesure), enfant, ICI, Map.of(), jour.minusDays(90)), jour.minusDays(30));
            UUID longue = periodes.ouvrir("GENRE_A_VENIR", Sujet.enfant(enfant), null, ICI, Map.of("a", "1"), jour.minusDays(20));
            periodes.segmenter(longue, jour.minusDays(10), ICI, Map.of("a", "2"));
            // Another child's part of the same file.
            periodes.ouvrir("EVALUATION", Sujet.mesure(mesure), UUID.randomUUID(), ICI, Map.of(), jour.minusDays(90));
        });
        frise(ref, enfant).andExpect(status().isOk()).andExpect(jsonPath("$.voies[*].code", contains("EVALUATION", "DOSSIER")))
                .andExpect(jsonPath("$.periodes", hasSize(3)))
                .andExpect(jsonPath("$.periodes[0].libelle").value("Évaluation")).andExpect(jsonPath("$.periodes[0].voie").value("EVALUATION"))
                .andExpect(jsonPath("$.periodes[0].du").value(jour.minusDays(90).toString())).andExpect(jsonPath("$.periodes[0].au").value(jour.minusDays(30).toString()))
                .andExpect(jsonPath("$.periodes[2].libelle").value("GENRE_A_VENIR")).andExpect(jsonPath("$.periodes[2].au").value(nullValue()));
    }

    @Test
    void a_cancelled_event_stays_marked_and_what_the_clock_does_by_itself_is_left_out() throws Exception {
        ecrire(() -> {
            UUID evenement = evenements.ajouter(NouvelEvenement.de("ip.decidee").survenu(jour.minusDays(3)).sujet(Sujet.enfant(enfant)));
            evenements.annuler(evenement, "ip.corrigee", "erreur");
            evenements.ajouter(NouvelEvenement.de("echeance.posee").survenu(jour).sujet(Sujet.enfant(enfant)));
        });
        frise(ref, enfant).andExpect(jsonPath("$.faits", hasSize(2))).andExpect(jsonPath("$.faits[?(@.annule==true)].voie", contains("DECISION")))
                .andExpect(jsonPath("$.faits[*].libelle", hasItem("Dossier ouvert"))).andExpect(jsonPath("$.tronquee").value(false));
    }

    @Test
    void past_four_hundred_events_the_latest_are_kept_and_it_is_said() throws Exception {
        ecrire(() -> {
            for (int i = 0; i < 405; i++) {
                evenements.ajouter(NouvelEvenement.de("visite.faite").survenu(jour.minusDays(i)).sujet(Sujet.enfant(enfant)));
            }
        });
        frise(ref, enfant).andExpect(jsonPath("$.faits", hasSize(400))).andExpect(jsonPath("$.tronquee").value(true))
                .andExpect(jsonPath("$.faits[*].le", not(hasItem(jour.minusDays(404).toString()))));
    }

    @Test
    void sight_is_that_of_the_child_and_the_reading_and_the_refusal_are_journaled() throws Exception {
        frise(ref, enfant).andExpect(status().isOk());
        frise(gens.de(Role.REF, "cdas-combourg"), enfant).andExpect(status().isNotFound());
        frise(gens.de(Role.OBSERVATOIRE, null), enfant).andExpect(status().isNotFound());
        frise(ref, UUID.randomUUID()).andExpect(status().isNotFound());
        assertThat(jdbc.sql("select genre from journal_acces where sujet_id = ? and genre <> 'MODIFICATION' order by genre").param(enfant).query(String.class).list())
                .containsExactly("OUVERTURE", "REFUS", "REFUS");
    }

    private void ecrire(Runnable travail) {
        IdentiteCourante.en(Identite.systeme("essai"), () -> {
            transaction.executeWithoutResult(s -> travail.run());
            return null;
        });
    }

    private ResultActions frise(UUID qui, UUID id) throws Exception {
        return mvc.perform(get("/api/enfants/" + id + "/frise").with(gens.comme(qui)));
    }
}
