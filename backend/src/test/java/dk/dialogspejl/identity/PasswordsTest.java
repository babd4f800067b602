package dk.dialogspejl.identity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.Given;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PasswordsTest extends ApiTest {

    @Inject
    Passwords today;

    @Test
    void a_hash_is_argon2id_and_salted() {
        String hash = today.hash("hemmelig");
        assertTrue(hash.startsWith("$argon2id$v=19$"));
        assertFalse(hash.equals(today.hash("hemmelig")));
        assertTrue(today.matches("hemmelig", hash));
        assertFalse(today.matches("Hemmelig", hash));
    }

    @Test
    void a_hash_with_less_memory_or_fewer_passes_is_weak() {
        Passwords stronger = new Passwords(2048, 2);
        assertTrue(stronger.isWeak(new Passwords(1024, 2).hash("x")));
        assertTrue(stronger.isWeak(new Passwords(2048, 1).hash("x")));
        assertFalse(stronger.isWeak(stronger.hash("x")));
    }

    @Test
    void signing_in_renews_a_weak_hash_and_keeps_the_password() {
        Workplace work = given.aWorkplace();
        Employee anna = work.anna();
        String weak = new Passwords(512, 1).hash(Given.PASSWORD);
        given.inOrganisation(work.organisation(), () -> {
            Account.ofActivePerson(anna.email()).orElseThrow().rehash(weak);
            return null;
        });
        Given.token(anna.email());
        String renewed = given.inOrganisation(
                work.organisation(),
                () -> Account.ofActivePerson(anna.email()).orElseThrow().passwordHash());
        assertFalse(today.isWeak(renewed));
        Given.token(anna.email());
    }
}
