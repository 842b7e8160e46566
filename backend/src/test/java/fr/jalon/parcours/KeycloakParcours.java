package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.jalon.commun.base.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@DirtiesContext
class KeycloakParcours extends Parcours {

    private static final String SECRET = "secret-d-essai-du-navigateur";
    private static final String MOT_DE_PASSE = "Une-phrase-d-essai-42";
    private static ServeurKeycloak keycloak;

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
    }

    @Test
    void somebody_cut_off_in_the_directory_is_out_of_jalon_at_the_next_request() throws Exception {
        String id = keycloak.ajouter("eval.essai", MOT_DE_PASSE, "EVALUATEUR", "cdas-redon");
        Page page = fenetre();
        entrer(page, "eval.essai");
        keycloak.fermerLesSessions(id);
        org.assertj.core.api.Assertions.assertThat(page.evaluate("async () => (await (await fetch('/api/moi')).json()).connecte"))
                .isEqualTo(false);
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
        } finally {
            keycloak.dureeDesJetons(300);
        }
    }

    @Test
    void a_token_of_the_realm_made_for_another_program_is_refused() throws Exception {
        org.assertj.core.api.Assertions.assertThat(statut(keycloak.jetonDeProgramme(SECRET + "-api"))).isEqualTo(200);
        org.assertj.core.api.Assertions.assertThat(statut(keycloak.jetonDUnAutreProgramme())).isEqualTo(401);
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
