package fr.jalon.ip.consigne;

import static fr.jalon.ip.reception.Accueil.connu;
import static fr.jalon.ip.reception.Accueil.famille;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.acces.Role;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.decision.Affaires;
import fr.jalon.ip.decision.Affaires.Affaire;
import fr.jalon.ip.reception.Accueil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;

/** A request of the parquet that comes with an information nobody has qualified yet. */
@TestIntegration
class ConsigneInformationIT {

    @Autowired
    private Affaires affaires;
    @Autowired
    private Accueil accueil;
    @Autowired
    private Gens gens;
    @Autowired
    private Consignes consignes;
    @Autowired
    private Horloge horloge;
    @Autowired
    private JdbcClient jdbc;
    private Affaire a;
    private LocalDate jour;
    private LocalDate du;

    @BeforeEach
    void recevoir() throws Exception {
        Map<String, Object> saisie = accueil.saisie();
        saisie.put("nature", "SOIT_TRANSMIS");
        saisie.put("reference", "26/4512");
        a = affaires.recue(saisie);
        jour = horloge.aujourdhui();
        du = jour.minusDays(10);
    }

    @Test
    void whoever_receives_records_it_and_it_holds_the_first_analysis_without_moving_its_date() throws Exception {
        Object legale = tache("date_legale");
        poser(du, "CONTACT", "INFORMATION");
        assertThat(tache("en_consigne")).isEqualTo(true);
        assertThat(tache("date_legale")).isEqualTo(legale);
        assertThat(periodes()).containsExactly("INFORMATION " + du + " null");
        assertThat(affaires.comptes(a.information(), "consigne.posee")).isOne();
        accueil.lire(a.assistante(), adresse("")).andExpect(status().isOk()).andExpect(jsonPath("$.ouverte").value(true))
                .andExpect(jsonPath("$.reference").value("26/4512")).andExpect(jsonPath("$.consignes[0].enVigueur").value(true))
                .andExpect(jsonPath("$.consignes[0].portees", hasSize(2)));
        String echeance = accueil.lu(a.assistante(), "/api/echeances?sujetType=INFORMATION&sujetId=" + a.information()).get(0).get("id").asText();
        accueil.lire(a.assistante(), "/api/echeances/" + echeance + "/explication").andExpect(status().isOk())
                .andExpect(jsonPath("$.effetRetenues", containsString("La date légale ne bouge pas"))).andExpect(jsonPath("$.retenues", hasSize(1)))
                .andExpect(jsonPath("$.echeance.joursRetenus").value(10));
    }

    @Test
    void what_forbids_one_act_only_holds_no_step_and_still_counts_its_days() throws Exception {
        poser(du, "AUDITION");
        assertThat(tache("en_consigne")).isEqualTo(false);
        assertThat(periodes()).containsExactly("INFORMATION " + du + " null");
    }

    @Test
    void the_lists_show_it_even_when_it_holds_no_step_and_no_more_once_lifted() throws Exception {
        assertThat(enFile().get("consigne").asBoolean()).isFalse();
        UUID id = poser(du, "AUDITION");
        assertThat(enFile().get("consigne").asBoolean()).isTrue();
        JsonNode tache = accueil.lu(a.assistante(), "/api/taches/" + tache("id"));
        assertThat(tache.get("consigne").asBoolean()).isTrue();
        assertThat(tache.get("echeance").get("bande").asText()).isNotEqualTo("CONSIGNE");
        agir(a.assistante(), id, "levee", Map.of("le", jour.toString())).andExpect(status().isNoContent());
        assertThat(enFile().get("consigne").asBoolean()).isFalse();
        assertThat(accueil.lu(a.assistante(), "/api/taches/" + tache("id")).get("consigne").asBoolean()).isFalse();
    }

    @Test
    void the_list_of_ips_shows_one_that_holds_no_step() throws Exception {
        poser(du, "AUDITION");
        Affaire q = affaires.qualifiee(a);
        String numero = jdbc.sql("select numero from information_preoccupante where id = ?").param(q.ip()).query(String.class).single();
        JsonNode ligne = accueil.lu(a.assistante(), "/api/ip?numero=" + numero).get("lignes").get(0);
        assertThat(ligne.get("consigne").asBoolean()).isTrue();
        assertThat(ligne.get("enConsigne").asBoolean()).isFalse();
    }

    /** The line of the information in the queue of whoever receives, wherever its page. */
    private JsonNode enFile() throws Exception {
        String suite = "";
        while (true) {
            JsonNode page = accueil.lu(a.assistante(), "/api/informations?vue=A_ANALYSER" + suite);
            for (JsonNode l : page.get("lignes")) {
                if (l.get("id").asText().equals(a.information().toString())) {
                    return l;
                }
            }
            assertThat(page.get("suite").isNull()).as("in the queue").isFalse();
            suite = "&apres=" + page.get("suite").asText();
        }
    }

