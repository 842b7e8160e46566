package fr.jalon.acces.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequestWrapper;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class DemandeLocaleTest {

    @Test
    void a_request_from_the_machine_itself_is_local() {
        assertThat(DemandeLocale.est(de("127.0.0.1"))).isTrue();
        assertThat(DemandeLocale.est(de("0:0:0:0:0:0:0:1"))).isTrue();
        assertThat(DemandeLocale.est(de("192.0.2.7"))).isFalse();
    }

    @Test
    void what_a_caller_writes_in_its_headers_makes_nobody_local() {
        MockHttpServletRequest loin = de("192.0.2.7");
        assertThat(DemandeLocale.est(new HttpServletRequestWrapper(loin) {
            @Override
            public String getRemoteAddr() {
                return "127.0.0.1";
            }
        })).isFalse();
    }

    @Test
    void a_proxy_on_the_machine_speaks_for_somebody_else() {
        MockHttpServletRequest parLeMandataire = de("127.0.0.1");
        parLeMandataire.addHeader("X-Forwarded-For", "127.0.0.1");
        assertThat(DemandeLocale.est(parLeMandataire)).isFalse();
    }

    private static MockHttpServletRequest de(String adresse) {
        MockHttpServletRequest demande = new MockHttpServletRequest();
        demande.setRemoteAddr(adresse);
        return demande;
    }
}
