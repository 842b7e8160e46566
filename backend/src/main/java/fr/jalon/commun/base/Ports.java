package fr.jalon.commun.base;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for servers that must know theirs before they start. Asking the system for any free port gives one of those it also hands to
 * outgoing connections: between the asking and the listening, a client may have taken it.
 */
public final class Ports {

    /** Below what Linux (32768), macOS and Windows (49152) hand to outgoing connections, above the usual services. */
    private static final int PREMIER = 20_000;
    private static final int DERNIER = 32_000;
    private static final int ESSAIS = 200;

    private Ports() {
    }

    /**
     * A port of the loopback where nobody listens, and that the system gives to no outgoing connection.
     *
     * @throws IllegalStateException when none is found
     */
    public static int libre() {
        for (int essai = 0; essai < ESSAIS; essai++) {
            int port = ThreadLocalRandom.current().nextInt(PREMIER, DERNIER);
            try (ServerSocket prise = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return prise.getLocalPort();
            } catch (IOException e) {
                // Taken: another.
            }
        }
        throw new IllegalStateException("Aucun port libre entre " + PREMIER + " et " + DERNIER);
    }
}
