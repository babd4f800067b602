package dk.dialogspejl.identity;

import dk.dialogspejl.platform.database.NewTransaction;
import io.quarkus.panache.common.Sort;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.security.PrivateKey;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** The keys that access tokens are signed with (ES256). The newest signs; all are published. */
@ApplicationScoped
class SigningKeys {

    @Inject
    NewTransaction transaction;

    @Inject
    Clock clock;

    private volatile List<EllipticCurveJsonWebKey> newestFirst = List.of();

    @ActivateRequestContext
    void load(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent start) {
        newestFirst = transaction.call(() -> {
            SigningKey.getEntityManager()
                    .createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtext('signing_key'))) turn")
                    .getSingleResult();
            if (SigningKey.count() == 0) {
                generate().persist();
            }
            return SigningKey.<SigningKey>listAll(Sort.descending("createdAt")).stream()
                    .map(key -> parse(key.privateJwk()))
                    .toList();
        });
    }

    private SigningKey generate() {
        EllipticCurveJsonWebKey key;
        try {
            key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        } catch (JoseException e) {
            throw new IllegalStateException("This Java cannot make P-256 keys", e);
        }
        key.setKeyId(UUID.randomUUID().toString());
        key.setUse("sig");
        key.setAlgorithm("ES256");
        return new SigningKey(key.getKeyId(), key.toJson(OutputControlLevel.INCLUDE_PRIVATE), clock.instant());
    }

    private static EllipticCurveJsonWebKey parse(String jwk) {
        try {
            return (EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(jwk);
        } catch (JoseException e) {
            throw new IllegalStateException("A signing key in the database is damaged", e);
        }
    }

    String keyId() {
        return newestFirst.get(0).getKeyId();
    }

    PrivateKey privateKey() {
        return newestFirst.get(0).getPrivateKey();
    }

    List<EllipticCurveJsonWebKey> all() {
        return newestFirst;
    }
}
