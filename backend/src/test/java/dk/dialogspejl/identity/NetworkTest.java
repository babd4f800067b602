package dk.dialogspejl.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, 192.0.2.255, true",
        "192.0.2.0/24, 192.0.3.0, false",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "2001:db8::/32, 192.0.2.1, false"
    })
    void a_network_holds_just_its_own_addresses(String network, String address, boolean held) {
        assertEquals(held, Network.anyHolds(List.of(network), address));
    }

    @Test
    void no_network_holds_what_is_no_address_and_none_named_holds_all() {
        assertEquals(false, Network.anyHolds(List.of("0.0.0.0/0"), "unknown"));
        assertTrue(Network.anyHolds(List.of(), "203.0.113.9"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "kommunen.example",
                "localhost",
                "192.0.2.0/33",
                "2001:db8::/129",
                "192.0.2.0/-1",
                "192.0.2.0/",
                "192.0.2"
            })
    void what_is_no_network_is_none(String text) {
        assertTrue(Network.parse(text).isEmpty());
    }
}
