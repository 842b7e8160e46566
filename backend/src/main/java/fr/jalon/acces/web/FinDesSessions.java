package fr.jalon.acces.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * Keycloak says that somebody is out: every session of theirs ends, on whichever node it began, because sessions are rows. (The handler
 * Spring ships keeps a registry in the memory of one node and posts to itself.)
 */
class FinDesSessions implements LogoutHandler {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    FinDesSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    @Override
    public void logout(HttpServletRequest demande, HttpServletResponse reponse, Authentication authentification) {
        if (authentification != null && authentification.getPrincipal() instanceof OidcLogoutToken jeton) {
            sessions.findByPrincipalName(jeton.getSubject()).keySet().forEach(sessions::deleteById);
        }
    }
}
