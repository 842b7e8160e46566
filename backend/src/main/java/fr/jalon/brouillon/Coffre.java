package fr.jalon.brouillon;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * AES-256-GCM with a key outside the database: {@code jalon.brouillon.cle} (32 bytes in base 64; nodes of one installation share it), or
 * else a file of the data folder, made at the first start. The owner of a draft is bound to it: a row moved to somebody else opens for nobody.
 */
@Component
class Coffre {

    private static final Logger LOG = LoggerFactory.getLogger(Coffre.class);
    private static final int NONCE = 12;
    private static final int ETIQUETTE_BITS = 128;
    private static final int CLE = 32;

    private final SecureRandom alea = new SecureRandom();
    private final SecretKeySpec cle;

    Coffre(@Value("${jalon.brouillon.cle:}") String reglage, @Value("${jalon.dossier}") Path dossier) {
        byte[] octets = Base64.getDecoder().decode(reglage.isBlank() ? cleDuDossier(dossier.resolve("cle-brouillons")) : reglage.strip());
        if (octets.length != CLE) {
            throw new IllegalStateException("jalon.brouillon.cle : 32 octets en base 64 sont attendus");
        }
        this.cle = new SecretKeySpec(octets, "AES");
    }

    private String cleDuDossier(Path fichier) {
        try {
            if (!Files.exists(fichier)) {
                creer(fichier);
            }
            return Files.readString(fichier).strip();
        } catch (IOException e) {
            throw new IllegalStateException("La clé des brouillons ne peut être lue ni créée dans le dossier de données", e);
        }
    }

    private void creer(Path fichier) throws IOException {
        byte[] octets = new byte[CLE];
        alea.nextBytes(octets);
        Files.createDirectories(fichier.toAbsolutePath().getParent());
        boolean posix = fichier.getFileSystem().supportedFileAttributeViews().contains("posix");
        Path neuf = posix
                ? Files.createTempFile(fichier.toAbsolutePath().getParent(), "cle", "", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(fichier.toAbsolutePath().getParent(), "cle", "");
        Files.writeString(neuf, Base64.getEncoder().encodeToString(octets), StandardOpenOption.TRUNCATE_EXISTING);
        try {
            // Never over a key that another node just made: what it encrypted would be lost.
            Files.move(neuf, fichier);
        } catch (FileAlreadyExistsException e) {
            Files.delete(neuf);
        }
    }

    byte[] fermer(String clair, String proprietaire) {
        try {
            byte[] nonce = new byte[NONCE];
            alea.nextBytes(nonce);
            byte[] chiffre = chiffrement(Cipher.ENCRYPT_MODE, nonce, proprietaire).doFinal(clair.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(NONCE + chiffre.length).put(nonce).put(chiffre).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Chiffrement d’un brouillon", e);
        }
    }

    /** Empty when the draft was closed with another key or for somebody else. */
    Optional<String> ouvrir(byte[] ferme, String proprietaire) {
        try {
            byte[] nonce = java.util.Arrays.copyOf(ferme, NONCE);
            byte[] clair = chiffrement(Cipher.DECRYPT_MODE, nonce, proprietaire).doFinal(ferme, NONCE, ferme.length - NONCE);
            return Optional.of(new String(clair, StandardCharsets.UTF_8));
        } catch (AEADBadTagException e) {
            LOG.warn("Un brouillon ne s’ouvre pas : la clé a changé ou la ligne a été altérée");
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Déchiffrement d’un brouillon", e);
        }
    }

    private Cipher chiffrement(int sens, byte[] nonce, String proprietaire) throws GeneralSecurityException {
        Cipher chiffre = Cipher.getInstance("AES/GCM/NoPadding");
        chiffre.init(sens, cle, new GCMParameterSpec(ETIQUETTE_BITS, nonce));
        chiffre.updateAAD(proprietaire.getBytes(StandardCharsets.UTF_8));
        return chiffre;
    }
}
