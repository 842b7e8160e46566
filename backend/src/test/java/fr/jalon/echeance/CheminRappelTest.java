package fr.jalon.echeance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import fr.jalon.commun.Sujet;

import org.junit.jupiter.api.Test;

class CheminRappelTest {

    @Test
    void a_reminder_leads_to_the_page_of_its_own_file() {
        UUID id = new UUID(1, 2);
        assertThat(Rappels.chemin(Sujet.ip(id))).isEqualTo("/ip/" + id);
        assertThat(Rappels.chemin(Sujet.information(id))).isEqualTo("/informations/" + id);
        assertThat(Rappels.chemin(Sujet.mesure(id))).isEqualTo("/mesures/" + id);
    }
}
