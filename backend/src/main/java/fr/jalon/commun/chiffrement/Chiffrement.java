package fr.jalon.commun.chiffrement;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Encrypts what must not be readable in a copy of the database (drafts, attached files): AES-256-GCM, a fresh nonce each time. The key is
 * {@code jalon.cle} (32 bytes in base64); the demonstration makes its own beside its database when none is given.
 */
@Component
public class Chiffrement {

    private static final int NONCE = 12;
    private static final int ETIQUETTE_BITS = 128;

    private final SecretKeySpec cle;
    private final SecureRandom alea = new SecureRandom();

    Chiffrement(@Value("${jalon.cle:}") String cle, @Value("${jalon.dossier}") Path dossier,
            @Value("${jalon.demonstration}") boolean demonstration) throws IOException {
        byte[] octets;
        if (!cle.isBlank()) {
            octets = Base64.getDecoder().decode(cle.strip());
        } else if (demonstration) {
            octets = cleDeDemonstration(dossier.resolve("cle"));
        } else {
            throw new IllegalStateException("jalon.cle manque : donnez 32 octets en base64 (openssl rand -base64 32) dans JALON_CLE.");
        }
        if (octets.length != 32) {
            throw new IllegalStateException("jalon.cle doit faire 32 octets en base64.");
        }
        this.cle = new SecretKeySpec(octets, "AES");
    }

    /**
     * @param contexte what the text belongs to (an id): decrypting under another context fails, so rows cannot be exchanged
     * @return nonce followed by the encrypted bytes
     */
    public byte[] chiffrer(byte[] clair, String contexte) {
        byte[] nonce = new byte[NONCE];
        alea.nextBytes(nonce);
        byte[] chiffre = appliquer(Cipher.ENCRYPT_MODE, nonce, clair, 0, contexte);
        return ByteBuffer.allocate(NONCE + chiffre.length).put(nonce).put(chiffre).array();
    }

    /** @throws IllegalStateException when the key or the context is another, or a byte was changed */
    public byte[] dechiffrer(byte[] chiffre, String contexte) {
        return appliquer(Cipher.DECRYPT_MODE, Arrays.copyOf(chiffre, NONCE), chiffre, NONCE, contexte);
    }

    /** A MAC (HMAC-SHA256) whose key is derived from the house's for one use: a seal made for one is worth nothing for another. */
    public Mac sceau(String usage) {
        try {
            Mac mere = Mac.getInstance("HmacSHA256");
            mere.init(new SecretKeySpec(cle.getEncoded(), "HmacSHA256"));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(mere.doFinal(("jalon " + usage).getBytes(StandardCharsets.UTF_8)), "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] appliquer(int mode, byte[] nonce, byte[] octets, int depuis, String contexte) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, cle, new GCMParameterSpec(ETIQUETTE_BITS, nonce));
            cipher.updateAAD(contexte.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(octets, depuis, octets.length - depuis);
        } catch (AEADBadTagException e) {
            throw new IllegalStateException("Contenu chiffré altéré, ou clé d’une autre installation", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] cleDeDemonstration(Path fichier) throws IOException {
        if (!Files.exists(fichier)) {
            byte[] octets = new byte[32];
            new SecureRandom().nextBytes(octets);
            Files.createDirectories(fichier.toAbsolutePath().getParent());
            try {
                Files.writeString(fichier, Base64.getEncoder().encodeToString(octets), StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException e) {
                // Two nodes started at once: the first one's key is the one.
            }
        }
        return Base64.getDecoder().decode(Files.readString(fichier).strip());
    }
}
