package fr.jalon.commun.web;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each answer a fresh nonce, put in the policy and in the page: no inline style or script runs without it. */
public class NonceCsp extends OncePerRequestFilter {

    public static final String ATTRIBUT = NonceCsp.class.getName();

    private final SecureRandom alea = new SecureRandom();

    @Override
    protected void doFilterInternal(HttpServletRequest demande, HttpServletResponse reponse, FilterChain suite)
            throws ServletException, IOException {
        byte[] octets = new byte[16];
        alea.nextBytes(octets);
        String nonce = Base64.getEncoder().withoutPadding().encodeToString(octets);
        demande.setAttribute(ATTRIBUT, nonce);
        reponse.setHeader("Content-Security-Policy", "default-src 'self'; script-src 'self'; style-src 'self' 'nonce-" + nonce + "'; "
                + "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
                + "frame-ancestors 'none'");
        suite.doFilter(demande, reponse);
    }
}
