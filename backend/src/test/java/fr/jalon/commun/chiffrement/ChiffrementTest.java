package fr.jalon.commun.chiffrement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChiffrementTest {

    private static final byte[] TEXTE = "à ne pas lire".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path dossier;

    @Test
    void what_is_encrypted_comes_back_after_a_restart_and_is_never_written_twice_alike() throws Exception {
        byte[] une = new Chiffrement("", dossier, true).chiffrer(TEXTE, "a");
        Chiffrement redemarre = new Chiffrement("", dossier, true);
        assertThat(redemarre.dechiffrer(une, "a")).isEqualTo(TEXTE);
        assertThat(redemarre.chiffrer(TEXTE, "a")).isNotEqualTo(une);
    }

    @Test
    void a_changed_byte_or_another_place_is_noticed() throws Exception {
        Chiffrement chiffrement = new Chiffrement("", dossier, true);
        byte[] chiffre = chiffrement.chiffrer(TEXTE, "a");
        assertThatThrownBy(() -> chiffrement.dechiffrer(chiffre, "b")).isInstanceOf(IllegalStateException.class);
        chiffre[chiffre.length - 1] ^= 1;
        assertThatThrownBy(() -> chiffrement.dechiffrer(chiffre, "a")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void outside_the_demonstration_a_missing_key_stops_the_start() {
        assertThatThrownBy(() -> new Chiffrement("", dossier, false)).hasMessageContaining("JALON_CLE");
        assertThatThrownBy(() -> new Chiffrement("YWJj", dossier, false)).hasMessageContaining("32 octets");
    }
}
