package fr.jalon.acces.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

/** Cookies of an installation: sent over HTTPS alone, and taken from nowhere else. */
class CookiesTest {

    private static Cookie ecrit(String session, boolean https) {
        CookieCsrfTokenRepository jetons = SecuriteConfig.jetonDePage(session, https);
        MockHttpServletRequest demande = new MockHttpServletRequest();
        MockHttpServletResponse reponse = new MockHttpServletResponse();
        jetons.saveToken(jetons.generateToken(demande), demande, reponse);
        return reponse.getCookies()[0];
    }

    @Test
    void in_production_both_cookies_bear_the_host_prefix_and_are_secure_on_the_whole_site_whatever_the_proxy_says() throws IOException {
        PropertySource<?> production = new YamlPropertySourceLoader().load("production", new ClassPathResource("application-production.yml")).get(0);
        String nom = (String) production.getProperty("server.servlet.session.cookie.name");
        assertThat(nom).isEqualTo("__Host-JALON");
        assertThat(production.getProperty("server.servlet.session.cookie.secure")).isEqualTo(true);
        assertThat(production.getProperty("server.servlet.session.cookie.path")).isEqualTo("/");
        assertThat(production.getProperty("server.servlet.session.cookie.domain")).isNull();

        Cookie jeton = ecrit(nom, true);
        assertThat(jeton.getName()).isEqualTo("__Host-XSRF-TOKEN");
        assertThat(jeton.getSecure()).isTrue();
        assertThat(jeton.getPath()).isEqualTo("/");
        assertThat(jeton.getDomain()).isNull();
        assertThat(jeton.getAttribute("SameSite")).isEqualTo("Lax");
    }

    @Test
    void the_demonstration_on_the_machine_itself_keeps_plain_names() {
        Cookie jeton = ecrit("JALON", false);
        assertThat(jeton.getName()).isEqualTo("XSRF-TOKEN");
        assertThat(jeton.getSecure()).isFalse();
        assertThat(jeton.getAttribute("SameSite")).isEqualTo("Lax");
    }
}
