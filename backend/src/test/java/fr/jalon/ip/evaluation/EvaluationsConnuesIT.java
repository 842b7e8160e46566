package fr.jalon.ip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Role;
import fr.jalon.commun.Ids;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.processus.Chantier;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What evaluations say of a child, for a file that must not ask it again. */
@TestIntegration
class EvaluationsConnuesIT {

    @Autowired
    private EvaluationsConnues connues;
    @Autowired
    private Chantier chantier;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void the_conclusion_handed_in_and_the_answers_received_are_told_to_whom_sees_the_ip() throws Exception {
        UUID ip = chantier.enEvaluation("cdas-redon", "cdas-redon").id();
        UUID enfant = Ids.nouveau();
        UUID mineur = Ids.nouveau();
        jdbc.sql("insert into enfant(id, nom, prenoms, sexe, naissance_precision, naissance_le, cree_le) values (?, 'Essai', 'Lina', 'INCONNU', 'EXACTE', date '2018-05-06', now())").param(enfant).update();
        jdbc.sql("insert into mineur_concerne(id, ip_id, enfant_id, origine, ordre, version) values (?, ?, ?, 'INFORMATION', 9, 0)").params(mineur, ip, enfant).update();
        jdbc.sql("insert into conclusion_mineur(mineur_id, ip_id, conclusion, natures, motivation, version, modifiee_le) values (?, ?, 'RISQUE', '{CONJUGALES}', 'Lina a peur des cris.', 1, now())").params(mineur, ip).update();
        avis(ip, mineur, "ECOLE", "Elle travaille bien.");
        avis(ip, null, "MEDECIN", "Rien à signaler.");
        UUID ref = gens.de(Role.REF, "cdas-redon");
        assertThat(gens.enTransaction(ref, () -> connues.conclusions(Set.of(enfant)))).as("not handed in yet").isEmpty();
        jdbc.sql("insert into remise_rapport(id, ip_id, rendu_le, saisie_le) values (?, ?, now(), now())").params(Ids.nouveau(), ip).update();
        assertThat(gens.enTransaction(ref, () -> connues.conclusions(Set.of(enfant)))).singleElement().satisfies(c -> {
            assertThat(c.conclusion()).isEqualTo("Risque de danger (violences conjugales)");
            assertThat(c.motivation()).isEqualTo("Lina a peur des cris.");
        });
        assertThat(gens.enTransaction(ref, () -> connues.avis(Set.of(enfant)))).extracting(EvaluationsConnues.AvisConnu::partenaireLibelle)
                .containsExactlyInAnyOrder("Établissement scolaire", "Médecin traitant");
        UUID ailleurs = gens.de(Role.REF, "cdas-combourg");
        assertThat(gens.enTransaction(ailleurs, () -> connues.conclusions(Set.of(enfant)))).isEmpty();
        assertThat(gens.enTransaction(ailleurs, () -> connues.avis(Set.of(enfant)))).isEmpty();
    }

    private void avis(UUID ip, UUID mineur, String partenaire, String reponse) {
        jdbc.sql("""
                insert into avis_demande(id, ip_id, partenaire, destinataire, mineur_id, demande_le, moyen, saisie_le, recu_le, reponse)
                values (:id, :ip, :partenaire, 'Essai', :mineur, current_date, 'COURRIER', now(), current_date, :reponse)""").param("id", Ids.nouveau()).param("ip", ip)
                .param("partenaire", partenaire).param("mineur", mineur, java.sql.Types.OTHER).param("reponse", reponse).update();
    }
}
