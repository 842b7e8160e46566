package fr.jalon.acces.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Ouvertures;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.TypeSujet;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Whatever part of a file is read, and by whatever address, is an opening of that file: one line a sitting, written before anything is
 * told. What cannot be written is not told.
 */
@ControllerAdvice
class LectureInscrite implements ResponseBodyAdvice<Object> {

    /** Beginning of an address → what its first id is. The longest that fits holds. */
    private static final Map<String, TypeSujet> DOSSIERS = new LinkedHashMap<>();
    static {
        DOSSIERS.put("/api/ip/{", TypeSujet.IP);
        DOSSIERS.put("/api/informations/{", TypeSujet.INFORMATION);
        DOSSIERS.put("/api/mesures/{", TypeSujet.MESURE);
        DOSSIERS.put("/api/attente/mesures/{", TypeSujet.MESURE);
        DOSSIERS.put("/api/enfants/{", TypeSujet.ENFANT);
        DOSSIERS.put("/api/projets/{", TypeSujet.PROJET);
        DOSSIERS.put("/api/autonomies/{", TypeSujet.AUTONOMIE);
        DOSSIERS.put("/api/autonomies/enfants/{", TypeSujet.ENFANT);
    }

    private final Ouvertures ouvertures;

    LectureInscrite(Ouvertures ouvertures) {
        this.ouvertures = ouvertures;
    }

    @Override
    public boolean supports(MethodParameter retour, Class<? extends HttpMessageConverter<?>> ecriture) {
        return AnnotatedElementUtils.hasAnnotation(retour.getAnnotatedElement(), GetMapping.class);
    }

    @Override
    public Object beforeBodyWrite(Object corps, MethodParameter retour, MediaType type, Class<? extends HttpMessageConverter<?>> ecriture,
            ServerHttpRequest demande, ServerHttpResponse reponse) {
        if (demande instanceof ServletServerHttpRequest d && IdentiteCourante.siPresente().isPresent()) {
            sujet(d.getServletRequest()).ifPresent(ouvertures::noter);
        }
        return corps;
    }

    static Optional<Sujet> sujet(HttpServletRequest demande) {
        String chemin = String.valueOf(demande.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        @SuppressWarnings("unchecked")
        Map<String, String> variables = (Map<String, String>) demande.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        // Holds of a file, by the word that says which.
        boolean consigne = chemin.startsWith("/api/{dossier") && variables != null;
        TypeSujet type = consigne ? "ip".equals(variables.get("dossier")) ? TypeSujet.IP : TypeSujet.INFORMATION : DOSSIERS.entrySet().stream().filter(e -> chemin.startsWith(e.getKey())).reduce((a, b) -> a.getKey().length() > b.getKey().length() ? a : b)
                        .map(Map.Entry::getValue).orElse(null);
        if (type == null || variables == null) {
            return Optional.empty();
        }
        String nom = chemin.substring(chemin.indexOf('{') + 1);
        String valeur = variables.get(consigne ? "dossierId" : nom.substring(0, nom.indexOf('}')).split(":")[0]);
        try {
            return Optional.of(new Sujet(type, UUID.fromString(String.valueOf(valeur).toLowerCase(Locale.ROOT))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
