package dk.dialogspejl.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who issues our access tokens: the address of the product (RFC 8414, section 2), which every instance is told alike. Not
 * taken from a request, whose {@code Host} anybody can choose.
 */
@ApplicationScoped
public class Issuer {

    @ConfigProperty(name = "dialogspejl.url")
    Optional<String> url;

    @ConfigProperty(name = "quarkus.http.port")
    int port;

    /** Without a slash at its end; this machine's own address where no other is known. */
    public String address() {
        return url.map(address -> address.replaceAll("/+$", "")).orElse("http://localhost:" + port);
    }
}
