package dk.dialogspejl.identity;

import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.database.TenantEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A code of 80 random bits that is good once in place of one from the phone (ASVS 5, section 6.5). */
@Entity
class RecoveryCode extends TenantEntity {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int COUNT = 10;
    private static final int BYTES = 10;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Person person;

    private String codeHash;
    private Instant usedAt;

    protected RecoveryCode() {}

    private RecoveryCode(Person person, String code) {
        this.person = person;
        this.codeHash = Secrets.hash(normalised(code));
    }

    /** New ones in place of those there were. They are shown now or never. */
    static List<String> renew(Person person) {
        forgetAllOf(person);
        List<String> codes = new ArrayList<>();
        while (codes.size() < COUNT) {
            byte[] bytes = new byte[BYTES];
            RANDOM.nextBytes(bytes);
            String code = Base32.of(bytes).replaceAll("(.{4})(?=.)", "$1-");
            new RecoveryCode(person, code).persist();
            codes.add(code);
        }
        return codes;
    }

    static void forgetAllOf(Person person) {
        delete("person", person);
    }

    /** True for a code that has not been used; it has been then, also where two come at once. */
    static boolean use(Person person, String code, Instant now) {
        return update(
                        "usedAt = ?1 where person = ?2 and codeHash = ?3 and usedAt is null",
                        now,
                        person,
                        Secrets.hash(normalised(code)))
                == 1;
    }

    static long leftOf(UUID personId) {
        return count("person.id = ?1 and usedAt is null", personId);
    }

    /** However it was copied. */
    private static String normalised(String code) {
        return code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
