package dk.dialogspejl.platform.limits;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/**
 * Where this request comes from: the connection's other end, or what a trusted proxy says is behind it
 * ({@code quarkus.http.proxy}).
 */
@RequestScoped
public class ClientAddress {

    /** Of an IPv6 address, what a provider hands to one customer: 64 bits. */
    private static final int IPV6_NETWORK_BYTES = 8;

    @Inject
    RoutingContext routing;

    /** An IPv4 address, or the /64 network of an IPv6 one: whoever has that network can change address at will. */
    public String network() {
        String host = routing.request().remoteAddress().hostAddress();
        if (host == null) {
            return "unknown";
        }
        try {
            InetAddress address = InetAddress.getByName(host); // a literal, so nothing is looked up
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(address.getAddress(), 0, IPV6_NETWORK_BYTES)
                    : address.getHostAddress();
        } catch (UnknownHostException noLiteral) {
            return "unknown";
        }
    }
}
