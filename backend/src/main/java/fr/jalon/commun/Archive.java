package fr.jalon.commun;

import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.function.Consumer;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * An archive somebody sends, walked through within bounds before anything else reads it: a small file may unpack into a great one. Read by
 * its table of contents, as spreadsheets and word processors do: what some of them write cannot be read from its beginning.
 */
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
        try (ZipFile zip = new ZipFile(new SeekableInMemoryByteChannel(contenu))) {
            Enumeration<ZipArchiveEntry> parties = zip.getEntries();
            for (int i = 0; parties.hasMoreElements(); i++) {
                ZipArchiveEntry partie = parties.nextElement();
                if (i > PARTIES_AU_PLUS) {
                    throw new Demesuree();
                }
                nom.accept(partie.getName());
                try (InputStream flux = zip.getInputStream(partie)) {
                    for (int n; (n = flux.read(lu)) > 0;) {
                        deplie += n;
                        if (deplie > octets) {
                            throw new Demesuree();
                        }
                    }
                }
            }
        }
    }
}
