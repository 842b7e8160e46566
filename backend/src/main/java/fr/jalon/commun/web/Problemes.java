package fr.jalon.commun.web;

import java.util.List;
import java.util.Map;

import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.TropDeDemandes;
import jakarta.validation.ConstraintViolationException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

import com.fasterxml.jackson.databind.JsonMappingException;

/**
 * Every refusal leaves the house as an RFC 9457 problem in French: {@code erreurs} at their field, {@code avertissements} that await a
 * reason, {@code conflit} when somebody acted first. Details never repeat what was typed.
 */
@RestControllerAdvice
class Problemes {

    private static final Logger LOG = LoggerFactory.getLogger(Problemes.class);

    @ExceptionHandler
    ProblemDetail refus(Refus e) {
        ProblemDetail probleme = probleme(HttpStatus.UNPROCESSABLE_ENTITY, "Saisie à corriger", "Corrigez ce qui est signalé ; rien n’est perdu.");
        probleme.setProperty("erreurs", e.erreurs());
        return probleme;
    }

    @ExceptionHandler
    ProblemDetail avertissements(Avertissements e) {
        ProblemDetail probleme = probleme(HttpStatus.UNPROCESSABLE_ENTITY, "Un motif est attendu",
                "Cet acte est possible : écrivez le motif de chaque point signalé.");
        probleme.setProperty("avertissements", e.avertissements());
        return probleme;
    }

    @ExceptionHandler
    ProblemDetail invalide(MethodArgumentNotValidException e) {
        List<Refus.Erreur> erreurs = e.getBindingResult().getAllErrors().stream()
                .map(x -> new Refus.Erreur(x instanceof FieldError f ? f.getField() : "", x.getDefaultMessage())).toList();
        return refus(new Refus(erreurs));
    }

    @ExceptionHandler
    ProblemDetail invalide(HandlerMethodValidationException e) {
        return refus(new Refus(e.getParameterValidationResults().stream()
                .flatMap(p -> p.getResolvableErrors().stream()
                        .map(x -> new Refus.Erreur(p.getMethodParameter().getParameterName(), x.getDefaultMessage())))
                .toList()));
    }

    @ExceptionHandler
    ProblemDetail invalide(ConstraintViolationException e) {
        return refus(new Refus(e.getConstraintViolations().stream()
                .map(v -> new Refus.Erreur(v.getPropertyPath().toString(), v.getMessage())).toList()));
    }

    @ExceptionHandler
    ProblemDetail illisible(HttpMessageNotReadableException e) {
        String champ = e.getCause() instanceof JsonMappingException json ? chemin(json) : "";
        if (e.getMostSpecificCause() instanceof Refus r) {
            // A value type refused its parts (« naissance » without its date): its own message, at the path where it was read.
            return refus(new Refus(r.erreurs().stream()
                    .map(x -> new Refus.Erreur(champ + x.champ().substring(Math.max(0, x.champ().indexOf('.'))), x.message())).toList()));
        }
        ProblemDetail probleme = probleme(HttpStatus.BAD_REQUEST, "Demande illisible", "Cette valeur n’a pas la forme attendue.");
        probleme.setProperty("erreurs", List.of(new Refus.Erreur(champ, "Cette valeur n’a pas la forme attendue.")));
        return probleme;
    }

    private static String chemin(JsonMappingException e) {
        StringBuilder chemin = new StringBuilder();
        e.getPath().forEach(r -> {
            if (r.getFieldName() == null) {
                chemin.append('[').append(r.getIndex()).append(']');
            } else {
                chemin.append(chemin.isEmpty() ? "" : ".").append(r.getFieldName());
            }
        });
        return chemin.toString();
    }

    @ExceptionHandler
    ProblemDetail type(MethodArgumentTypeMismatchException e) {
        ProblemDetail probleme = probleme(HttpStatus.BAD_REQUEST, "Demande illisible", "Cette valeur n’a pas la forme attendue.");
        probleme.setProperty("erreurs", List.of(new Refus.Erreur(e.getName(), "Cette valeur n’a pas la forme attendue.")));
        return probleme;
    }

