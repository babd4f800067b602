package dk.dialogspejl.identity.provider;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a provider may be. What it publishes about itself names addresses that the service then calls, so they must not
 * lead into the network around it (OWASP API7:2023). Over TLS a name that changes its address after the check leads to a
 * host without the certificate.
 */
@ApplicationScoped
class Reach {

    private final boolean privateToo;

    Reach(@ConfigProperty(name = "dialogspejl.private-providers", defaultValue = "false") boolean privateToo) {
        this.privateToo = privateToo;
    }

    /** @throws IOException where no provider may be; says nothing of what is there */
    void check(URI address) throws IOException {
        String host = address.getHost();
        if (host == null || address.getRawUserInfo() != null || !(isTls(address) || isOwnMachine(address))) {
            throw new IOException("No address of a provider");
        }
        if (privateToo) {
            return;
        }
        for (InetAddress one : InetAddress.getAllByName(host)) {
            if (!isPublic(one)) {
                throw new IOException("No public address");
            }
        }
    }

    private static boolean isTls(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    /** Without TLS only on this machine, and only where that has been asked for. */
    private boolean isOwnMachine(URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        return privateToo
                && "http".equalsIgnoreCase(address.getScheme())
                && (host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]"));
    }

    /** Not among the special-purpose addresses of RFC 6890. */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (address instanceof Inet6Address) {
            boolean global = (first & 0xe0) == 0x20; // 2000::/3, the only block given out so far
            boolean carriesIpv4 = first == 0x20 && second == 0x02; // 2002::/16
            return global && !carriesIpv4;
        }
        return first != 0
                && !(first == 100 && (second & 0xc0) == 64)
                && !(first == 192 && second == 0 && bytes[2] == 0)
                && !(first == 198 && (second & 0xfe) == 18)
                && first < 240;
    }
}
