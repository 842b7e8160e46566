package fr.jalon.ip.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Role;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.decision.Affaires;
import fr.jalon.ip.decision.Affaires.Affaire;
import fr.jalon.ip.reception.Accueil;
import org.junit.jupiter.api.Test;

/** Who reads the children's files once a mandate is taken back. */
@TestIntegration
class RegardsCorrigesIT extends CorrectionsDEssai {

    @Test
    void the_unit_entrusted_with_what_was_not_an_ip_sees_it_and_its_children_no_more_unless_something_else_shows_them() throws Exception {
        Affaire a = confieeA(affaires.qualifiee(affaires.recue()), "cdas-fougeres");
        UUID ailleurs = gens.de(Role.RESPONSABLE_CDAS, "cdas-fougeres");
        List<UUID> enfants = jdbc.sql("select enfant_id from mineur_concerne where ip_id = ? order by ordre").param(a.ip()).query(UUID.class).list();
        for (UUID enfant : enfants) {
            accueil.lire(ailleurs, "/api/enfants/" + enfant).andExpect(status().isOk());
        }
        // The second child is also in something that unit received itself.
        Map<String, Object> saisie = accueil.saisie();
        saisie.put("famille", Accueil.famille(Accueil.connu(enfants.get(1))));
        accueil.recevoir(gens.de(Role.ASSISTANTE_IP, "cdas-fougeres"), saisie);

        corriger(a, "QUALIFICATION", a.assistante(), Map.of());
        accueil.lire(ailleurs, "/api/enfants/" + enfants.get(0)).andExpect(status().isNotFound());
        accueil.lire(ailleurs, "/api/enfants/" + enfants.get(1)).andExpect(status().isOk());
        accueil.lire(ailleurs, "/api/ip/" + a.ip()).andExpect(status().isNotFound());
        accueil.lire(ailleurs, "/api/informations/" + a.information()).andExpect(status().isNotFound());
        accueil.lire(a.assistante(), "/api/enfants/" + enfants.get(0)).andExpect(status().isOk());
    }

    @Test
    void the_children_s_files_close_to_a_unit_that_no_longer_has_the_mandate_whatever_took_it_away() throws Exception {
        Affaire retour = confieeA(affaires.qualifiee(affaires.recue()), "cdas-fougeres");
        assertThat(suit(retour.ip(), "cdas-fougeres")).isTrue();
        corriger(retour, "RETOUR", retour.assistante(), Map.of("etape", "confier"));
        assertThat(suit(retour.ip(), "cdas-fougeres")).isFalse();
        assertThat(suit(retour.ip(), Affaires.UNITE)).as("whoever received keeps what it opened").isTrue();

        Affaire annulee = confieeA(affaires.qualifiee(affaires.recue()), "cdas-fougeres");
        annuler(annulee, annulee.assistante()).andExpect(status().isNoContent());
        assertThat(suit(annulee.ip(), "cdas-fougeres")).isFalse();

        Affaire fausse = confieeA(affaires.qualifiee(affaires.recue()), "cdas-fougeres");
        corriger(fausse, "UNITE", fausse.assistante(), Map.of("unite", "cdas-semnon"));
        assertThat(suit(fausse.ip(), "cdas-fougeres")).isFalse();
        assertThat(suit(fausse.ip(), "cdas-semnon")).isTrue();

        Affaire partie = confieeA(affaires.qualifiee(affaires.recue()), "cdas-fougeres");
        changerUnite(partie, "cdas-semnon");
        assertThat(suit(partie.ip(), "cdas-fougeres")).isFalse();
        assertThat(suit(partie.ip(), "cdas-semnon")).isTrue();
    }

    @Test
    void the_children_s_files_stay_open_to_a_unit_that_another_ip_or_information_about_them_keeps() throws Exception {
        Affaire retour = confieeA(affaires.qualifiee(affaires.recue()), "cdas-fougeres");
        autreDossier(retour, "cdas-fougeres");
        corriger(retour, "RETOUR", retour.assistante(), Map.of("etape", "confier"));
        assertThat(suit(retour.ip(), "cdas-fougeres")).isTrue();

        Affaire annulee = confieeA(affaires.qualifiee(affaires.recue()), "cdas-fougeres");
        Affaire information = affaires.recue();
        jdbc.sql("delete from information_mineur where information_id = ?").param(information.information()).update();
        jdbc.sql("insert into information_mineur(information_id, enfant_id, ordre) select ?, enfant_id, ordre from mineur_concerne where ip_id = ?")
                .params(information.information(), annulee.ip()).update();
        jdbc.sql("insert into sujet_unite(sujet_type, sujet_id, unite_id, titre) values ('INFORMATION', ?, 'cdas-fougeres', 'RECUEIL')")
                .param(information.information()).update();
        annuler(annulee, annulee.assistante()).andExpect(status().isNoContent());
        assertThat(suit(annulee.ip(), "cdas-fougeres")).isTrue();

        Affaire partie = confieeA(affaires.qualifiee(affaires.recue()), "cdas-fougeres");
        Affaire autre = autreDossier(partie, "cdas-fougeres");
        changerUnite(partie, "cdas-semnon");
        assertThat(suit(partie.ip(), "cdas-fougeres")).isTrue();
        // An IP that should not have been one keeps nothing.
        jdbc.sql("update information_preoccupante set etat = 'ANNULEE' where id = ?").param(autre.ip()).update();
        annuler(partie, partie.assistante()).andExpect(status().isNoContent());
        changerUnite(partie, "cdas-semnon");
        assertThat(suit(partie.ip(), "cdas-fougeres")).isFalse();
    }

    /** The same two children in another file that a unit evaluates. */
    private Affaire autreDossier(Affaire a, String unite) throws Exception {
        Affaire b = confieeA(affaires.qualifiee(affaires.recue()), unite);
        jdbc.sql("""
                update mineur_concerne m set enfant_id = s.enfant_id from mineur_concerne s where m.ip_id = ? and s.ip_id = ? and s.ordre = m.ordre""")
                .params(b.ip(), a.ip()).update();
        return b;
    }
}
