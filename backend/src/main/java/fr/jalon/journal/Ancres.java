package fr.jalon.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where the head of the chain leaves the database: one line a time in a file, and the same line in the log. Whoever cuts the end of the
 * journal with its seals, or chains it anew with the key, still contradicts an anchor. {@code jalon.journal.ancres} should name a folder
 * of another machine, or one that only grows.
 */
@Component
class Ancres {

    /** @param valide false when the line itself does not bear its own signature */
    record Ancre(Instant le, long rang, byte[] empreinte, boolean valide) {
    }

    private static final Logger LOG = LoggerFactory.getLogger(Ancres.class);

    private final Path fichier;
    private final Chaine chaine;

    Ancres(@Value("${jalon.journal.ancres:${jalon.dossier}/ancres-journal.txt}") Path fichier, Chaine chaine) {
        this.fichier = fichier;
        this.chaine = chaine;
    }

    void poser(Scellement.Tete tete) throws IOException {
        if (tete.rang() == 0) {
            return;
        }
        String corps = Instant.now() + " " + tete.rang() + " " + HexFormat.of().formatHex(tete.empreinte());
        String ligne = corps + " " + HexFormat.of().formatHex(chaine.calcul().de(corps));
        Files.createDirectories(fichier.toAbsolutePath().getParent());
        Files.writeString(fichier, ligne + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        LOG.info("Ancre du journal : {}", ligne);
    }

    List<Ancre> lire() throws IOException {
        List<Ancre> ancres = new ArrayList<>();
        if (!Files.exists(fichier)) {
            return ancres;
        }
        for (String ligne : Files.readAllLines(fichier)) {
            if (ligne.isBlank()) {
                continue;
            }
            String[] mots = ligne.strip().split(" ");
            try {
                String corps = mots[0] + " " + mots[1] + " " + mots[2];
                boolean signee = mots.length == 4 && HexFormat.of().formatHex(chaine.calcul().de(corps)).equals(mots[3]);
                ancres.add(new Ancre(Instant.parse(mots[0]), Long.parseLong(mots[1]), HexFormat.of().parseHex(mots[2]), signee));
            } catch (RuntimeException e) {
                ancres.add(new Ancre(null, 0, new byte[0], false));
            }
        }
        return ancres;
    }
}
