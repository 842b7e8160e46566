package fr.jalon.projet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Role;
import fr.jalon.commun.controle.TableDerivee;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.mesure.Atelier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Measures and projets moved and cancelled at random: whatever happens, the engine, the periods and the dates say what the acts say. */
@TestIntegration
class HistoiresProjetIT {

    @Autowired
    private AtelierProjet atelier;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private ControleProjets controle;
    @Autowired
    private ControleEcheancesProjets echeances;

    private final List<UUID> mesures = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
    void after_any_history_of_the_measures_and_of_the_projet_everything_says_what_the_acts_say(long graine) throws Exception {
        Random hasard = new Random(graine);
        UUID tous = gens.de(Role.REF, Atelier.UNITE);
        jdbc.sql("insert into utilisateur_role(utilisateur_id, role, unite_id) values (?, 'REFERENT_PPEF', ?)").params(tous, Atelier.UNITE).update();
        UUID enfant = atelier.mesures().enfant(hasard.nextBoolean() ? atelier.ilYA(900) : atelier.ilYA(3650));
        mesures.add(atelier.mesure(400, enfant));
        UUID p = atelier.projet(enfant);
        int age = 399;
        int reussis = 0;
        for (int i = 0; i < 25; i++) {
            age = Math.max(1, age - hasard.nextInt(25));
            int statut = jouer(tous, p, enfant, age, hasard);
            assertThat(statut).as("at " + i).isIn(0, 200, 201, 204, 404, 409, 422);
            reussis += statut >= 200 && statut < 300 ? 1 : 0;
            String etat = jdbc.sql("select etat from projet where id = ?").param(p).query(String.class).single();
            assertThat(jdbc.sql("select coalesce(string_agg(etape, ','), 'rien') from tache where sujet_id = ? and objet_id is null").param(p)
                    .query(String.class).single()).as("the engine at " + i + " is where the projet is").isEqualTo(
                            EtatProjet.valueOf(etat).etape() == null ? "rien" : EtatProjet.valueOf(etat).etape());
        }
        assertThat(reussis).isGreaterThan(5);
        IdentiteCourante.en(Identite.systeme("essai"), () -> {
            for (TableDerivee t : List.of(controle, echeances)) {
                assertThat(transaction.<List<TableDerivee.Ecart>>execute(s -> t.ecarts())).noneMatch(e -> e.cle().endsWith(p.toString()));
            }
            return null;
        });
    }

    private int jouer(UUID qui, UUID p, UUID enfant, int age, Random hasard) throws Exception {
        LocalDate le = atelier.ilYA(age);
        Map<String, String> motifs = Map.of("DOMAINE_VIDE", "x", "PARENTS_JAMAIS_VENUS", "x", "ACTION_SANS_RESPONSABLE", "x", "RENCONTRE_APRES_ETABLISSEMENT", "x");
        return switch (hasard.nextInt(12)) {
            case 0 -> {
                Map<String, Object> d = atelier.mesures().judiciaire(age + 5, enfant);
                d.put("motifs", Map.of("SERVICE_SANS_PRODUIT", "x", "SERVICE_COMPLET", "x", "MEME_PRODUIT#1", "x"));
                mesures.add(atelier.mesure(d, age));
                yield 201;
            }
            case 1 -> atelier.mesures().agir(atelier.mesures().ref(), mesures.get(hasard.nextInt(mesures.size())), "fin", "le", le, "motif", "OBJECTIFS_ATTEINTS",
                    "suite", "AUCUNE").andReturn().getResponse().getStatus();
            case 2 -> annulerDernierActe(mesures.get(hasard.nextInt(mesures.size())));
            case 3 -> envoyer(qui, p, "invitations", "le", le, "prevueLe", le, "personnes", List.of(AtelierProjet.enfantPresent()));
            case 4 -> envoyer(qui, p, "rencontres", "statut", "TENUE", "le", le, "personnes", List.of(AtelierProjet.enfantPresent()), "motifs", motifs);
            case 5 -> envoyer(qui, p, "proposition");
            case 6, 7 -> envoyer(qui, p, "etablissement", "le", le, "signataireId", atelier.signataire(), "motifs", motifs);
            case 8 -> envoyer(qui, p, "remises", "remises", List.of(Map.of("destinataire", "JUGE", "moyen", "COURRIER", "le", le.toString())));
            case 9 -> envoyer(qui, p, "revisions", "le", le, "motif", "DEMANDE");
            case 10 -> atelier.mesures().agir(atelier.mesures().service(), mesures.get(hasard.nextInt(mesures.size())), "rapports", "le", le, "nature", "SITUATION")
                    .andReturn().getResponse().getStatus();
            default -> {
                JsonNode acte = atelier.page(qui, p).get("acteAnnulable");
                yield acte.isNull() ? 0 : envoyer(qui, p, "actes/" + acte.asText() + "/annulation", "motif", "Essai");
            }
        };
    }

    private int annulerDernierActe(UUID mesure) throws Exception {
        UUID ref = atelier.mesures().ref();
        JsonNode acte = atelier.mesures().page(ref, mesure).get("acteAnnulable");
        return acte.isNull() ? 0 : atelier.mesures().agir(ref, mesure, "actes/" + acte.asText() + "/annulation", "motif", "Essai").andReturn().getResponse().getStatus();
    }

    private int envoyer(UUID qui, UUID p, String acte, Object... champs) throws Exception {
        return atelier.agir(qui, p, acte, champs).andReturn().getResponse().getStatus();
    }
}
