package fr.jalon.projet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import fr.jalon.acces.Role;
import fr.jalon.commun.Ids;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.reception.Accueil;
import fr.jalon.mesure.Atelier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rights, bad input and conflicts of every endpoint of the projet. */
@TestIntegration
class RefusProjetIT {

    private static final List<String> ACTES = List.of("referent", "invitations", "rencontres", "avis", "proposition", "retour", "etablissement",
            "signatures", "remises", "revisions", "bilans");

    @Autowired
    private AtelierProjet atelier;
    @Autowired
    private Accueil accueil;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;

    private Atelier mesures;
    private UUID ref;
    private UUID referent;
    private UUID p;

    @BeforeEach
    void projet() throws Exception {
        mesures = atelier.mesures();
        ref = mesures.ref();
        referent = mesures.referent();
        p = atelier.projet(60);
    }

    private LocalDate ilYA(int jours) {
        return atelier.ilYA(jours);
    }

    @Test
    void whoever_does_not_see_the_projet_is_answered_as_if_there_were_none() throws Exception {
        UUID dAilleurs = gens.de(Role.REFERENT_PPEF, "cdas-combourg");
        for (String acte : ACTES) {
            atelier.agir(dAilleurs, p, acte).andExpect(status().isNotFound());
        }
        atelier.agir(dAilleurs, p, "actions/" + Ids.nouveau() + "/fin").andExpect(status().isNotFound());
        atelier.agir(dAilleurs, p, "actes/" + Ids.nouveau() + "/annulation").andExpect(status().isNotFound());
        for (String lecture : List.of("", "/points", "/referents", "/signataires")) {
            accueil.lire(dAilleurs, "/api/projets/" + p + lecture).andExpect(status().isNotFound());
        }
        accueil.lire(dAilleurs, "/api/dessins/PROJET/" + p).andExpect(status().isNotFound());
        String numero = atelier.page(ref, p).get("numero").asText();
        assertThat(accueil.lu(dAilleurs, "/api/projets?numero=" + numero).get("total").asInt()).isZero();
        assertThat(accueil.lu(ref, "/api/projets?numero=" + numero + "&ouverts=true").get("total").asInt()).isOne();
        accueil.lire(ref, "/api/projets?apres=n-importe-quoi").andExpect(status().isUnprocessableEntity());
    }

    @Test
    void each_act_belongs_to_its_mission() throws Exception {
        UUID evaluateur = gens.de(Role.EVALUATEUR, Atelier.UNITE);
        for (String acte : ACTES) {
            atelier.agir(evaluateur, p, acte).andExpect(status().isForbidden());
        }
        for (String acte : List.of("invitations", "rencontres", "avis", "proposition", "remises")) {
            atelier.agir(ref, p, acte).andExpect(status().isForbidden());
        }
        for (String acte : List.of("retour", "etablissement")) {
            atelier.agir(referent, p, acte).andExpect(status().isForbidden());
        }
        for (String acte : ACTES) {
            atelier.agir(mesures.service(), p, acte).andExpect(status().isForbidden());
        }
    }

    @Test
    void a_form_read_before_somebody_acted_is_a_conflict() throws Exception {
        atelier.fait(referent, p, "referent", "nom", "Mme Essai", "le", ilYA(10));
        for (String acte : ACTES) {
            UUID qui = List.of("retour", "etablissement").contains(acte) ? ref : referent;
            accueil.poster(qui, "/api/projets/" + p + "/" + acte, Map.of("version", 0)).andExpect(status().isConflict());
        }
    }

