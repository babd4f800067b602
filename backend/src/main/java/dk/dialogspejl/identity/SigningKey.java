package dk.dialogspejl.identity;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** A key that signs access tokens. Kept in the database, so that every instance signs with the same. */
@Entity
class SigningKey extends PanacheEntityBase {

    @Id
    private String keyId;

    /** The private key as a JWK (RFC 7517). */
    private String privateJwk;

    private Instant createdAt;

    protected SigningKey() {}

    SigningKey(String keyId, String privateJwk, Instant createdAt) {
        this.keyId = keyId;
        this.privateJwk = privateJwk;
        this.createdAt = createdAt;
    }

    String privateJwk() {
        return privateJwk;
    }
}
