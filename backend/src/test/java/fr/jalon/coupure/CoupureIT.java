package fr.jalon.coupure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power goes in the middle of two hundred intakes: what was acknowledged is there once and whole, and what was not can be sent again. One folder
 * for both ways to fail, the server first: a database is made once, and the second cut falls on one that was cut already.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CoupureIT {

    private static final int SAISIES = 200;
    private static final int AVANT_LA_COUPURE = 60;
    private static final String AGENT = "assistante-ip.redon";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One way for the machine to fail. */
    private interface Coupure {
        void couper(NoeudSepare noeud) throws IOException, InterruptedException;
    }

    @TempDir
    private static Path dossier;

    @Test
    @Order(1)
    void a_killed_server_loses_no_acknowledged_intake_and_doubles_none() throws Exception {
        verifier("serveur", NoeudSepare::tuer);
    }

    @Test
    @Order(2)
    void a_server_killed_with_its_database_loses_no_acknowledged_intake_and_doubles_none() throws Exception {
        verifier("base", NoeudSepare::tuerAvecSaBase);
    }

    private void verifier(String serie, Coupure coupure) throws Exception {
        Map<String, String> accusees = new ConcurrentHashMap<>();
        NoeudSepare noeud = NoeudSepare.demarrer(dossier);
        List<String> anciennes = colonne("select id::text from information_entrante");
        envoyer(serie, noeud, accusees, coupure);
        assertThat(accusees).hasSizeGreaterThanOrEqualTo(AVANT_LA_COUPURE).hasSizeLessThan(SAISIES);
        Map<String, String> avant = Map.copyOf(accusees);

        noeud = NoeudSepare.demarrer(dossier);
        try {
            exigerEntieres();
            assertThat(colonne("select id::text from information_entrante")).containsAll(avant.values());

            // Each form is sent again with its own key, as a browser that never had its answer would.
            envoyer(serie, noeud, accusees, null);
            assertThat(accusees).hasSize(SAISIES);
            avant.forEach((cle, id) -> assertThat(accusees).containsEntry(cle, id));
            List<String> toutes = new ArrayList<>(anciennes);
            toutes.addAll(accusees.values());
            assertThat(colonne("select id::text from information_entrante")).containsExactlyInAnyOrderElementsOf(toutes);
            exigerEntieres();
        } finally {
            noeud.arreter();
        }
    }

    /** Every information has its process, task, due dates, event, minor and journal line; nothing stands alone. */
    private void exigerEntieres() throws Exception {
        assertThat(colonne("""
                select i.numero from information_entrante i where
                   (select count(*) from processus_instance p join act_ru_execution x on x.id_ = p.instance_id
                     where p.sujet_id = i.id and p.actif) <> 1
                or (select count(*) from tache t join act_ru_task r on r.id_ = t.id where t.sujet_id = i.id and t.etape = 'premiere-analyse') <> 1
                or (select count(*) from evenement_sujet s join evenement e on e.id = s.evenement_id
                     where s.sujet_id = i.id and e.type = 'information.recue') <> 1
                or not exists (select 1 from information_mineur m join enfant n on n.id = m.enfant_id where m.information_id = i.id)
                or (select count(*) from journal_acces j where j.sujet_id = i.id and j.genre = 'MODIFICATION') <> 1""")).isEmpty();
        assertThat(colonne("select id::text from enfant where id not in (select enfant_id from information_mineur)")).isEmpty();
        assertThat(colonne("select id_ from act_ru_task where id_ not in (select id from tache)")).isEmpty();
    }

    /** Four agents at once; the cut comes after some answers, while others are on their way. */
    private static void envoyer(String serie, NoeudSepare noeud, Map<String, String> accusees, Coupure coupure) throws Exception {
        ExecutorService agents = Executors.newFixedThreadPool(4);
        List<Future<?>> envois = new ArrayList<>();
        List<NoeudSepare.Client> clients = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            clients.add(noeud.client(AGENT));
        }
        for (int n = 0; n < SAISIES; n++) {
            int numero = n;
            envois.add(agents.submit(() -> {
                String cle = "coupure-" + serie + "-" + numero;
                try {
                    var reponse = clients.get(numero % 4).envoyer("POST", "/api/informations", saisie(serie, numero), cle);
                    assertThat(reponse.statusCode()).as(reponse.body()).isIn(200, 201);
                    accusees.put(cle, JSON.readTree(reponse.body()).get("id").asText());
                } catch (IOException e) {
                    // The server died before answering: nothing was promised.
                }
                return null;
            }));
        }
        if (coupure != null) {
            while (accusees.size() < AVANT_LA_COUPURE) {
                Thread.onSpinWait();
            }
            coupure.couper(noeud);
        }
        for (Future<?> envoi : envois) {
            envoi.get();
        }
        agents.shutdown();
    }

    private static String saisie(String serie, int n) throws IOException {
        Map<String, Object> enfant = new java.util.LinkedHashMap<>(Map.of("nom", "Essai" + serie + (char) ('a' + n % 26) + (char) ('a' + n / 26),
                "prenoms", "Enfant", "nonNomme", false, "sexe", "INCONNU", "naissance", Map.of("precision", "INCONNUE"),
                "personneSeDeclarantMineure", false));
        return JSON.writeValueAsString(Map.of("nature", "INFORMATION", "mode", "TELEPHONE", "origine", "EDUCATION_NATIONALE",
                "transmetteur", Map.of("cadre", "PROFESSIONNEL", "nom", "Essai", "qualite", "Directrice d’école", "confidentiel", false,
                        "retourDemande", false),
                "regularisation", false, "urgence", false, "faits", "Faits rapportés pour l’essai.",
                "famille", Map.of("enfants", List.of(Map.of("cle", "e1", "nouveau", enfant)), "titulaires", List.of(), "foyers", List.of())));
    }

    private List<String> colonne(String requete) throws IOException, SQLException {
        Properties secrets = new Properties();
        try (var flux = Files.newInputStream(dossier.resolve("secrets.properties"))) {
            secrets.load(flux);
        }
        String port = Files.readAllLines(dossier.resolve("base").resolve("postmaster.pid")).get(3).strip();
        List<String> valeurs = new ArrayList<>();
        try (Connection connexion = DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/jalon", "jalon_proprietaire",
                secrets.getProperty("jalon_proprietaire")); Statement ordre = connexion.createStatement();
                ResultSet lignes = ordre.executeQuery(requete)) {
            while (lignes.next()) {
                valeurs.add(lignes.getString(1));
            }
        }
        return valeurs;
    }
}