    @Test
    void impossible_dates_and_choices_are_refused_at_their_field() throws Exception {
        refuse(referent, "referent", "le", "nom", "Mme Essai", "le", ilYA(-1));
        refuse(referent, "referent", "utilisateurId", "le", ilYA(1));
        refuse(referent, "invitations", "prevueLe", "le", ilYA(10));
        refuse(referent, "invitations", "prevueLe", "le", ilYA(10), "prevueLe", ilYA(20));
        refuse(referent, "invitations", "personnes", "le", ilYA(10), "prevueLe", ilYA(5));
        refuse(referent, "invitations", "personnes[0].qualite", "le", ilYA(10), "prevueLe", ilYA(5), "personnes", List.of(Map.of("nom", "x")));
        refuse(referent, "rencontres", "statut", "le", ilYA(10));
        refuse(referent, "rencontres", "le", "statut", "TENUE", "le", ilYA(100), "personnes", List.of(AtelierProjet.enfantPresent()));
        refuse(referent, "rencontres", "motif", "statut", "NON_TENUE", "le", ilYA(10));
        refuse(referent, "rencontres", "personnes", "statut", "TENUE", "le", ilYA(10));
        refuse(referent, "avis", "sens", "le", ilYA(10), "texte", "x");
        refuse(referent, "avis", "texte", "le", ilYA(10), "sens", "ACCORD");
        refuse(ref, "etablissement", "le", "signataireId", ref);
        refuse(ref, "etablissement", "signataireId", "le", ilYA(1));
        refuse(ref, "etablissement", "signataireId", "le", ilYA(1), "signataireId", gens.de(Role.REF, Atelier.UNITE));
        refuse(ref, "etablissement", "le", "le", ilYA(61), "signataireId", ref);
        refuse(referent, "signatures", "signatures");
        refuse(referent, "signatures", "signatures[0].statut", "signatures", List.of(Map.of("qualite", "ENFANT", "statut", "PEUT_ETRE")));
        refuse(referent, "signatures", "signatures[0].le", "signatures", List.of(Map.of("qualite", "ENFANT", "statut", "SIGNEE")));
        refuse(referent, "remises", "versionId", "remises", List.of());
        atelier.etabli(p, 10);
        refuse(referent, "remises", "remises[0].le", "remises", List.of(Map.of("destinataire", "JUGE", "moyen", "COURRIER", "le", ilYA(11).toString())));
        refuse(referent, "remises", "remises[0].moyen", "remises", List.of(Map.of("destinataire", "JUGE", "le", ilYA(1).toString())));
        refuse(referent, "remises", "remises[0].nom", "remises", List.of(Map.of("destinataire", "TITULAIRE", "moyen", "COURRIER", "le", ilYA(1).toString())));
        refuse(referent, "revisions", "motif", "le", ilYA(1));
        refuse(referent, "revisions", "le", "le", ilYA(11), "motif", "DEMANDE");
    }

    @Test
    void a_version_established_never_changes_a_revision_opens_instead() throws Exception {
        atelier.etabli(p, 10);
        atelier.agir(ref, p, "etablissement", "le", ilYA(5), "signataireId", atelier.signataire()).andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value("Cette version est établie et ne change plus\u00a0: ouvrez une révision."));
        atelier.agir(referent, p, "proposition").andExpect(status().isConflict());
        atelier.agir(ref, p, "retour", "motif", "x").andExpect(status().isConflict());
        atelier.fait(referent, p, "revisions", "motif", "DEMANDE", "le", ilYA(2));
        atelier.agir(referent, p, "revisions", "motif", "DEMANDE", "le", ilYA(2)).andExpect(status().isConflict());
    }

    @Test
    void a_second_live_projet_and_an_action_that_ends_before_it_starts_cannot_even_be_written() {
        UUID enfant = jdbc.sql("select enfant_id from projet where id = ?").param(p).query(UUID.class).single();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> jdbc.sql("""
                insert into projet(id, numero, enfant_id, etat, unite_id, ouvert_le, depuis, saisi_le)
                values (?, 'PPE-1999-0001', ?, 'A_PREPARER', 'cdas-redon', current_date, current_date, now())""").params(Ids.nouveau(), enfant).update())
                .isInstanceOf(DataIntegrityViolationException.class);
        UUID version = atelier.versionId(p);
        UUID o = atelier.objectif(version, "relations");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> atelier.action(version, o, ilYA(1), ilYA(2), null))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void nothing_is_done_on_a_projet_that_is_closed_but_handing_it_over() throws Exception {
        UUID enfant = mesures.enfant();
        UUID m = atelier.mesure(60, enfant);
        UUID ferme = atelier.projet(enfant);
        atelier.etabli(ferme, 40);
        atelier.finir(m, 5);
        Map<String, UUID> actes = new LinkedHashMap<>();
        Stream.of("referent", "invitations", "rencontres", "avis", "proposition", "signatures", "revisions", "bilans").forEach(a -> actes.put(a, referent));
        actes.put("etablissement", ref);
        for (Map.Entry<String, UUID> a : actes.entrySet()) {
            atelier.agir(a.getValue(), ferme, a.getKey()).andExpect(status().isConflict());
        }
        atelier.fait(referent, ferme, "remises", "remises", List.of(Map.of("destinataire", "JUGE", "moyen", "COURRIER", "le", ilYA(1).toString())));
        assertThat(atelier.ou(ferme)).containsExactly("CLOS");
    }

    @Test
    void a_delegation_cannot_end_before_the_last_projet_signed_under_it() throws Exception {
        atelier.etabli(p, 10);
        UUID delegation = jdbc.sql("select delegation_id from projet_version where projet_id = ? and etat <> 'EN_COURS'").param(p).query(UUID.class).single();
        accueil.poster(gens.de(Role.ADMINISTRATEUR, null), "/api/delegations/" + delegation + "/fin", Map.of("au", ilYA(20), "motif", "Départ"))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("au"));
    }

    private void refuse(UUID qui, String acte, String champ, Object... valeurs) throws Exception {
        atelier.agir(qui, p, acte, valeurs).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value(champ));
    }
}
