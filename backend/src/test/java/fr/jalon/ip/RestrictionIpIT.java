package fr.jalon.ip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Role;
import fr.jalon.commun.Ids;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.reception.Accueil;
import fr.jalon.processus.Chantier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The IP and the information of a child whose file is for named people only: every door, for them and for the others. */
@TestIntegration
class RestrictionIpIT {

    private static final String UNITE = "cdas-redon";

    @Autowired
    private Chantier chantier;
    @Autowired
    private Accueil accueil;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;

    private UUID nomme;
    private UUID collegue;
    private UUID superviseur;
    private UUID ip;
    private UUID information;
    private UUID enfant;

    @BeforeEach
    void une_ip_dont_un_enfant_est_restreint() {
        nomme = gens.de(Role.EVALUATEUR, UNITE);
        collegue = gens.de(Role.EVALUATEUR, UNITE);
        superviseur = gens.de(Role.SUPERVISEUR, null);
        ip = IdentiteCourante.en(Identite.systeme("essai"), () -> chantier.enEvaluation(UNITE, UNITE).id());
        information = jdbc.sql("select information_initiale_id from information_preoccupante where id = ?").param(ip).query(UUID.class).single();
        jdbc.sql("update information_entrante set ip_id = ? where id = ?").params(ip, information).update();
        enfant = enfant(0);
        enfant(1);
        jdbc.sql("update enfant set restreint = true where id = ?").param(enfant).update();
        jdbc.sql("insert into enfant_restriction(enfant_id, utilisateur_id, depuis) values (?, ?, now())").params(enfant, nomme).update();
    }

    @Test
    void the_pages_and_the_acts_do_not_exist_for_the_others_whatever_their_units() throws Exception {
        for (UUID qui : List.of(collegue, superviseur)) {
            for (String adresse : pages()) {
                accueil.lire(qui, adresse).andExpect(status().isNotFound());
            }
            accueil.poster(qui, "/api/ip/" + ip + "/voie", Map.of("voie", "TROIS_MOIS", "motif", "essai", "version", 0))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void whoever_is_named_on_the_file_reads_and_works_as_before() throws Exception {
        for (String adresse : pages()) {
            accueil.lire(nomme, adresse).andExpect(status().isOk());
        }
        assertThat(taches(nomme)).contains(ip.toString());
    }

    @Test
    void lists_of_files_are_silent_and_the_task_list_holds_the_step_and_names_nobody() throws Exception {
        assertThat(taches(collegue)).contains(ip.toString()).doesNotContain(nom);
        assertThat(taches(nomme)).contains(nom);
        assertThat(accueil.lu(collegue, "/api/ip").toString()).doesNotContain(ip.toString());
        assertThat(accueil.lu(superviseur, "/api/ip").toString()).doesNotContain(ip.toString());
        assertThat(accueil.lu(nomme, "/api/ip").toString()).contains(ip.toString());
    }

    @Test
    void a_file_united_into_the_restricted_one_takes_its_ip_with_it() throws Exception {
        UUID conserve = Ids.nouveau();
        jdbc.sql("""
                insert into enfant(id, nom, prenoms, sexe, naissance_precision, naissance_le, restreint, cree_le)
                values (?, 'Essai', 'Enfant', 'INCONNU', 'EXACTE', date '2018-03-01', true, now())""").param(conserve).update();
        jdbc.sql("update enfant set restreint = false, fusionne_vers = ? where id = ?").params(conserve, enfant).update();
        accueil.lire(collegue, "/api/ip/" + ip).andExpect(status().isNotFound());
        accueil.lire(collegue, "/api/informations/" + information).andExpect(status().isNotFound());
    }

    @Test
    void once_the_restriction_is_lifted_the_units_find_it_again() throws Exception {
        jdbc.sql("update enfant set restreint = false where id = ?").param(enfant).update();
        accueil.lire(collegue, "/api/ip/" + ip).andExpect(status().isOk());
        assertThat(taches(collegue)).contains(ip.toString());
    }

    private List<String> pages() {
        return List.of("/api/ip/" + ip, "/api/ip/" + ip + "/frise", "/api/ip/" + ip + "/evaluation", "/api/ip/" + ip + "/signalements",
                "/api/ip/" + ip + "/consignes", "/api/documents?sujetType=IP&sujetId=" + ip, "/api/echeances?sujetType=IP&sujetId=" + ip);
    }

    private String taches(UUID qui) throws Exception {
        return accueil.lu(qui, "/api/taches?vue=EQUIPE&taille=200").toString();
    }

    private final String nom = "Kerzerho" + UUID.randomUUID().toString().substring(0, 8);

    private UUID enfant(int ordre) {
        UUID id = Ids.nouveau();
        jdbc.sql("""
                insert into enfant(id, nom, prenoms, sexe, naissance_precision, naissance_le, cree_le)
                values (?, ?, 'Enfant', 'INCONNU', 'EXACTE', date '2018-03-01', now())""").params(id, ordre == 0 ? nom : "Autre").update();
        jdbc.sql("insert into mineur_concerne(id, ip_id, enfant_id, ordre) values (?, ?, ?, ?)").params(Ids.nouveau(), ip, id, ordre).update();
        jdbc.sql("insert into information_mineur(information_id, enfant_id, ordre) values (?, ?, ?)").params(information, id, ordre).update();
        jdbc.sql("insert into sujet_unite(sujet_type, sujet_id, unite_id, titre) values ('ENFANT', ?, ?, 'SUIVI')").params(id, UNITE).update();
        return id;
    }
}
