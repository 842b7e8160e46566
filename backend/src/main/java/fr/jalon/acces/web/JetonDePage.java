package fr.jalon.acces.web;

import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.util.StringUtils;

/**
 * CSRF for a page that is one script: the cookie holds the raw token, which the page copies in a header. The masked form stays for
 * anything written in a page (BREACH). As the reference of Spring Security gives it for single-page applications.
 */
class JetonDePage implements CsrfTokenRequestHandler {

    private final CsrfTokenRequestHandler simple = new CsrfTokenRequestAttributeHandler();
    private final CsrfTokenRequestHandler masque = new XorCsrfTokenRequestAttributeHandler();

    @Override
    public void handle(HttpServletRequest demande, HttpServletResponse reponse, Supplier<CsrfToken> jeton) {
        masque.handle(demande, reponse, jeton);
        // Reading it here writes the cookie: the first page already has its token.
        jeton.get().getToken();
    }

    @Override
    public String resolveCsrfTokenValue(HttpServletRequest demande, CsrfToken jeton) {
        return (StringUtils.hasText(demande.getHeader(jeton.getHeaderName())) ? simple : masque).resolveCsrfTokenValue(demande, jeton);
    }
}
