package fr.jalon.ip.fiche;

import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Role;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EnfantSaisi;
import fr.jalon.dossier.Naissance;
import fr.jalon.dossier.Sexe;
import fr.jalon.essai.Gens;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;
import fr.jalon.ip.HorlogeIp;
import fr.jalon.ip.InformationsPreoccupantes;
import fr.jalon.processus.Chantier;
import fr.jalon.processus.Processus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/** An IP with two minors and what its tests read often. */
abstract class FicheDEssai {

    static final String ICI = "cdas-combourg";
    static final String AILLEURS = "cdas-semnon";
    @Autowired
    MockMvc mvc;
    @Autowired
    Gens gens;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Chantier chantier;
    @Autowired
    Dossiers dossiers;
    @Autowired
    Evenements evenements;
    @Autowired
    Processus processus;
    @Autowired
    HorlogeIp horlogeIp;
    @Autowired
    InformationsPreoccupantes ips;
    @Autowired
    Acces acces;
    @Autowired
    Horloge horloge;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    ObjectMapper json;
    Sujet ip;
    RequestPostProcessor evaluateur;

    @BeforeEach
    void ouvrir() {
        IdentiteCourante.poser(Identite.systeme("essai"));
        ip = chantier.enEvaluation(ICI, ICI);
        jdbc.sql("update information_preoccupante set etat = 'EN_EVALUATION' where id = ?").param(ip.id()).update();
        evaluateur = gens.comme(gens.de(Role.EVALUATEUR, ICI));
    }

    @AfterEach
    void partir() {
        IdentiteCourante.poser(null);
    }

    void transmetteur(UUID information, boolean professionnel, boolean anonyme, boolean confidentiel) {
        jdbc.sql("""
                update information_entrante set transmetteur_nom = 'Mme Voisine', transmetteur_professionnel = ?, transmetteur_anonyme = ?,
                transmetteur_confidentiel = ?, ip_id = ? where id = ?""").params(professionnel, anonyme, confidentiel, ip.id(), information).update();
    }

    void vu(RequestPostProcessor qui, String nom) throws Exception {
        mvc.perform(get("/api/ip/" + ip.id()).with(qui)).andExpect(jsonPath("$.ip.informations", hasSize(1)))
                .andExpect(jsonPath("$.ip.informations[0].transmetteur").value(nom == null ? nullValue() : org.hamcrest.Matchers.is(nom)))
                .andExpect(jsonPath("$.ip.informations[0].transmetteurReserve").value(nom == null));
    }

    UUID mineur(Sujet de, String nom, String prenoms, LocalDate naissance, String retireMotif) {
        UUID enfant = transaction.execute(s -> dossiers.creerEnfant(EnfantSaisi.de(nom, prenoms, Naissance.exacte(naissance),
                Sexe.INCONNU), ICI));
        concerner(de, enfant, retireMotif);
        return enfant;
    }

    void concerner(Sujet de, UUID enfant, String retireMotif) {
        jdbc.sql("""
                insert into mineur_concerne(id, ip_id, enfant_id, origine, ordre, retire_le, retire_motif)
                values (?, ?, ?, 'INFORMATION', (select count(*) from mineur_concerne where ip_id = ?), ?, ?)""")
                .params(UUID.randomUUID(), de.id(), enfant, de.id(), retireMotif == null ? null : Timestamp.from(Instant.now()), retireMotif).update();
    }

    void suivre(Sujet de) {
        transaction.executeWithoutResult(s -> horlogeIp.suivre(ips.findById(de.id()).orElseThrow()));
    }

    UUID evenement(String type, Instant le, String element, String texte) {
        return transaction.execute(s -> evenements.ajouter(NouvelEvenement.de(type).survenu(le).unite(ICI).element(element).sujet(ip).texte(texte)));
    }

    JsonNode lire(String adresse, RequestPostProcessor qui) throws Exception {
        return json.readTree(mvc.perform(get(adresse).with(qui)).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    interface Travail {
        void faire() throws Exception;
    }
}
