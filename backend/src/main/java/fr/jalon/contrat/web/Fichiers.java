package fr.jalon.contrat.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import fr.jalon.diffusion.Public;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files to keep, never shown by the browser under our address. Their name says for whom they are. */
final class Fichiers {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Fichiers() {
    }

    static String nom(String quoi, Public diffusion, String type) {
        return quoi + "-" + diffusion.name().toLowerCase(Locale.ROOT) + "." + type;
    }

    static ResponseEntity<byte[]> csv(String texte, String nom) {
        return fichier(texte.getBytes(StandardCharsets.UTF_8), "text/csv;charset=UTF-8", nom);
    }

    static ResponseEntity<byte[]> fichier(byte[] octets, String type, String nom) {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(type)).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(nom).build().toString())
                .header("X-Content-Type-Options", "nosniff").body(octets);
    }
}
