package fr.jalon.bancs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import fr.jalon.acces.Role;
import fr.jalon.dossier.Berceau;
import fr.jalon.dossier.Frise;
import fr.jalon.dossier.LectureFrise;
import fr.jalon.essai.Gens;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The timeline of a child who has three hundred events and forty periods, among those of twenty thousand others. */
@SpringBootTest(properties = {"jalon.base.essai=false", "jalon.dossier=target/banc-frise", "jalon.recommencer=true",
    "jalon.demo.peupler=false", "jalon.travaux=false", "camunda.bpm.job-execution.enabled=false"})
class FriseBanc {

    private static final int FAITS = 300;
    private static final int PERIODES = 40;
    private static final int AUTRES = 20_000;
    private static final int FOIS = 41;

    @Autowired
    private Berceau berceau;
    @Autowired
    private LectureFrise lecture;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void three_hundred_events_are_read_in_less_than_fifty_milliseconds() throws Exception {
        UUID enfant = berceau.enfant("Banc", "Essai", "2012-03-04", "cdas-redon");
        faits(enfant, FAITS - 1);
        periodes(enfant, PERIODES);
        jdbc.sql("""
                with e as (insert into evenement(id, type, survenu_le, jour, enregistre_le, dimensions)
                    select gen_random_uuid(), 'visite.faite', now() - n * interval '1 hour', current_date, now(), '{}' from generate_series(1, ?) n returning id)
                insert into evenement_sujet(evenement_id, sujet_type, sujet_id) select id, 'ENFANT', gen_random_uuid() from e""").param(AUTRES * 5).update();
        jdbc.sql("""
                insert into periode(version_id, periode_id, genre, sujet_type, sujet_id, enfant_id, unite_id, debut)
                select gen_random_uuid(), gen_random_uuid(), 'EXERCEE', 'MESURE', gen_random_uuid(), gen_random_uuid(), 'cdas-redon', current_date - 30
                from generate_series(1, ?)""").param(AUTRES).update();
        UUID ref = gens.de(Role.REF, "cdas-redon");
        double duree = Mesures.duree(FOIS, () -> gens.en(ref, () -> lecture.frise(enfant)));
        Frise frise = gens.en(ref, () -> lecture.frise(enfant));
        assertThat(frise.faits()).hasSize(FAITS);
        assertThat(frise.periodes()).hasSize(PERIODES);
        Mesures.noter("frise d’un enfant, %d faits, %d périodes : %.1f ms (médiane de %d)", FAITS, PERIODES, duree, FOIS);
        assertThat(duree).isLessThan(50);
    }

    private void faits(UUID enfant, int combien) {
        jdbc.sql("""
                with e as (insert into evenement(id, type, survenu_le, jour, enregistre_le, dimensions)
                    select gen_random_uuid(), (array['visite.faite', 'ip.decidee', 'information.recue', 'mesure.decidee'])[1 + n % 4],
                        now() - n * interval '12 days', current_date - n * 12, now(), '{"produit":"MEP","cadre":"JUDICIAIRE"}' from generate_series(1, ?) n returning id)
                insert into evenement_sujet(evenement_id, sujet_type, sujet_id) select id, 'ENFANT', ? from e""").params(combien, enfant).update();
    }

    private void periodes(UUID enfant, int combien) {
        jdbc.sql("""
                insert into periode(version_id, periode_id, genre, sujet_type, sujet_id, enfant_id, unite_id, dimensions, debut, fin)
                select gen_random_uuid(), gen_random_uuid(), (array['EXERCEE', 'ATTENTE_EXERCICE', 'LIEU_ACCUEIL', 'EVALUATION'])[1 + n % 4], 'MESURE',
                    gen_random_uuid(), ?, 'cdas-redon', '{"produit":"MEP"}', current_date - n * 90, current_date - n * 90 + 80 from generate_series(1, ?) n""")
                .params(enfant, combien).update();
    }
}
