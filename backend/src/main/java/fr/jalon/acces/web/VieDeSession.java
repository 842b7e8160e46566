package fr.jalon.acces.web;

import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import com.nimbusds.jwt.JWTParser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A session lasts {@code jalon.session.duree-max} at most, whoever is at the screen. One that Keycloak opened is also renewed there each time
 * its token expires (five minutes in the shipped realm): what Keycloak then says of the person's duties holds at once, and whom it no longer
 * knows is out. A Keycloak that does not answer cuts nobody off.
 */
class VieDeSession extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(VieDeSession.class);

    private final Duration dureeMax;
    private final Annuaire annuaire;
    private final OAuth2AuthorizedClientRepository clients;
    private final OAuth2AuthorizedClientManager renouvellements;
    private final JournalDesConnexions journal;

    /** @param clients,renouvellements null without Keycloak settings */
    VieDeSession(Duration dureeMax, Annuaire annuaire, OAuth2AuthorizedClientRepository clients, OAuth2AuthorizedClientManager renouvellements,
            JournalDesConnexions journal) {
        this.dureeMax = dureeMax;
        this.annuaire = annuaire;
        this.clients = clients;
        this.renouvellements = renouvellements;
        this.journal = journal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest demande, HttpServletResponse reponse, FilterChain suite)
            throws ServletException, IOException {
        HttpSession session = demande.getSession(false);
        String fin = session == null ? null : tropVieille(session) ? "session.finie duree" : renvoyee(demande, reponse) ? "session.finie annuaire" : null;
        if (fin != null) {
            journal.sortie(SecurityContextHolder.getContext().getAuthentication(), fin);
            SecurityContextHolder.clearContext();
            session.invalidate();
        }
        suite.doFilter(demande, reponse);
    }

    private boolean tropVieille(HttpSession session) {
        return Instant.ofEpochMilli(session.getCreationTime()).plus(dureeMax).isBefore(Instant.now());
    }

    /** Whether Keycloak, asked again, no longer wants this person in. */
    private boolean renvoyee(HttpServletRequest demande, HttpServletResponse reponse) {
        Authentication qui = SecurityContextHolder.getContext().getAuthentication();
        if (clients == null || !(qui instanceof OAuth2AuthenticationToken jeton)) {
            return false;
        }
        OAuth2AuthorizedClient client = clients.loadAuthorizedClient(jeton.getAuthorizedClientRegistrationId(), qui, demande);
        if (client == null || client.getAccessToken().getExpiresAt() == null || client.getAccessToken().getExpiresAt().isAfter(Instant.now())) {
            return client == null;
        }
        try {
            OAuth2AuthorizedClient renouvele = renouvellements.authorize(OAuth2AuthorizeRequest.withAuthorizedClient(client).principal(qui)
                    .attributes(a -> a.putAll(Map.of(HttpServletRequest.class.getName(), demande, HttpServletResponse.class.getName(), reponse))).build());
            if (renouvele == null || renouvele == client) {
                return true;
            }
            // Straight from Keycloak over the connection of the client: the claims need no second proof.
            annuaire.accueillir(JWTParser.parse(renouvele.getAccessToken().getTokenValue()).getJWTClaimsSet().getClaims());
            return false;
        } catch (OAuth2AuthorizationException e) {
            boolean refusee = OAuth2ErrorCodes.INVALID_GRANT.equals(e.getError().getErrorCode());
            if (!refusee) {
                LOG.warn("Keycloak ne répond pas : une session garde ses habilitations ({})", e.getError().getErrorCode());
            }
            return refusee;
        } catch (ParseException e) {
            throw new IllegalStateException("Jeton d’accès illisible", e);
        }
    }
}