    @ExceptionHandler
    ProblemDetail introuvable(Introuvable e) {
        return probleme(HttpStatus.NOT_FOUND, "Introuvable", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail interdit(Interdit e) {
        return probleme(HttpStatus.FORBIDDEN, "Action non permise", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail interdit(AccessDeniedException e) {
        return probleme(HttpStatus.FORBIDDEN, "Action non permise", "Vos habilitations ne permettent pas cette action.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tropDeDemandes(TropDeDemandes e) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).header(HttpHeaders.RETRY_AFTER, String.valueOf(e.secondes()))
                .body(probleme(HttpStatus.TOO_MANY_REQUESTS, "Trop de demandes", e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail conflit(Conflit e) {
        ProblemDetail probleme = probleme(HttpStatus.CONFLICT, "Quelqu’un a agi entre-temps", e.getMessage());
        Map<String, Object> conflit = new java.util.LinkedHashMap<>();
        conflit.put("par", e.par());
        conflit.put("le", e.le());
        conflit.put("quoi", e.quoi());
        probleme.setProperty("conflit", conflit);
        return probleme;
    }

    @ExceptionHandler({OptimisticLockingFailureException.class, PessimisticLockingFailureException.class})
    ProblemDetail verrou(Exception e) {
        return conflit(new Conflit(null, null, "Ce dossier vient d’être modifié par quelqu’un d’autre."));
    }

    /** Whoever asked has left the page: there is nobody to answer, and nothing went wrong. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void parti() {
        LOG.debug("La personne a quitté la page avant la réponse");
    }

    /** A unique key or a check of the database refused the row: the first act stands, the second is told. */
    @ExceptionHandler
    ProblemDetail integrite(DataIntegrityViolationException e) {
        LOG.warn("Contrainte de la base opposée à un acte : {}", contrainte(e));
        return conflit(new Conflit(null, null, "Cet acte vient d’être enregistré, ou contredit ce qui l’a été."));
    }

    private static String contrainte(DataIntegrityViolationException e) {
        return e.getMostSpecificCause() instanceof org.postgresql.util.PSQLException sql && sql.getServerErrorMessage() != null
                ? sql.getServerErrorMessage().getConstraint() : "inconnue";
    }

    @ExceptionHandler
    ProblemDetail tropGros(MaxUploadSizeExceededException e) {
        ProblemDetail probleme = probleme(HttpStatus.PAYLOAD_TOO_LARGE, "Fichier trop volumineux", "Un fichier ne dépasse pas 20 Mo.");
        probleme.setProperty("erreurs", List.of(new Refus.Erreur("fichier", "Ce fichier dépasse 20 Mo. Réduisez-le ou scindez-le.")));
        return probleme;
    }

    @ExceptionHandler
    ProblemDetail autre(Exception e) throws Exception {
        if (e instanceof ErrorResponse reponse) {
            HttpStatusCode statut = reponse.getStatusCode();
            return probleme(statut, statut.value() == 404 ? "Introuvable" : "Demande refusée",
                    statut.value() == 404 ? "Cette adresse n’existe pas." : "La demande n’a pas la forme attendue.");
        }
        LOG.error("Erreur inattendue", e);
        return probleme(HttpStatus.INTERNAL_SERVER_ERROR, "Erreur inattendue",
                "Jalon n’a pas pu faire ce que vous demandiez. Votre saisie est conservée ; réessayez, puis prévenez l’administrateur.");
    }

    private static ProblemDetail probleme(HttpStatusCode statut, String titre, String detail) {
        ProblemDetail probleme = ProblemDetail.forStatusAndDetail(statut, detail);
        probleme.setTitle(titre);
        return probleme;
    }
}
