package fr.jalon.acces.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;

import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Refus;
import jakarta.persistence.EntityManager;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * An act sent twice is done once: a double click, a retry after a cut. The key of the header, the act and its answer stand in one
 * transaction, so that neither a crash nor two sends at the same moment can part them; a refused act leaves no key behind.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 100)
class Idempotence extends OncePerRequestFilter {

    static final String ENTETE = "Cle-Idempotence";
    /** Says that the answer is that of the first send. */
    static final String REJOUEE = "Cle-Idempotence-Rejouee";
    private static final Pattern CLE = Pattern.compile("[A-Za-z0-9-]{8,64}");
    private static final int REPONSE_MAX = 256 * 1024;

    private final CommandesRecues commandes;
    private final TransactionTemplate transaction;
    private final EntityManager entites;
    private final HandlerExceptionResolver problemes;

    Idempotence(CommandesRecues commandes, PlatformTransactionManager transactions, EntityManager entites,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problemes) {
        this.commandes = commandes;
        this.transaction = new TransactionTemplate(transactions);
        this.entites = entites;
        this.problemes = problemes;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest demande) {
        return demande.getHeader(ENTETE) == null || demande.getMethod().equals("GET") || !demande.getRequestURI().startsWith("/api/")
                || IdentiteCourante.siPresente().map(i -> i.utilisateurId() == null).orElse(true);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest demande, HttpServletResponse reponse, FilterChain suite)
            throws ServletException, IOException {
        String cle = demande.getHeader(ENTETE);
        // The answer waits in memory until the transaction has committed: nobody is told what did not happen.
        ContentCachingResponseWrapper garde = new ContentCachingResponseWrapper(reponse);
        try {
            if (!CLE.matcher(cle).matches()) {
                throw Refus.global("La clé d’envoi n’a pas la forme attendue.");
            }
            boolean json = demande.getContentType() != null && demande.getContentType().startsWith(MediaType.APPLICATION_JSON_VALUE);
            HttpServletRequest relue = json ? new CorpsRelu(demande) : demande;
            String chemin = demande.getMethod() + " " + demande.getRequestURI();
            String empreinte = empreinte(demande, relue);
            UUID moi = IdentiteCourante.exiger().utilisateurId();
            CommandesRecues.Recue premiere = transaction.execute(statut -> {
                if (!commandes.prendre(moi, cle, chemin, empreinte)) {
                    return commandes.lire(moi, cle).orElseThrow(Idempotence::dejaEnregistre);
                }
                agir(suite, relue, garde);
                if (garde.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
                    statut.setRollbackOnly();
                } else {
                    // What the database refuses at the flush must come before the answer is kept.
                    entites.flush();
                    commandes.repondre(moi, cle, garde.getStatus(), texte(garde), garde.getHeader("Location"));
                }
                return null;
            });
            if (premiere != null) {
                rejouer(premiere, chemin, empreinte, garde);
            }
        } catch (RuntimeException e) {
            garde.resetBuffer();
            if (e.getCause() instanceof PorteException p) {
                throw p.origine;
            }
            if (problemes.resolveException(demande, garde, null, e) == null) {
                throw e;
            }
        }
        garde.copyBodyToResponse();
    }

    private static void agir(FilterChain suite, HttpServletRequest demande, HttpServletResponse reponse) {
        try {
            suite.doFilter(demande, reponse);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(new PorteException(e));
        }
    }

    /** Carries a servlet exception through the transaction. */
    private static final class PorteException extends Exception {

        private final transient ServletException origine;

        private PorteException(ServletException origine) {
            super(origine);
            this.origine = origine;
        }
    }

    private static void rejouer(CommandesRecues.Recue premiere, String chemin, String empreinte, HttpServletResponse reponse) {
        if (!premiere.chemin().equals(chemin) || !premiere.empreinte().equals(empreinte)) {
            throw dejaEnregistre();
        }
        reponse.setStatus(premiere.statut());
        reponse.setHeader(REJOUEE, "oui");
        if (premiere.emplacement() != null) {
            reponse.setHeader("Location", premiere.emplacement());
        }
        if (premiere.reponse() != null) {
            reponse.setContentType(MediaType.APPLICATION_JSON_VALUE);
            reponse.setCharacterEncoding("UTF-8");
            try {
                reponse.getOutputStream().write(premiere.reponse().getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private static Conflit dejaEnregistre() {
        return new Conflit(null, null, "Un premier envoi de cette saisie a déjà été enregistré.");
    }

    private static String texte(ContentCachingResponseWrapper garde) {
        boolean json = garde.getContentType() != null && garde.getContentType().startsWith(MediaType.APPLICATION_JSON_VALUE);
        byte[] octets = garde.getContentAsByteArray();
        return json && octets.length > 0 && octets.length <= REPONSE_MAX ? new String(octets, StandardCharsets.UTF_8) : null;
    }

    /** A form with files is told apart by its address and length: its parts are read once, by the container. */
    private static String empreinte(HttpServletRequest demande, HttpServletRequest relue) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(String.valueOf(demande.getQueryString()).getBytes(StandardCharsets.UTF_8));
            sha.update(relue instanceof CorpsRelu c ? c.corps() : Long.toString(demande.getContentLengthLong()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
