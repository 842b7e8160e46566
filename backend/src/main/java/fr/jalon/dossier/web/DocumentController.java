package fr.jalon.dossier.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.jalon.acces.NatureDonnee;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.TypeSujet;
import fr.jalon.dossier.Documents;
import fr.jalon.dossier.GenreDocument;
import fr.jalon.dossier.ListeDocuments;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;

/** Attached files. A file is always downloaded, never shown by the browser under our address. */
@RestController
@RequestMapping("/api/documents")
class DocumentController {

    record DocumentDepose(UUID id) {
    }

    record NatureDocument(NatureDonnee nature) {
    }

    record RetraitDocument(@Size(max = 500, message = "Écrivez au plus 500 caractères.") String motif) {
    }


    private final Documents documents;
    private final ListeDocuments liste;

    DocumentController(Documents documents, ListeDocuments liste) {
        this.documents = documents;
        this.liste = liste;
    }

    @GetMapping
    List<ListeDocuments.DocumentVu> liste(@RequestParam TypeSujet sujetType, @RequestParam UUID sujetId) {
        return liste.de(new Sujet(sujetType, sujetId));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    DocumentDepose deposer(@RequestPart(required = false) MultipartFile fichier, @RequestParam TypeSujet sujetType, @RequestParam UUID sujetId,
            @RequestParam GenreDocument genre, @RequestParam(required = false) NatureDonnee nature, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate datePiece)
            throws IOException {
        if (fichier == null) {
            throw Refus.champ("fichier", "Choisissez un fichier.");
        }
        if (fichier.getSize() > Documents.TAILLE_AU_PLUS) {
            throw new MaxUploadSizeExceededException(Documents.TAILLE_AU_PLUS);
        }
        return new DocumentDepose(documents.deposer(new Sujet(sujetType, sujetId), fichier.getOriginalFilename(), genre, nature, datePiece, fichier.getBytes()));
    }

    @GetMapping("/{id}/contenu")
    ResponseEntity<byte[]> contenu(@PathVariable UUID id, HttpServletResponse reponse) {
        Documents.Contenu c = documents.lire(id);
        // In place of the policy of our own pages: whatever the bytes are, they run nothing.
        reponse.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(c.type())).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(c.nom(), StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff").body(c.octets());
    }

    @PostMapping("/{id}/nature")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void classerDocument(@PathVariable UUID id, @RequestBody NatureDocument d) {
        documents.classer(id, d.nature());
    }

    @PostMapping("/{id}/retrait")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retirer(@PathVariable UUID id, @Valid @RequestBody RetraitDocument d) {
        documents.retirer(id, d.motif());
    }
}
