package fr.jalon.acces.web;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationSuccessHandler;

/** Somebody Keycloak let in: a line of the journal and the first page, or, when the account was withdrawn here, the door again. */
class EntreeParAnnuaire extends SimpleUrlAuthenticationSuccessHandler {

    static final String REFUSEE = "/?connexion=refusee";

    private final Annuaire annuaire;
    private final JournalDesConnexions journal;

    EntreeParAnnuaire(Annuaire annuaire, JournalDesConnexions journal) {
        super("/");
        setAlwaysUseDefaultTargetUrl(true);
        this.annuaire = annuaire;
        this.journal = journal;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest demande, HttpServletResponse reponse, Authentication authentification)
            throws IOException, ServletException {
        if (authentification.getPrincipal() instanceof OidcUser personne && !journal.entree(annuaire.id(personne.getSubject()), "connexion.annuaire")) {
            SecurityContextHolder.clearContext();
            HttpSession session = demande.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            getRedirectStrategy().sendRedirect(demande, reponse, REFUSEE);
            return;
        }
        super.onAuthenticationSuccess(demande, reponse, authentification);
    }
}
