package dk.dialogspejl.platform.outside;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fd00::1",
                "fd00:ec2::254",
                "fec0::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2001:0:a00:1::",
                "2002:a00:1::"
            })
    void an_address_inside_is_not_reached(String address) throws UnknownHostException {
        InetAddress inside = InetAddress.getByName(address);
        assertFalse(Reach.PUBLIC.includes(inside));
        assertEquals(inside.isLoopbackAddress(), Reach.THIS_MACHINE_TOO.includes(inside));
        assertTrue(Reach.PRIVATE_TOO.includes(inside));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "100.128.0.1", "172.32.0.1", "198.20.0.1", "2606:4700::1111"})
    void an_address_outside_is_reached(String address) throws UnknownHostException {
        for (Reach reach : Reach.values()) {
            assertTrue(reach.includes(InetAddress.getByName(address)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://1.1.1.1/keys",
                "ftp://1.1.1.1/keys",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "https:///keys",
                "https://user@1.1.1.1/keys",
                "http://localhost/keys"
            })
    void nothing_but_tls_is_spoken(String address) {
        assertThrows(OutsideFailure.class, () -> Reach.PUBLIC.check(URI.create(address)));
    }

    @Test
    void this_machine_is_spoken_to_without_where_that_is_asked_for() {
        for (Reach reach : new Reach[] {Reach.THIS_MACHINE_TOO, Reach.PRIVATE_TOO}) {
            assertDoesNotThrow(() -> reach.check(URI.create("https://hr.example/keys")));
            assertDoesNotThrow(() -> reach.check(URI.create("http://localhost:8450/keys")));
            assertThrows(OutsideFailure.class, () -> reach.check(URI.create("http://10.1.2.3/keys")));
            assertThrows(OutsideFailure.class, () -> reach.check(URI.create("http://localhost.example/keys")));
        }
    }
}