    @Test
    void services_are_still_asked_what_they_know() throws Exception {
        poser(du, "CONTACT", "INFORMATION");
        accueil.poster(a.assistante(), "/api/informations/" + a.information() + "/navettes", Map.of("service", service(), "question", "Famille connue ?"))
                .andExpect(r -> assertThat(r.getResponse().getStatus()).isBetween(200, 204));
    }

    @Test
    void lifted_it_holds_nothing_more_and_withdrawn_it_never_did() throws Exception {
        UUID levee = poser(du, "CONTACT");
        agir(a.assistante(), levee, "levee", Map.of("le", jour.minusDays(4).toString(), "reference", "26/4600")).andExpect(status().isNoContent());
        assertThat(tache("en_consigne")).isEqualTo(false);
        assertThat(periodes()).containsExactly("INFORMATION " + du + " " + jour.minusDays(4));
        agir(a.assistante(), levee, "levee", Map.of("le", jour.toString())).andExpect(status().isConflict());
        UUID retiree = poser(jour.minusDays(2), "CONTACT");
        assertThat(tache("en_consigne")).isEqualTo(true);
        agir(a.assistante(), retiree, "annulation", Map.of("motif", "Autre dossier.")).andExpect(status().isNoContent());
        assertThat(tache("en_consigne")).isEqualTo(false);
        assertThat(periodes()).containsExactly("INFORMATION " + du + " " + jour.minusDays(4));
        agir(a.assistante(), retiree, "levee", Map.of("le", jour.toString())).andExpect(status().isConflict());
    }

