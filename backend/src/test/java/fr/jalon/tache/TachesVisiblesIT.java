package fr.jalon.tache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Role;
import fr.jalon.commun.Sujet;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.processus.Chantier;
import fr.jalon.processus.Processus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TestIntegration
class TachesVisiblesIT {

    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Gens gens;
    @Autowired
    private Chantier chantier;
    @Autowired
    private Acces acces;
    @Autowired
    private Processus processus;
    @Autowired
    private ListeTaches liste;
    @Autowired
    private ControleTachesVisibles controle;
    @Autowired
    private TransactionTemplate transaction;

    private final List<String> unites = new ArrayList<>();

    @BeforeEach
    void agir() {
        IdentiteCourante.poser(Identite.systeme("essai"));
        for (int i = 0; i < 4; i++) {
            String id = "cdas-vue-" + UUID.randomUUID().toString().substring(0, 8);
            jdbc.sql("insert into unite(id, nom, type, parent, du) select ?, ?, type, parent, du from unite where id = 'cdas-redon'").params(id, id).update();
            unites.add(id);
        }
    }

    @AfterEach
    void partir() {
        IdentiteCourante.poser(null);
    }

    /** Any order of openings, handings, closings of sight and steps done leaves each unit with exactly what the rule of sight gives it. */
    @Test
    void each_unit_sees_what_the_rule_of_sight_says_after_any_order_of_acts() {
        Random hasard = new Random(20_261_125);
        List<Sujet> ips = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String unite = unites.get(hasard.nextInt(4));
            if (ips.size() < 4 || hasard.nextInt(4) == 0) {
                ips.add(chantier.enEvaluation(unite, unites.get(hasard.nextInt(4))));
                continue;
            }
            Sujet ip = ips.get(hasard.nextInt(ips.size()));
            int acte = hasard.nextInt(3);
            transaction.executeWithoutResult(s -> {
                switch (acte) {
                    case 0 -> acces.rattacher(ip, unite, Acces.Titre.values()[hasard.nextInt(4)]);
                    case 1 -> acces.detacher(ip, Acces.Titre.values()[hasard.nextInt(4)]);
                    default -> jdbc.sql("update tache set date_legale = date '2026-01-01' + ?, unite_id = ? where sujet_id = ?")
                            .params(hasard.nextInt(300), unite, ip.id()).update();
                }
            });
            if (hasard.nextInt(12) == 0) {
                ips.remove(ip);
                transaction.executeWithoutResult(s -> processus.annuler(ip));
            }
        }
        assertThat(controle.ecarts()).isEmpty();
        for (String unite : unites) {
            Identite qui = identite(unite);
            long attendues = IdentiteCourante.en(qui, () -> {
                Acces.Filtre filtre = acces.filtre("t.sujet_type", "t.sujet_id");
                return jdbc.sql("select count(*) from tache t where " + filtre.sql()).params(filtre.parametres()).query(Long.class).single();
            });
            assertThat(IdentiteCourante.en(qui, () -> liste.compter(toutes()))).isEqualTo(attendues);
        }
    }

    @Test
    void somebody_of_two_units_meets_a_task_once() {
        Sujet ip = chantier.enEvaluation(unites.get(0), unites.get(1));
        transaction.executeWithoutResult(s -> acces.rattacher(ip, unites.get(0), Acces.Titre.ASSOCIEE));
        Identite double_ = new Identite(UUID.randomUUID(), "essai", "Essai", java.util.Set.of(Role.EVALUATEUR), java.util.Map.of(),
                java.util.Set.of(unites.get(0), unites.get(1)), false, false);
        PageTaches page = IdentiteCourante.en(double_, () -> liste.page(toutes(), Tri.UNITE, ListeTaches.Position.PREMIERE, 10));
        assertThat(page.total()).isEqualTo(1);
        assertThat(page.lignes()).singleElement().extracting(LigneTache::sujetId).isEqualTo(ip.id());
    }

    @Test
    void a_row_that_drifted_is_told_and_the_rebuild_mends_it() {
        Sujet ip = chantier.enEvaluation(unites.get(0), unites.get(0));
        String tache = jdbc.sql("select id from tache where sujet_id = ?").param(ip.id()).query(String.class).single();
        jdbc.sql("update tache_visible set date_tri = date '1999-01-01' where id = ?").param(tache).update();
        assertThat(controle.ecarts()).extracting(e -> e.cle()).contains(tache);
        transaction.executeWithoutResult(s -> controle.reconstruire());
        assertThat(controle.ecarts()).isEmpty();
    }

    private static Criteres toutes() {
        return new Criteres(Criteres.Vue.TOUTES, null, null, null, null, null, false);
    }

    private Identite identite(String unite) {
        UUID id = gens.de(Role.EVALUATEUR, unite);
        return new Identite(id, "essai", "Essai", java.util.Set.of(Role.EVALUATEUR), java.util.Map.of(), java.util.Set.of(unite), false, false);
    }
}
