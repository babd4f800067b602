package dk.dialogspejl.platform.http;

import dk.dialogspejl.platform.NotReady;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The port the service listens on. */
public final class Port {

    private Port() {}

    /**
     * Finds out before anything else is started.
     *
     * @throws NotReady when somebody else has it
     */
    public static void requireFree() {
        int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
        String host = System.getenv().getOrDefault("DIALOGSPEJL_HOST", "127.0.0.1");
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // connections of an earlier run may still be closing
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (IOException e) {
            throw new NotReady("Port " + port + " is taken. Stop what uses it, or choose another with PORT=8081.", e);
        }
    }
}