    @Test
    void the_impossible_is_refused_at_its_field_and_the_same_request_twice_is_a_conflict() throws Exception {
        demander(a.assistante(), corps(jour.plusDays(1), "CONTACT")).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("du"));
        Map<String, Object> vide = corps(du);
        vide.put("auteur", " ");
        demander(a.assistante(), vide).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[*].champ", hasItem("auteur")))
                .andExpect(jsonPath("$.erreurs[*].champ", hasItem("portees")));
        UUID id = poser(du, "CONTACT");
        demander(a.assistante(), corps(du, "CONTACT")).andExpect(status().isConflict());
        agir(a.assistante(), id, "levee", Map.of("le", du.minusDays(1).toString())).andExpect(status().isUnprocessableEntity());
        agir(a.assistante(), id, "levee", Map.of("le", jour.plusDays(1).toString())).andExpect(status().isUnprocessableEntity());
        agir(a.assistante(), id, "annulation", Map.of("motif", " ")).andExpect(status().isUnprocessableEntity());
        agir(a.assistante(), UUID.randomUUID(), "levee", Map.of("le", jour.toString())).andExpect(status().isNotFound());
        Map<String, Object> ancienne = corps(du, "AUDITION");
        ancienne.put("version", 99);
        demander(a.assistante(), ancienne).andExpect(status().isConflict());
    }

    @Test
    void whoever_does_not_receive_may_not_and_out_of_sight_does_not_exist() throws Exception {
        demander(a.anne(), corps(du, "CONTACT")).andExpect(r -> assertThat(r.getResponse().getStatus()).isIn(403, 404));
        UUID ailleurs = gens.de(Role.ASSISTANTE_IP, "cdas-fougeres");
        demander(ailleurs, corps(du, "CONTACT")).andExpect(status().isNotFound());
        accueil.lire(ailleurs, adresse("")).andExpect(status().isNotFound());
        assertThat(periodes()).isEmpty();
    }

    @Test
    void a_qualification_carries_it_to_the_ip_and_its_days_are_counted_once() throws Exception {
        UUID id = poser(du, "CONTACT", "INFORMATION");
        Affaire q = affaires.designee(affaires.confiee(affaires.qualifiee(a)));
        assertThat(periodes(q)).containsExactly("IP " + du + " null");
        assertThat(gens.maison(() -> consignes.interdit(q.ip(), Portee.CONTACT))).isTrue();
        assertThat(gens.maison(() -> consignes.interdit(q.ip(), Portee.INFORMATION, du))).isTrue();
        assertThat(affaires.comptes(q.ip(), "consigne.reprise")).isOne();
        assertThat(jdbc.sql("select en_consigne from tache where sujet_id = ? and etape = 'evaluer'").param(q.ip()).query(Boolean.class).single()).isTrue();
        accueil.lire(a.assistante(), "/api/echeances?sujetType=IP&sujetId=" + q.ip()).andExpect(jsonPath("$[0].joursRetenus").value(10));
        accueil.lire(a.assistante(), "/api/echeances?sujetType=INFORMATION&sujetId=" + a.information()).andExpect(jsonPath("$[0].joursRetenus").value(10));
        accueil.lire(a.assistante(), "/api/ip/" + q.ip() + "/consignes").andExpect(jsonPath("$.consignes[0].repriseLe").value(jour.toString()));
        accueil.lire(a.assistante(), adresse("")).andExpect(jsonPath("$.ouverte").value(false)).andExpect(jsonPath("$.consignes[0].ipId").value(q.ip().toString()));
        demander(a.assistante(), corps(du, "AUDITION")).andExpect(status().isConflict());

        accueil.poster(a.assistante(), "/api/ip/" + q.ip() + "/consignes/" + id + "/levee",
                Map.of("version", affaires.version(q.ip()), "le", jour.minusDays(3).toString())).andExpect(status().isNoContent());
        assertThat(periodes(q)).containsExactly("IP " + du + " " + jour.minusDays(3));
        assertThat(gens.maison(() -> consignes.interdit(q.ip(), Portee.CONTACT))).isFalse();
    }

    @Test
    void one_already_lifted_leaves_its_days_to_the_ip_and_holds_nothing_there() throws Exception {
        UUID id = poser(du, "CONTACT");
        agir(a.assistante(), id, "levee", Map.of("le", jour.minusDays(4).toString())).andExpect(status().isNoContent());
        Affaire q = affaires.qualifiee(a);
        assertThat(periodes(q)).containsExactly("IP " + du + " " + jour.minusDays(4));
        assertThat(gens.maison(() -> consignes.interdit(q.ip(), Portee.CONTACT))).isFalse();
        assertThat(affaires.comptes(q.ip(), "consigne.reprise")).isZero();
        accueil.lire(a.assistante(), "/api/echeances?sujetType=IP&sujetId=" + q.ip()).andExpect(jsonPath("$[0].joursRetenus").value(6));
    }

    @Test
    void a_qualification_corrected_or_undone_gives_it_back_to_the_information() throws Exception {
        poser(du, "CONTACT");
        Affaire q = affaires.qualifiee(a);
        accueil.poster(a.assistante(), "/api/ip/" + q.ip() + "/annuler-dernier-acte", Map.of("version", affaires.version(q.ip())))
                .andExpect(status().isNoContent());
        rendue(q);
        Affaire r = affaires.qualifiee(a);
        assertThat(periodes(r)).containsExactly("IP " + du + " null");
        // One that the parquet asked since then goes back with it.
        accueil.poster(a.assistante(), "/api/ip/" + r.ip() + "/consignes", corps(affaires.version(r.ip()), jour.minusDays(1), "INFORMATION"))
                .andExpect(status().isCreated());
        accueil.poster(a.assistante(), "/api/ip/" + r.ip() + "/corrections/QUALIFICATION", Map.of("version", affaires.version(r.ip()), "motif", "Erreur."))
                .andExpect(status().isOk());
        rendue(r);
        accueil.lire(a.assistante(), adresse("")).andExpect(jsonPath("$.consignes", hasSize(2)));
        assertThat(periodes(affaires.qualifiee(a))).containsExactly("IP " + du + " null");
    }

    private void rendue(Affaire q) {
        assertThat(periodes(q)).containsExactly("INFORMATION " + du + " null");
        assertThat(tache("en_consigne")).isEqualTo(true);
        assertThat(consignes.de(q.ip())).isEmpty();
        assertThat(affaires.comptes(q.ip(), "consigne.reprise")).isZero();
    }

    @Test
    void oriented_elsewhere_it_is_lifted_for_that_reason_and_comes_back_with_the_correction() throws Exception {
        poser(du, "CONTACT");
        affaires.avecMotifs(new HashMap<>(Map.of("vers", "PMI")), c -> accueil.analyser(a.assistante(), a.information(), "NON_QUALIFIEE", c))
                .andExpect(status().isOk());
        assertThat(periodes()).containsExactly("INFORMATION " + du + " " + jour);
        accueil.lire(a.assistante(), adresse("")).andExpect(jsonPath("$.consignes[0].enVigueur").value(false))
                .andExpect(jsonPath("$.consignes[0].leveeMotif", containsString("orientée")));
        assertThat(affaires.comptes(a.information(), "consigne.levee")).isOne();
        accueil.poster(a.assistante(), "/api/informations/" + a.information() + "/corrections/orientation", Map.of("version", version(), "motif", "Erreur."))
                .andExpect(status().isOk());
        assertThat(periodes()).containsExactly("INFORMATION " + du + " null");
        assertThat(tache("en_consigne")).isEqualTo(true);
        assertThat(affaires.comptes(a.information(), "consigne.levee")).isZero();
    }

    @Test
    void joined_to_an_evaluation_it_applies_to_that_ip_from_that_day_and_leaves_with_the_correction() throws Exception {
        Affaire evaluee = affaires.designee(affaires.confiee(affaires.qualifiee(a)));
        UUID enfant = jdbc.sql("select enfant_id from mineur_concerne where ip_id = ? order by ordre limit 1").param(evaluee.ip()).query(UUID.class).single();
        Map<String, Object> saisie = accueil.saisie();
        saisie.put("nature", "SOIT_TRANSMIS");
        saisie.put("famille", famille(connu(enfant)));
        UUID seconde = accueil.id(affaires.avecMotifs(saisie, c -> accueil.poster(a.assistante(), "/api/informations", c)).andExpect(status().isCreated()), "id");
        a = new Affaire(seconde, evaluee.ip(), null, null, null, null, a.assistante(), a.responsable(), a.anne(), a.bruno(), a.ref());
        poser(du, "CONTACT");
        affaires.avecMotifs(new HashMap<>(Map.of("ipId", evaluee.ip(), "urgence", false)),
                c -> accueil.analyser(a.assistante(), seconde, "COMPLEMENT", c)).andExpect(status().isOk());
        assertThat(gens.maison(() -> consignes.interdit(evaluee.ip(), Portee.CONTACT))).isTrue();
        assertThat(gens.maison(() -> consignes.interdit(evaluee.ip(), Portee.CONTACT, jour.minusDays(1)))).isFalse();
        assertThat(periodes(a)).containsExactly("INFORMATION " + du + " " + jour, "IP " + jour + " null");
        assertThat(enConsigne(evaluee.ip())).isTrue();
        accueil.poster(a.assistante(), "/api/informations/" + seconde + "/corrections/orientation", Map.of("version", version(), "motif", "Erreur."))
                .andExpect(status().isOk());
        assertThat(periodes(a)).containsExactly("INFORMATION " + du + " null");
        assertThat(enConsigne(evaluee.ip())).isFalse();
        assertThat(tache("en_consigne")).isEqualTo(true);
    }

    private boolean enConsigne(UUID sujet) {
        return jdbc.sql("select en_consigne from tache where sujet_id = ?").param(sujet).query(Boolean.class).single();
    }

    private String adresse(String suite) {
        return "/api/informations/" + a.information() + "/consignes" + suite;
    }

    private Map<String, Object> corps(LocalDate le, String... portees) throws Exception {
        return corps(version(), le, portees);
    }

    private static Map<String, Object> corps(long version, LocalDate le, String... portees) {
        return new LinkedHashMap<>(Map.of("version", version, "du", le.toString(), "auteur", "Substitut de permanence", "reference", "26/4512",
                "portees", List.of(portees)));
    }

    private ResultActions demander(UUID qui, Map<String, Object> corps) throws Exception {
        return accueil.poster(qui, adresse(""), corps);
    }

    private UUID poser(LocalDate le, String... portees) throws Exception {
        return accueil.id(demander(a.assistante(), corps(le, portees)).andExpect(status().isCreated()), "id");
    }

    private ResultActions agir(UUID qui, UUID id, String acte, Map<String, Object> champs) throws Exception {
        Map<String, Object> corps = new LinkedHashMap<>(champs);
        corps.put("version", version());
        return accueil.poster(qui, adresse("/" + id + "/" + acte), corps);
    }

    private long version() {
        return jdbc.sql("select version from information_entrante where id = ?").param(a.information()).query(Long.class).single();
    }

    private Object tache(String colonne) {
        return jdbc.sql("select " + colonne + " from tache where sujet_id = ? and etape = 'premiere-analyse'").param(a.information()).query().singleValue();
    }

    private String service() throws Exception {
        return accueil.lu(a.assistante(), "/api/informations/" + a.information() + "/analyse").get("services").get(0).get("code").asText();
    }

    private List<String> periodes() {
        return periodes(a);
    }

    private List<String> periodes(Affaire q) {
        return jdbc.sql("""
                select sujet_type || ' ' || debut || ' ' || coalesce(fin::text, 'null') from periode where sujet_id in (?, ?)
                and genre = 'CONSIGNE_PARQUET' and connu_au is null order by debut, sujet_type""")
                .params(q.information(), q.ip() == null ? q.information() : q.ip()).query(String.class).list();
    }
}
