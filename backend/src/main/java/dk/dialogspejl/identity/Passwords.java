package dk.dialogspejl.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Passwords as Argon2id hashes. The default cost is the OWASP Password Storage Cheat Sheet's: 19 MiB, two passes. An å
 * is the same however the keyboard sends it: passwords are normalised (NFKC; NIST SP 800-63B-4, section 3.1.1.2).
 */
@ApplicationScoped
public class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;

    private final Argon2PasswordEncoder argon2id;
    private final String hashOfNobody;

    Passwords(
            @ConfigProperty(name = "dialogspejl.password.memory-kib", defaultValue = "19456") int memoryKib,
            @ConfigProperty(name = "dialogspejl.password.passes", defaultValue = "2") int passes) {
        argon2id = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, memoryKib, passes);
        hashOfNobody = argon2id.encode(Secrets.random());
    }

    public String hash(String password) {
        return argon2id.encode(normalised(password));
    }

    boolean matches(String password, String hash) {
        return argon2id.matches(normalised(password), hash);
    }

    /** That no password has: checked for an unknown address, so that it takes as long as a known one. */
    String hashOfNobody() {
        return hashOfNobody;
    }

    private static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    /** True for a hash made with less memory or fewer passes than today's. */
    boolean isWeak(String hash) {
        return argon2id.upgradeEncoding(hash);
    }
}
