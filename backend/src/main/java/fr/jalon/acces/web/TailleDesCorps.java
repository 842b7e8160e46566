package fr.jalon.acces.web;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What is sent otherwise than as a form with files stays small: a body announced too long is not read, one that does not say its length is
 * read up to the limit. Files have a limit of their own.
 */
class TailleDesCorps extends OncePerRequestFilter {

    /** A draft may hold one million characters; nothing typed is longer. */
    static final int AU_PLUS = 2 * 1024 * 1024;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest demande) {
        String type = demande.getContentType();
        return type != null && type.toLowerCase(java.util.Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest demande, HttpServletResponse reponse, FilterChain suite)
            throws ServletException, IOException {
        if (demande.getContentLengthLong() > AU_PLUS) {
            refuser(reponse);
            return;
        }
        HttpServletRequest lue = demande;
        if (demande.getContentLengthLong() < 0 && demande.getHeader("Transfer-Encoding") != null) {
            byte[] debut = demande.getInputStream().readNBytes(AU_PLUS + 1);
            if (debut.length > AU_PLUS) {
                refuser(reponse);
                return;
            }
            lue = new CorpsRelu(demande, debut);
        }
        suite.doFilter(lue, reponse);
    }

    private static void refuser(HttpServletResponse reponse) throws IOException {
        reponse.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        reponse.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        reponse.setCharacterEncoding("UTF-8");
        new ObjectMapper().writeValue(reponse.getWriter(), Map.of("type", "about:blank", "title", "Envoi trop long", "status", 413,
                "detail", "Cet envoi dépasse 2 Mo. Joignez un document plutôt que de le recopier."));
    }
}
