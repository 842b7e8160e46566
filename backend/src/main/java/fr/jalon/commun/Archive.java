package fr.jalon.commun;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** An archive somebody sends, walked through within bounds before anything else reads it: a small file may unpack into a great one. */
public final class Archive {

    /** More parts, or more bytes once unpacked, than there may be. */
    public static final class Demesuree extends IOException {

        private Demesuree() {
            super("archive démesurée");
        }
    }

    private static final int PARTIES_AU_PLUS = 5000;

    private Archive() {
    }

    /**
     * @param nom receives the name of each part
     * @throws Demesuree beyond {@code octets} once unpacked; nothing of it is kept in memory
     */
    public static void parcourir(byte[] contenu, long octets, Consumer<String> nom) throws IOException {
        long deplie = 0;
        byte[] lu = new byte[64 * 1024];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(contenu))) {
            ZipEntry partie;
            for (int i = 0; (partie = zip.getNextEntry()) != null; i++) {
                if (i > PARTIES_AU_PLUS) {
                    throw new Demesuree();
                }
                nom.accept(partie.getName());
                for (int n; (n = zip.read(lu)) > 0;) {
                    deplie += n;
                    if (deplie > octets) {
                        throw new Demesuree();
                    }
                }
            }
        }
    }
}
