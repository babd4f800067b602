package dk.dialogspejl.platform.outside;

import dk.dialogspejl.platform.outside.OutsideFailure.Cause;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** How far a call may lead (OWASP API7:2023). */
public enum Reach {
    /** To public addresses, by TLS. */
    PUBLIC,
    /** Also to this machine, there without TLS too: for tests and development. */
    THIS_MACHINE_TOO,
    /** To any address, by TLS; to this machine without TLS too. */
    PRIVATE_TOO;

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Looks at the address as it is written; nothing is asked for it. Where it leads is seen when it is called.
     *
     * @throws OutsideFailure where it is none that can be called
     */
    public void check(URI address) throws OutsideFailure {
        if (address.getHost() == null
                || address.getRawUserInfo() != null
                || !(isTls(address) || isPlainToThisMachine(address))) {
            throw new OutsideFailure(Cause.ADDRESS_REFUSED);
        }
    }

    static boolean isTls(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    private boolean isPlainToThisMachine(URI address) {
        return this != PUBLIC
                && "http".equalsIgnoreCase(address.getScheme())
                && THIS_MACHINE.contains(address.getHost().toLowerCase(Locale.ROOT));
    }

    /** Whether this is an address that may be connected to. */
    boolean includes(InetAddress address) {
        return switch (this) {
            case PUBLIC -> isPublic(address);
            case THIS_MACHINE_TOO -> address.isLoopbackAddress() || isPublic(address);
            case PRIVATE_TOO -> true;
        };
    }

    /** Not among the special-purpose addresses of RFC 6890. */
    private static boolean isPublic(InetAddress address) {
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
            boolean carriesIpv4 = first == 0x20 && (second == 0x02 || second == 0x01 && bytes[2] == 0 && bytes[3] == 0);
            return global && !carriesIpv4; // 2002::/16 and 2001::/32
        }
        return first != 0
                && !(first == 100 && (second & 0xc0) == 64)
                && !(first == 192 && second == 0 && bytes[2] == 0)
                && !(first == 198 && (second & 0xfe) == 18)
                && first < 240;
    }
}
