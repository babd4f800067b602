package dk.dialogspejl.identity;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/** A network of addresses in the notation of RFC 4632 and RFC 4291, such as {@code 192.0.2.0/24}; or one address. */
public record Network(InetAddress address, int prefix) {

    /** Empty for anything else. Names are not looked up. */
    public static Optional<Network> parse(String text) {
        int slash = text.indexOf('/');
        byte[] address = NetUtil.createByteArrayFromIpAddressString(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            return Optional.empty();
        }
        int bits = address.length * Byte.SIZE;
        String prefix = slash < 0 ? String.valueOf(bits) : text.substring(slash + 1);
        if (!prefix.matches("\\d{1,3}") || Integer.parseInt(prefix) > bits) {
            return Optional.empty();
        }
        return Optional.of(new Network(inet(address), Integer.parseInt(prefix)));
    }

    /** Whether the address is in any of the networks; where none is named, every address is. */
    public static boolean anyHolds(List<String> networks, String address) {
        return networks.isEmpty()
                || Network.parse(address).stream()
                        .anyMatch(caller -> networks.stream()
                                .flatMap(network -> Network.parse(network).stream())
                                .anyMatch(network -> network.holds(caller.address())));
    }

    private boolean holds(InetAddress caller) {
        return caller.getClass() == address.getClass()
                && new IpSubnetFilterRule(address, prefix, IpFilterRuleType.ACCEPT)
                        .matches(new InetSocketAddress(caller, 0));
    }

    private static InetAddress inet(byte[] address) {
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException wrongLength) {
            throw new IllegalStateException(wrongLength);
        }
    }
}
