package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.jalon.commun.base.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@DirtiesContext
class KeycloakParcours extends Parcours {

    private static final String SECRET = "secret-d-essai-du-navigateur";
    private static final String MOT_DE_PASSE = "Une-phrase-d-essai-42";
    private static ServeurKeycloak keycloak;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void keycloak(DynamicPropertyRegistry reglages) throws Exception {
        int port = Ports.libre();
        keycloak = new ServeurKeycloak("http://127.0.0.1:" + port, SECRET);
        reglages.add("server.port", () -> port);
        String client = "spring.security.oauth2.client.";
        reglages.add(client + "registration.keycloak.client-id", () -> "jalon-navigateur");
        reglages.add(client + "registration.keycloak.client-secret", () -> SECRET);
        reglages.add(client + "registration.keycloak.scope", () -> "openid,profile,email");
        reglages.add(client + "provider.keycloak.issuer-uri", keycloak::emetteur);
        reglages.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", keycloak::emetteur);
    }

    @AfterAll
    static void arreter() {
        keycloak.close();
    }

    @Test
    void a_person_of_the_directory_logs_in_with_a_second_factor_and_leaves_keycloak_when_leaving_jalon() throws Exception {
        keycloak.ajouter("ref.essai", MOT_DE_PASSE, "REF", "cdas-redon");
        Page page = fenetre();
        entrer(page, "ref.essai");
        assertThat(page.getByText("CDAS Redon").first()).isVisible();

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Essai"))).first().click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Se déconnecter")).click();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("Se connecter")))).isVisible();
        page.navigate("/oauth2/authorization/keycloak");
        assertThat(page.locator("#password")).isVisible();
        org.assertj.core.api.Assertions.assertThat(lignes("ref.essai")).containsSubsequence("habilitation.donnee REF cdas-redon", "connexion.annuaire", "deconnexion");
    }

    @Test
    void an_account_withdrawn_in_jalon_is_out_at_once_and_keycloak_does_not_bring_it_back() throws Exception {
        keycloak.ajouter("retire.essai", MOT_DE_PASSE, "REF", "cdas-redon");
        Page page = fenetre();
        entrer(page, "retire.essai");
        jdbc.sql("update utilisateur set actif = false where identifiant = 'retire.essai'").update();
        org.assertj.core.api.Assertions.assertThat(moi(page, "connecte")).isEqualTo(false);
        page.navigate("/oauth2/authorization/keycloak");
        page.waitForURL("**/?connexion=refusee");
        org.assertj.core.api.Assertions.assertThat(moi(page, "connecte")).isEqualTo(false);
        org.assertj.core.api.Assertions.assertThat(lignes("retire.essai")).containsSubsequence("connexion.annuaire", "session.finie compte-retire", "connexion.refusee compte-retire");
    }

    @Test
    void somebody_cut_off_in_the_directory_is_out_of_jalon_at_the_next_request() throws Exception {
        String id = keycloak.ajouter("eval.essai", MOT_DE_PASSE, "EVALUATEUR", "cdas-redon");
        Page page = fenetre();
        entrer(page, "eval.essai");
        keycloak.fermerLesSessions(id);
        org.assertj.core.api.Assertions.assertThat(page.evaluate("async () => (await (await fetch('/api/moi')).json()).connecte"))
                .isEqualTo(false);
        org.assertj.core.api.Assertions.assertThat(lignes("eval.essai")).containsSubsequence("connexion.annuaire", "deconnexion.annuaire");
    }

    @Test
    void a_duty_given_or_an_account_disabled_in_the_directory_holds_in_the_middle_of_a_session() throws Exception {
        keycloak.dureeDesJetons(2);
        try {
            String id = keycloak.ajouter("milieu.essai", MOT_DE_PASSE, "EVALUATEUR", "cdas-redon");
            Page page = fenetre();
            entrer(page, "milieu.essai");
            org.assertj.core.api.Assertions.assertThat(moi(page, "roles.join()")).isEqualTo("EVALUATEUR");
            keycloak.donnerLeRole(id, "REF");
            page.waitForTimeout(2_500);
            org.assertj.core.api.Assertions.assertThat(moi(page, "roles.join()")).isEqualTo("EVALUATEUR,REF");
            keycloak.desactiver(id);
            page.waitForTimeout(2_500);
            org.assertj.core.api.Assertions.assertThat(moi(page, "connecte")).isEqualTo(false);
            org.assertj.core.api.Assertions.assertThat(lignes("milieu.essai")).containsSubsequence("connexion.annuaire", "habilitation.donnee REF cdas-redon", "session.finie annuaire");
        } finally {
            keycloak.dureeDesJetons(300);
        }
    }

    @Test
    void a_token_of_the_realm_made_for_another_program_is_refused() throws Exception {
        org.assertj.core.api.Assertions.assertThat(statut(keycloak.jetonDeProgramme(SECRET + "-api"))).isEqualTo(200);
        org.assertj.core.api.Assertions.assertThat(statut(keycloak.jetonDUnAutreProgramme())).isEqualTo(401);
    }

    /** What the journal says of somebody, by them or about their account, oldest first. */
    private List<String> lignes(String identifiant) {
        return jdbc.sql("""
                select j.quoi from journal_acces j, utilisateur u where u.identifiant = ? and (j.utilisateur_id = u.id or j.sujet_type = 'UTILISATEUR' and j.sujet_id = u.id)
                order by j.le, j.id""").param(identifiant).query(String.class).list();
    }

    private int statut(String jeton) throws Exception {
        HttpRequest demande = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/taches")).header("Authorization", "Bearer " + jeton).build();
        return HttpClient.newHttpClient().send(demande, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static Object moi(Page page, String quoi) {
        return page.evaluate("async () => (await (await fetch('/api/moi')).json())." + quoi);
    }

    private void entrer(Page page, String identifiant) throws Exception {
        page.navigate("/");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("Se connecter"))).click();
        page.locator("#username").fill(identifiant);
        page.locator("#password").fill(MOT_DE_PASSE);
        page.locator("#kc-login").click();
        page.locator("#mode-manual").click();
        String secret = page.locator("#kc-totp-secret-key").innerText();
        page.locator("#totp").fill(CodeUnique.de(secret));
        page.locator("#saveTOTPBtn").click();
        page.waitForURL("http://127.0.0.1:" + port + "/**");
        assertThat(page.getByText("Essai").first()).isVisible();
    }
}
