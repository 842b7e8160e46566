package fr.jalon.acces.web;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Utilisateurs;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns whoever is logged in into the identity of the thread, and takes it off at the end. */
class FiltreIdentite extends OncePerRequestFilter {

    private final Utilisateurs utilisateurs;
    private final Annuaire annuaire;
    private final JournalDesConnexions journal;

    FiltreIdentite(Utilisateurs utilisateurs, Annuaire annuaire, JournalDesConnexions journal) {
        this.utilisateurs = utilisateurs;
        this.annuaire = annuaire;
        this.journal = journal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest demande, HttpServletResponse reponse, FilterChain suite)
            throws ServletException, IOException {
        Authentication authentification = SecurityContextHolder.getContext().getAuthentication();
        Optional<Identite> identite = Optional.ofNullable(authentification).flatMap(this::id).flatMap(utilisateurs::identite);
        if (identite.isEmpty() && authentification != null && authentification.isAuthenticated()
                && id(authentification).isPresent()) {
            // Known to the session, no longer to the house: the account was cut off meanwhile.
            journal.sortie(authentification, "session.finie compte-retire");
            SecurityContextHolder.clearContext();
            HttpSession session = demande.getSession(false);
            if (session != null) {
                session.invalidate();
            }
        }
        IdentiteCourante.poser(identite.orElse(null));
        try {
            suite.doFilter(demande, reponse);
        } finally {
            IdentiteCourante.poser(null);
        }
    }

    private Optional<UUID> id(Authentication authentification) {
        if (authentification.getPrincipal() instanceof Connecte connecte) {
            return Optional.of(connecte.id());
        }
        if (authentification.getPrincipal() instanceof OidcUser personne) {
            return Optional.of(annuaire.id(personne.getSubject()));
        }
        if (authentification instanceof JwtAuthenticationToken jeton) {
            return Optional.of(annuaire.accueillir(jeton.getToken().getClaims()));
        }
        return Optional.empty();
    }
}
