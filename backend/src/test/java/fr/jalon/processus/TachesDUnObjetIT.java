package fr.jalon.processus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.controle.TableDerivee;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.tache.Taches;

import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Several things within one file are each a task of their own, beside the path: an action of the projet, a « repère » of the calendar. */
@TestIntegration
class TachesDUnObjetIT {

    private static final UUID UNE = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID AUTRE = UUID.fromString("00000000-0000-7000-8000-000000000002");

    @Autowired
    private Processus processus;
    @Autowired
    private Chantier chantier;
    @Autowired
    private Taches taches;
    @Autowired
    private List<TableDerivee> tables;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private RepositoryService depot;

    private String deploiement;
    private Sujet dossier;

    @BeforeEach
    void agir() {
        IdentiteCourante.poser(Identite.systeme("essai"));
        deploiement = depot.createDeployment().addClasspathResource("modeles/chose-a-faire.bpmn").deploy().getId();
        String unite = jdbc.sql("select id from unite where type = 'CDAS' order by id limit 1").query(String.class).single();
        dossier = chantier.informationSansParcours(unite);
        faire(() -> processus.ouvrir(dossier, "chose-a-faire", Map.of()));
        faire(() -> processus.lancer(dossier, "chose-a-faire", "faire", UNE));
        faire(() -> processus.lancer(dossier, "chose-a-faire", "faire", AUTRE));
    }

    @AfterEach
    void partir() {
        faire(() -> processus.annuler(dossier));
        depot.deleteDeployment(deploiement, true);
        IdentiteCourante.poser(null);
    }

    @Test
    void each_thing_has_its_task_and_launching_it_again_adds_none() {
        faire(() -> processus.lancer(dossier, "chose-a-faire", "faire", UNE));

        assertThat(objets()).containsExactly(UNE, AUTRE);
        assertThat(processus.enAttente(dossier, "faire")).containsExactlyInAnyOrder(UNE, AUTRE);
        assertThat(processus.etat(dossier).orElseThrow().etapes()).containsExactly("suivre");
    }

    @Test
    void one_is_completed_or_withdrawn_and_the_other_still_waits() {
        faire(() -> processus.terminer(dossier, "faire", UNE));
        assertThat(objets()).containsExactly(AUTRE);
        assertThatThrownBy(() -> faire(() -> processus.terminer(dossier, "faire", UNE))).isInstanceOf(Conflit.class);

        faire(() -> processus.retirer(dossier, "faire", AUTRE));
        assertThat(objets()).isEmpty();
        assertThatCode(() -> faire(() -> processus.retirer(dossier, "faire", AUTRE))).doesNotThrowAnyException();
    }

    @Test
    void the_path_goes_back_and_forth_without_the_things_beside_it() {
        faire(() -> processus.terminer(dossier, "suivre", Map.of()));
        faire(() -> processus.ramener(dossier, "suivre"));

        assertThat(processus.etat(dossier).orElseThrow().etapes()).containsExactly("suivre");
        assertThat(objets()).containsExactly(UNE, AUTRE);
    }

    @Test
    void they_go_with_the_path_when_it_ends() {
        faire(() -> processus.terminer(dossier, "suivre", Map.of()));
        faire(() -> processus.terminer(dossier, "conclure", Map.of()));

        assertThat(objets()).isEmpty();
        assertThat(processus.etat(dossier).orElseThrow().actif()).isFalse();
    }

    @Test
    void the_task_list_is_found_equal_to_the_engine_and_rebuilt_with_its_things() {
        TableDerivee liste = tables.stream().filter(t -> t.nom().equals("taches")).findFirst().orElseThrow();
        assertThat(miennes(liste)).isEmpty();
        jdbc.sql("update tache set objet_id = null where objet_id = ?").param(UNE).update();
        assertThat(miennes(liste)).hasSize(1);
        faire(liste::reconstruire);
        assertThat(objets()).containsExactly(UNE, AUTRE);
    }

    @Test
    void a_thing_is_given_to_its_owner_and_is_not_taken_from_who_holds_it() {
        UUID premier = gens.de(Role.EVALUATEUR, "cdas-redon");
        UUID second = gens.de(Role.EVALUATEUR, "cdas-redon");
        faire(() -> taches.confier(dossier, UNE, premier));
        faire(() -> taches.confier(dossier, UNE, second));

        assertThat(jdbc.sql("select s.titulaire_id from tache_suivi s join tache t on t.id = s.tache_id where t.objet_id = ? and t.sujet_id = ?")
                .params(UNE, dossier.id()).query(UUID.class).list()).containsExactly(premier);
    }

    private List<TableDerivee.Ecart> miennes(TableDerivee liste) {
        List<String> ids = jdbc.sql("select id from tache where sujet_id = ?").param(dossier.id()).query(String.class).list();
        List<TableDerivee.Ecart> ecarts = transaction.execute(s -> liste.ecarts());
        return ecarts.stream().filter(e -> ids.stream().anyMatch(e.toString()::contains)).toList();
    }

    private List<UUID> objets() {
        return jdbc.sql("select objet_id from tache where sujet_id = ? and objet_id is not null order by 1").param(dossier.id())
                .query(UUID.class).list();
    }

    private void faire(Runnable acte) {
        transaction.executeWithoutResult(s -> acte.run());
    }
}
