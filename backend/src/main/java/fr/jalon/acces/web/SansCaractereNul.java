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

/** The one character the database does not hold, in a question: no honest one has it. Bodies are {@code commun.web.TexteSansNul}'s. */
class SansCaractereNul extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest demande, HttpServletResponse reponse, FilterChain suite)
            throws ServletException, IOException {
        String question = demande.getQueryString();
        if (question == null || !question.contains("%00") && question.indexOf('\0') < 0) {
            suite.doFilter(demande, reponse);
            return;
        }
        reponse.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        reponse.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        reponse.setCharacterEncoding("UTF-8");
        new ObjectMapper().writeValue(reponse.getWriter(), Map.of("type", "about:blank", "title", "Demande illisible", "status", 400,
                "detail", "La demande n’a pas la forme attendue."));
    }
}
