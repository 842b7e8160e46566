package fr.jalon.mesure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Lives of measures drawn at random and cancelled at random: whatever happens, the engine, the periods and the dates say what the acts say. */
@TestIntegration
class HistoiresMesureIT {

    @Autowired
    private Atelier atelier;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private ControleMesures periodes;
    @Autowired
    private ControleEcheancesMesures echeances;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597})
    void after_any_history_the_engine_the_periods_and_the_dates_are_those_of_the_acts(long graine) throws Exception {
        Random hasard = new Random(graine);
        UUID ref = atelier.ref();
        // Whoever both conducts and exercises, so that every act is open to one person.
        UUID tous = gens.de(Role.REF, Atelier.UNITE);
        for (Role role : List.of(Role.REFERENT_PPEF, Role.SERVICE_HABILITE)) {
            jdbc.sql("insert into utilisateur_role(utilisateur_id, role, unite_id) values (?, ?, ?)").params(tous, role.name(), Atelier.UNITE).update();
        }
        UUID enfant = atelier.enfant();
        UUID mere = atelier.titulaire(enfant);
        Map<String, Object> d = hasard.nextBoolean() ? atelier.judiciaire(300, enfant) : atelier.administrative(300, enfant);
        UUID m = atelier.ouvrir(ref, d).get(0);
        int age = 299;
        int reussis = 0;
        for (int i = 0; i < 25; i++) {
            JsonNode page = atelier.page(tous, m);
            List<String> possibles = new ArrayList<>();
            page.get("possibles").forEach(p -> possibles.add(p.asText()));
            if (possibles.isEmpty()) {
                break;
            }
            String choix = possibles.get(hasard.nextInt(possibles.size()));
            if (List.of("ANNULER", "CADUCITE").contains(choix) && i < 20) {
                continue;
            }
            age = Math.max(1, age - hasard.nextInt(12));
            int statut = jouer(tous, m, mere, choix, atelier.ilYA(age), page, hasard);
            assertThat(statut).as(choix + " at " + i).isIn(0, 200, 204, 409, 422);
            reussis += statut == 200 || statut == 204 ? 1 : 0;
            String etape = jdbc.sql("select coalesce(string_agg(etape, ','), 'rien') from tache where sujet_id = ?").param(m).query(String.class).single();
            JsonNode apres = atelier.page(tous, m).get("etape");
            assertThat(etape).as("the engine after " + choix + " at " + i).isEqualTo(apres.isNull() ? "rien" : apres.asText());
        }
        assertThat(reussis).isGreaterThan(4);
        IdentiteCourante.en(Identite.systeme("essai"), () -> {
            assertThat(lus(periodes)).noneMatch(e -> e.cle().endsWith(m.toString()));
            assertThat(lus(echeances)).noneMatch(e -> e.cle().endsWith(m.toString()));
            return null;
        });
        if (jdbc.sql("select etat <> 'ANNULEE' from mesure where id = ?").param(m).query(Boolean.class).single()) {
            assertThat(atelier.nombreDePeriodes(m, "MESURE")).isOne();
        }
    }

    private List<TableDerivee.Ecart> lus(TableDerivee table) {
        return transaction.execute(s -> table.ecarts());
    }

    /** @return the answer, 0 when nothing was sent */
    private int jouer(UUID qui, UUID m, UUID mere, String choix, LocalDate le, JsonNode page, Random hasard) throws Exception {
        Map<String, String> motifs = new LinkedHashMap<>();
        for (String code : List.of("ACCORD_MANQUANT", "TERME_PASSE", "SERVICE_COMPLET", "SERVICE_SANS_PRODUIT", "TERME_LONG", "PRODUIT_BASE",
                "AVANT_TERME", "PARENTS_NON_INFORMES", "ORDONNANCE_TARDIVE", "APRES_MAJORITE")) {
            motifs.put(code, "Essai.");
        }
        boolean judiciaire = "JUDICIAIRE".equals(page.at("/cadre/code").asText());
        String autorite = judiciaire ? "JUGE_ENFANTS" : "PRESIDENT";
        return switch (choix) {
            case "ACCORD" -> envoyer(qui, m, "accords", "adulteId", mere, "statut", List.of("DONNE", "REVOQUE", "REFUSE").get(hasard.nextInt(3)), "le", le);
            case "DATE_JUSTICE" -> envoyer(qui, m, "dates", "genre", "ORDONNANCE_RECUE", "le", le, "motifs", motifs);
            case "AFFECTER" -> {
                atelier.affecter(m, hasard.nextBoolean() ? Atelier.SERVICE : "svc-semo", le);
                yield 200;
            }
            case "DEMARRER" -> envoyer(qui, m, "demarrage", "le", le, "motifs", motifs);
            case "REFERENT" -> envoyer(qui, m, "referents", "genre", "PARCOURS", "nom", "Mme Essai", "du", le);
            case "MODULER" -> envoyer(qui, m, "modulations", "le", le, "intensite", hasard.nextBoolean() ? "SIMPLE" : "RENFORCEE", "compteRendu", "x");
            case "SUSPENDRE" -> envoyer(qui, m, "suspension", "le", le, "motif", "FUGUE");
            case "REPRENDRE" -> envoyer(qui, m, "reprise", "le", le);
            case "RAPPORT" -> envoyer(qui, m, "rapports", "le", le, "nature", hasard.nextBoolean() ? "TERME" : "SITUATION", "proposition", "RENOUVELER");
            case "RENOUVELER" -> envoyer(qui, m, "renouvellement", "le", le, "autorite", autorite, "duree", "P1Y", "motifs", motifs);
            case "REQUALIFIER" -> envoyer(qui, m, "requalification", "le", le, "autorite", autorite, "baseLegale",
                    judiciaire ? hasard.nextBoolean() ? "AEMO_RENFORCEE" : "AEMO" : "AED", "produit", hasard.nextBoolean() ? "MEP" : "MEP_HEBERGEMENT",
                    "duree", "P1Y", "aAffecter", hasard.nextBoolean(), "motifs", motifs);
            case "CADRE" -> envoyer(qui, m, "cadre", "le", le, "autorite", judiciaire ? "PRESIDENT" : "JUGE_ENFANTS", "baseLegale",
                    judiciaire ? "AED" : "AEMO", "duree", "P1Y", "accordDonne", hasard.nextBoolean(), "motifs", motifs);
            case "TRANSFERER" -> envoyer(qui, m, "transfert", "genre", "SERVICE", "serviceId", hasard.nextBoolean() ? null : "svc-cde", "le", le,
                    "motifs", motifs);
            case "TERMINER" -> hasard.nextInt(3) > 0 ? 0
                    : envoyer(qui, m, "fin", "le", le, "motif", "AUTRE", "suite", "AUCUNE", "motifs", motifs);
            case "CADUCITE" -> envoyer(qui, m, "caducite");
            case "ANNULER" -> envoyer(qui, m, "annulation", "motif", "Essai.");
            case "ANNULER_ACTE" -> page.get("acteAnnulable").isNull() ? 0
                    : envoyer(qui, m, "actes/" + page.get("acteAnnulable").asText() + "/annulation", "motif", "Essai.");
            default -> 0;
        };
    }

    private int envoyer(UUID qui, UUID m, String acte, Object... champs) throws Exception {
        return atelier.agir(qui, m, acte, champs).andReturn().getResponse().getStatus();
    }
}
