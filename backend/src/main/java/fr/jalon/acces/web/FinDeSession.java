package fr.jalon.acces.web;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/**
 * Leaving Jalon leaves Keycloak too. The browser called with a script, which cannot follow a redirection to another host: the address is
 * given in the answer, {@code {"url": "…"}}, and the page goes there.
 */
class FinDeSession implements LogoutSuccessHandler {

    private final OidcClientInitiatedLogoutSuccessHandler partout;

    FinDeSession(OidcClientInitiatedLogoutSuccessHandler partout) {
        this.partout = partout;
    }

    @Override
    public void onLogoutSuccess(HttpServletRequest demande, HttpServletResponse reponse, Authentication authentification)
            throws IOException, ServletException {
        String[] adresse = {"/"};
        partout.onLogoutSuccess(demande, new HttpServletResponseWrapper(reponse) {
            @Override
            public void sendRedirect(String location) {
                adresse[0] = location;
            }
        }, authentification);
        reponse.setContentType(MediaType.APPLICATION_JSON_VALUE);
        new com.fasterxml.jackson.databind.ObjectMapper().writeValue(reponse.getWriter(), java.util.Map.of("url", adresse[0]));
    }
}
