package fr.jalon.droits.web;

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
        return ResponseEntity.ok().contentType(type).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(nom).build().toString())
                .header("X-Content-Type-Options", "nosniff").body(octets);
    }
}
