package dk.dialogspejl.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class IssuerTest {

    private static String issuer(String url) {
        Issuer issuer = new Issuer();
        issuer.url = Optional.ofNullable(url);
        issuer.port = 8081;
        return issuer.address();
    }

    @Test
    void the_issuer_is_the_address_of_the_product_however_it_was_written() {
        assertEquals("https://dialogspejl.example", issuer("https://dialogspejl.example"));
        assertEquals("https://dialogspejl.example", issuer("https://dialogspejl.example/"));
    }

    @Test
    void where_no_address_is_known_it_is_this_machines_own() {
        assertEquals("http://localhost:8081", issuer(null));
    }
}
