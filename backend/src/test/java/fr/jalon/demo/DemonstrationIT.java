package fr.jalon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.indicateur.Tableaux;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The synthetic département on a small scale, in a database of its own: nobody else's files are in its counts. */
@SpringBootTest(properties = {"jalon.demonstration=true", "jalon.demo.peupler=false", "camunda.bpm.job-execution.enabled=false",
    "jalon.travaux=false", "jalon.demo.version-modele=1.0"})
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemonstrationIT {

    private static final BigDecimal ECHELLE = new BigDecimal("0.02");

    @Autowired
    private Personnel personnel;
    @Autowired
    private Peuplement peuplement;
    @Autowired
    private Semis semis;
    @Autowired
    private Avancement avancement;
    @Autowired
    private Tableaux tableaux;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;

    @BeforeAll
    void peupler() {
        personnel.installer();
        peuplement.remplir(new Reglages(true, false, 35, null, ECHELLE));
    }

    private static int reduit(int volume) {
        return new Semis.Graine(35, LocalDate.EPOCH, ECHELLE).aLEchelle(volume);
    }

    @Test
    void the_yearly_table_of_the_contract_comes_out_of_the_events() {
        Tableaux.TableauAnnees tableau = gens.en(gens.de(Role.OBSERVATOIRE, null), () -> tableaux.annees(2019, 2023, null));
        Map<String, List<Integer>> valeurs = new TreeMap<>();
        tableau.lignes().forEach(l -> valeurs.put(l.indicateur().code(), l.valeurs().stream().map(v -> v.valeur() == null ? null : v.valeur().intValue())
                .toList()));
        assertThat(valeurs.get("IP_RECUES")).containsExactly(reduit(2089), reduit(2171), reduit(2417), reduit(2476), reduit(2689));
        assertThat(valeurs.get("IP_EVALUEES")).containsExactly(reduit(1378), reduit(1565), reduit(1686), reduit(1668), reduit(1830));
    }

    @Test
    void it_says_that_it_is_complete() {
        assertThat(semis.avance().orElseThrow().complet()).isTrue();
        assertThat(avancement.lire().orElseThrow().pourcent()).isEqualTo(100);
    }

    @Test
    void a_second_start_writes_nothing_more() {
        long avant = jdbc.sql("select count(*) from evenement").query(Long.class).single();
        personnel.installer();
        peuplement.remplir(new Reglages(true, false, 36, null, ECHELLE));
        assertThat(jdbc.sql("select count(*) from evenement").query(Long.class).single()).isEqualTo(avant);
    }

    @Test
    void every_role_and_unit_has_its_person() {
        assertThat(jdbc.sql("""
                select count(*) from unite u where u.type = 'CDAS' and not exists (select 1 from utilisateur_role r join utilisateur p on p.id = r.utilisateur_id
                where p.demo and r.unite_id = u.id and r.role = 'REF')""").query(Long.class).single()).isZero();
        assertThat(jdbc.sql("select count(distinct profession) from utilisateur where demo and identifiant like 'evaluateur-%redon'")
                .query(Long.class).single()).isEqualTo(4);
    }
}
