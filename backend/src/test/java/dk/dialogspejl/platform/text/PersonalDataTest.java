package dk.dialogspejl.platform.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PersonalDataTest {

    private record Vector(String text, Set<PersonalData> kinds) {}

    static Stream<Vector> vectors() throws IOException {
        Path file = Path.of("src/test/resources/personal-data/vectors.json");
        return Arrays.stream(new ObjectMapper().readValue(file.toFile(), Vector[].class));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void the_service_answers_as_the_web_app_does(Vector vector) {
        assertEquals(vector.kinds(), PersonalData.in(vector.text()));
    }

    @Property
    void a_number_written_apart_is_certain_wherever_it_stands(
            @ForAll @IntRange(min = 1, max = 28) int day,
            @ForAll @IntRange(min = 1, max = 12) int month,
            @ForAll @IntRange(min = 0, max = 99) int year,
            @ForAll @IntRange(min = 0, max = 9999) int serial,
            @ForAll("separators") String between,
            @ForAll @StringLength(max = 200) @Chars({'a', 'æ', ' ', '.', '\n', '-', '\u0301', '😊'}) String before,
            @ForAll @StringLength(max = 200) @Chars({'a', 'æ', ' ', '.', '\n', '-', '\u0301', '😊'}) String after) {
        String number = "%02d%02d%02d%s%04d".formatted(day, month, year, between, serial);
        assertTrue(PersonalData.in(before + number + after).contains(PersonalData.CPR_NUMBER));
    }

    @Provide
    static Arbitrary<String> separators() {
        return Arbitraries.of("-", " ", "\n", "\r\n", ".", "–", " - ", "\u00a0", "\u2011", "/");
    }

    @Property
    void ten_digits_of_a_real_date_never_pass_unseen(
            @ForAll @IntRange(min = 1, max = 28) int day,
            @ForAll @IntRange(min = 1, max = 12) int month,
            @ForAll @IntRange(min = 0, max = 999_999) int rest) {
        Set<PersonalData> found = PersonalData.in("%02d%02d%06d".formatted(day, month, rest));
        assertTrue(
                found.contains(PersonalData.CPR_NUMBER) || found.contains(PersonalData.POSSIBLE_CPR_NUMBER),
                found::toString);
    }

    @Property
    void text_without_digits_and_at_signs_is_free(@ForAll String text) {
        String words = text.codePoints()
                .filter(point -> Character.isLetter(point) || Character.isSpaceChar(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertEquals(Set.of(), PersonalData.in(words));
    }

    /** Ten times the text takes some ten times as long, also where a pattern could go astray; a hundred is quadratic. */
    @Test
    void a_longer_text_takes_longer_in_proportion() {
        for (String hard :
                new String[] {"1", "01", "0101 ", "a@", "a.", "+45 ", "12 ", "010190-123 ", "\u0301", "2-"}) {
            nanos(hard.repeat(20_000 / hard.length())); // warm
            double ratio =
                    (double) nanos(hard.repeat(200_000 / hard.length())) / nanos(hard.repeat(20_000 / hard.length()));
            assertTrue(ratio < 40, hard + ": " + ratio);
        }
    }

    private static long nanos(String text) {
        long best = Long.MAX_VALUE;
        for (int run = 0; run < 5; run++) {
            long begun = System.nanoTime();
            PersonalData.in(text);
            best = Math.min(best, System.nanoTime() - begun);
        }
        return best;
    }
}
