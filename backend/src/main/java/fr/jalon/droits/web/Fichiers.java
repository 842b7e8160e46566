package fr.jalon.droits.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What is downloaded: never shown by the browser under our address, never kept by it. Its name names nobody. */
final class Fichiers {

    private Fichiers() {
    }

    static ResponseEntity<byte[]> de(byte[] octets, MediaType type, String nom) {
        return ResponseEntity.ok().headers(entetes(type, nom)).body(octets);
    }

    /** Written as it goes: what is sent may be long. */
    static OutputStream ouvrir(HttpServletResponse reponse, MediaType type, String nom) {
        entetes(type, nom).forEach((entete, valeurs) -> valeurs.forEach(v -> reponse.setHeader(entete, v)));
        try {
            return reponse.getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpHeaders entetes(MediaType type, String nom) {
        HttpHeaders entetes = new HttpHeaders();
        entetes.setContentType(type);
        entetes.setCacheControl(CacheControl.noStore());
        entetes.setContentDisposition(ContentDisposition.attachment().filename(nom).build());
        entetes.set("X-Content-Type-Options", "nosniff");
        return entetes;
    }
}
