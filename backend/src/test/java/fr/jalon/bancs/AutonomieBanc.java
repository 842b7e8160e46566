package fr.jalon.bancs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import fr.jalon.acces.Role;
import fr.jalon.autonomie.ListeJeunes;
import fr.jalon.autonomie.Rattrapage;
import fr.jalon.autonomie.VueJeunes;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The catch-up and the lists of the next twelve months with 100 000 minors in care. */
@TestIntegration
class AutonomieBanc {

    private static final int CONFIES = 100_000;
    private static final int SEMAINE = 7;
    private static final int FOIS = 11;

    @Autowired
    private Rattrapage rattrapage;
    @Autowired
    private ListeJeunes listes;
    @Autowired
    private Gens gens;
    @Autowired
    private Horloge horloge;
    @Autowired
    private JdbcClient jdbc;
    @Value("${spring.flyway.url}")
    private String url;
    @Value("${spring.flyway.user}")
    private String proprietaire;
    @Value("${spring.flyway.password}")
    private String motDePasse;

    @Test
    void a_week_of_downtime_is_made_up_for_and_nothing_due_costs_nothing() throws Exception {
        JeunesEnMasse.ecrire(url, proprietaire, motDePasse, horloge.aujourdhui(), CONFIES, SEMAINE);
        long parcours = jdbc.sql("select count(*) from autonomie").query(Long.class).single();

        long debut = System.nanoTime();
        Rattrapage.Bilan semaine = rattrapage.rattraper();
        double uneSemaine = (System.nanoTime() - debut) / 1e9;
        assertThat(semaine.echecs()).isZero();
        assertThat(semaine.trouves()).isGreaterThan(90);
        double rien = Mesures.duree(FOIS, () -> rattrapage.rattraper());
        assertThat(rattrapage.rattraper().trouves()).isZero();

        // A hundred young people at once, from sixteen to eighteen, nobody ever opened: files brought in.
        UUID[] repris = jdbc.sql("select sujet_id from processus_instance where instance_id like 'banc-%' order by instance_id limit 100").query(UUID.class)
                .list().toArray(UUID[]::new);
        for (String table : new String[] {"echeance where sujet_id", "tache where sujet_id", "processus_instance where sujet_id", "sujet_unite where sujet_id",
            "autonomie_repere where autonomie_id", "autonomie_acte where autonomie_id", "autonomie where id"}) {
            jdbc.sql("delete from " + table + " = any(:ids)").param("ids", repris).update();
        }
        debut = System.nanoTime();
        Rattrapage.Bilan cent = rattrapage.rattraper();
        double cents = (System.nanoTime() - debut) / 1e9;

        UUID direction = gens.de(Role.SUPERVISEUR, null);
        UUID ref = gens.de(Role.REF, "cdas-redon");
        double[] departement = new double[3];
        double[] territoire = new double[3];
        VueJeunes[] vues = {VueJeunes.SEIZE, VueJeunes.DIX_SEPT, VueJeunes.DIX_HUIT};
        for (int i = 0; i < vues.length; i++) {
            VueJeunes vue = vues[i];
            assertThat(gens.en(direction, () -> listes.page(vue, null, null, null, 50)).total()).isGreaterThan(5_000);
            departement[i] = Mesures.duree(FOIS, () -> gens.en(direction, () -> listes.page(vue, null, null, null, 50)));
            territoire[i] = Mesures.duree(FOIS, () -> gens.en(ref, () -> listes.page(vue, null, null, null, 50)));
        }
        double parUnite = Mesures.duree(FOIS, () -> gens.en(direction, () -> listes.figure(VueJeunes.DIX_SEPT, null, null)));
        Mesures.noter("autonomie, %d mineurs confiés dont %d ont leur parcours : rattrapage d’une semaine d’arrêt (%d jeunes) %.1f s, sans rien de dû %.0f ms, "
                + "%d jeunes repris d’un coup %.1f s ; listes des douze mois (16, 17, 18 ans), département %.1f, %.1f, %.1f ms, un territoire %.1f, %.1f, %.1f ms, "
                + "chiffre par unité %.1f ms (médianes de %d)", CONFIES, parcours, semaine.trouves(), uneSemaine, rien, cent.trouves(), cents, departement[0],
                departement[1], departement[2], territoire[0], territoire[1], territoire[2], parUnite, FOIS);
        assertThat(uneSemaine).isLessThan(30);
        assertThat(rien).isLessThan(1000);
        assertThat(java.util.Arrays.stream(departement).max().orElseThrow()).isLessThan(100);
        assertThat(java.util.Arrays.stream(territoire).max().orElseThrow()).isLessThan(100);
    }
}
