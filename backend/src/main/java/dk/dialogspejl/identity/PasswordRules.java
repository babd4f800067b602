package dk.dialogspejl.identity;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import dk.dialogspejl.organisation.Organisation;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemException.FieldFault;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Which passwords may be chosen: at least twelve characters of any kind, but none that is common or made of what one
 * knows about its owner (NIST SP 800-63B-4, section 3.1.1.2; ASVS 5, section 6.2). Lists of common passwords hold few
 * of twelve characters, so what is measured is how many guesses it takes to get from the lists to this one: by
 * appending, repeating, replacing letters, and running along the keyboard.
 */
@ApplicationScoped
public class PasswordRules {

    static final int SHORTEST = 12;

    /** Guesses it must stand, of somebody who knows its owner and the lists. */
    private static final double GUESSES = 1e10;

    /** Characters that are measured: time grows with the square of them, and what is longer is long enough. */
    private static final int MEASURED = 64;

    private static final List<String> PRODUCT = List.of("dialogspejl", "dialog", "spejl");

    private final Zxcvbn guesser;

    PasswordRules() {
        try (InputStream danish = PasswordRules.class.getResourceAsStream("/passwords/danish.txt")) {
            List<String> words = new String(danish.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            guesser = new ZxcvbnBuilder()
                    .dictionaries(StandardDictionaries.loadAllDictionaries())
                    .dictionary(new Dictionary("danish", words))
                    .keyboards(StandardKeyboards.loadAllKeyboards())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Refuses a password that may not be chosen, with what to do instead.
     *
     * @param field where the password came from
     * @throws ProblemException INVALID
     */
    public void check(String field, String password, Person person, String email, Organisation organisation) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw ProblemException.invalid(new FieldFault(field, "field.password-short", SHORTEST));
        }
        if (isGuessable(password, knownOf(person.name(), email, organisation.name()))) {
            throw ProblemException.invalid(new FieldFault(field, "field.password-common"));
        }
    }

    boolean isGuessable(String password, List<String> known) {
        String measured = password.substring(0, Math.min(password.length(), MEASURED));
        return guesser.measure(measured, known).getGuesses() < GUESSES;
    }

    /** The words in what one knows about the owner: names, and the parts of the address. */
    static List<String> knownOf(String... texts) {
        return Stream.concat(
                        PRODUCT.stream(),
                        Arrays.stream(texts)
                                .map(text -> text.toLowerCase(Locale.ROOT))
                                .flatMap(text -> Stream.concat(
                                        Stream.of(text, text.replaceAll("[^\\p{L}\\p{N}]", "")),
                                        Arrays.stream(text.split("[^\\p{L}\\p{N}]+")))))
                .filter(word -> word.length() > 1)
                .distinct()
                .toList();
    }
}
