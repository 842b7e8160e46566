package fr.jalon.autonomie.web;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import fr.jalon.autonomie.PapiersAutonomie;
import fr.jalon.autonomie.PapiersAutonomie.PapierImprime;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is handed to the young person, as accessible PDF; {@code grand} in large print. */
@RestController
@RequestMapping("/api/autonomies/{id}")
class PapiersAutonomieController {

    private final PapiersAutonomie papiers;

    PapiersAutonomieController(PapiersAutonomie papiers) {
        this.papiers = papiers;
    }

    @GetMapping(value = "/invitation.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> lettreDInvitation(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean grand, HttpServletResponse reponse) {
        return donner(papiers.invitation(id, grand), reponse);
    }

    @GetMapping(value = "/notification.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> notificationDesConditions(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean grand, HttpServletResponse reponse) {
        return donner(papiers.notification(id, grand), reponse);
    }

    @GetMapping(value = "/page.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> pageDuJeune(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean grand, HttpServletResponse reponse) {
        return donner(papiers.page(id, grand), reponse);
    }

    private static ResponseEntity<byte[]> donner(PapierImprime p, HttpServletResponse reponse) {
        // In place of the policy of our own pages: a paper runs nothing.
        reponse.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(p.nom(), StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff").body(p.octets());
    }
}
