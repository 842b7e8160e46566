package fr.jalon.commun.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.StreamUtils;
import org.springframework.web.bind.annotation.GetMapping;

/** Serves the one page of the application for every address of the screens, with the nonce of the answer written in. */
@Controller
class PageUnique {

    private final String page;

    PageUnique() throws IOException {
        ClassPathResource fichier = new ClassPathResource("static/index.html");
        this.page = fichier.exists() ? StreamUtils.copyToString(fichier.getInputStream(), StandardCharsets.UTF_8)
                : "<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>Jalon</title></head>"
                        + "<body><p>Les écrans n’ont pas été construits (skip.frontend).</p></body></html>";
    }

    @GetMapping({"/", "/index.html", "/{racine:^(?!api|actuator|assets|oauth2|login$)[^.]*$}",
        "/{racine:^(?!api|actuator|assets|oauth2|login)[^.]*$}/{*suite}"})
    ResponseEntity<String> page(HttpServletRequest demande) {
        return ResponseEntity.ok().contentType(new MediaType("text", "html", StandardCharsets.UTF_8)).cacheControl(CacheControl.noStore())
                .body(page.replace("__CSP_NONCE__", (String) demande.getAttribute(NonceCsp.ATTRIBUT)));
    }
}
