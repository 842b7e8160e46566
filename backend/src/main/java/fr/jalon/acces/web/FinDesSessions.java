package fr.jalon.acces.web;

import java.util.Set;

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
    private final Annuaire annuaire;
    private final JournalDesConnexions journal;

    FinDesSessions(FindByIndexNameSessionRepository<? extends Session> sessions, Annuaire annuaire, JournalDesConnexions journal) {
        this.sessions = sessions;
        this.annuaire = annuaire;
        this.journal = journal;
    }

    @Override
    public void logout(HttpServletRequest demande, HttpServletResponse reponse, Authentication authentification) {
        if (authentification != null && authentification.getPrincipal() instanceof OidcLogoutToken jeton) {
            Set<String> ouvertes = sessions.findByPrincipalName(jeton.getSubject()).keySet();
            ouvertes.forEach(sessions::deleteById);
            if (!ouvertes.isEmpty()) {
                journal.sortie(annuaire.id(jeton.getSubject()), "deconnexion.annuaire");
            }
        }
    }
}
