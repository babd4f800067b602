package dk.dialogspejl.identity;

import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.database.CurrentOrganisation;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.Given;
import dk.dialogspejl.testing.Workplace;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The product's own access token but for its life, for tests of what happens when it ends. */
@ApplicationScoped
public class ShortToken {

    @Inject
    Issuer issuer;

    @Inject
    SigningKeys keys;

    @Inject
    Given given;

    /** The same employee, signed in for so long. */
    public Employee of(Employee employee, Workplace at, Duration life) {
        Instant now = Instant.now();
        UUID session = given.inOrganisation(at.organisation(), () -> {
            Session begun = new Session(Person.activeById(employee.id()).orElseThrow(), Device.of(null), now);
            begun.persist();
            return begun.id();
        });
        String token = Jwt.claims()
                .claim(AccessTokens.SESSION, session.toString())
                .issuer(issuer.address())
                .audience(AccessTokens.AUDIENCE)
                .subject(employee.id().toString())
                .claim(CurrentOrganisation.CLAIM, at.organisation().toString())
                .issuedAt(now)
                .expiresAt(now.plus(life))
                .claim("jti", UUID.randomUUID().toString())
                .jws()
                .keyId(keys.keyId())
                .algorithm(SignatureAlgorithm.ES256)
                .header("typ", "at+jwt")
                .sign(keys.privateKey());
        return new Employee(employee.name(), employee.id(), employee.email(), token);
    }
}
