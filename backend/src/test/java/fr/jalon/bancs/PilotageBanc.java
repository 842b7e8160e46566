package fr.jalon.bancs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.pilotage.Charges;
import fr.jalon.pilotage.Chiffre;
import fr.jalon.pilotage.Demande;
import fr.jalon.pilotage.ListeDossiers;
import fr.jalon.pilotage.Motifs;
import fr.jalon.pilotage.Pilotage;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

/** The supervisor's page with 100 000 open IPs, as somebody who has the whole département and as a team's supervisor. */
@SpringBootTest(properties = {"jalon.base.essai=false", "jalon.dossier=target/banc-pilotage", "jalon.recommencer=true",
    "jalon.demo.peupler=false", "jalon.travaux=false", "camunda.bpm.job-execution.enabled=false"})
class PilotageBanc {

    private static final int DOSSIERS = 100_000;
    private static final int FOIS = 21;

    @Autowired
    private Pilotage pilotage;
    @Autowired
    private ListeDossiers liste;
    @Autowired
    private Charges charges;
    @Autowired
    private Motifs motifs;
    @Autowired
    private Gens gens;
    @Value("${spring.flyway.url}")
    private String url;
    @Value("${spring.flyway.user}")
    private String proprietaire;
    @Value("${spring.flyway.password}")
    private String motDePasse;

    @Test
    void the_page_of_the_supervisor_at_a_hundred_thousand_open_files() throws Exception {
        DossiersEnMasse.ecrire(url, proprietaire, motDePasse, DOSSIERS);
        UUID direction = gens.de(Role.SUPERVISEUR, null);
        UUID equipe = gens.de(Role.SUPERVISEUR, "cdas-redon");
        double departement = Mesures.duree(FOIS, () -> gens.en(direction, () -> pilotage.tableau(null)));
        double territoire = Mesures.duree(FOIS, () -> gens.en(equipe, () -> pilotage.tableau(null)));
        double page = Mesures.duree(FOIS, () -> gens.en(direction, () -> liste.page(new Demande(Chiffre.RETARD, null, null, null, null, false), null, 50)));
        double charge = Mesures.duree(FOIS, () -> gens.en(equipe, () -> charges.personnes("cdas-redon")));
        double raisons = Mesures.duree(FOIS, () -> gens.en(direction, () -> motifs.compter(null)));
        Mesures.noter("pilotage, %d IP ouvertes : page du département %.1f ms, d’une équipe %.1f ms ; liste d’un chiffre %.1f ms ; "
                + "charges d’une équipe %.1f ms ; motifs %.1f ms (médianes de %d)", DOSSIERS, departement, territoire, page, charge, raisons, FOIS);
        assertThat(departement).isLessThan(100);
        assertThat(territoire).isLessThan(100);
        assertThat(page).isLessThan(100);
    }
}
