package dk.dialogspejl.identity.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class SignInLimitsTest {

    @Test
    void an_ipv6_customer_is_one_address_however_many_they_have() {
        assertEquals(SignInLimits.network("2001:db8:1:2::1"), SignInLimits.network("2001:db8:1:2:ffff::9"));
        assertNotEquals(SignInLimits.network("2001:db8:1:2::1"), SignInLimits.network("2001:db8:1:3::1"));
    }

    @Test
    void an_ipv4_address_is_one_also_when_it_is_written_as_ipv6() {
        assertEquals(SignInLimits.network("192.0.2.7"), SignInLimits.network("::ffff:192.0.2.7"));
        assertNotEquals(SignInLimits.network("192.0.2.7"), SignInLimits.network("192.0.2.8"));
    }
}
