package dk.dialogspejl.platform.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private record Note(@PlainText(min = 2, max = 5) String text) {}

    @ParameterizedTest
    @CsvSource({
        "'ab', true",
        "'æøå', true",
        "'😊😊😊😊😊', true",
        "'😊😊😊😊😊😊', false",
        "'e\u0301e\u0301', true",
        "'abcdef', false",
        "' a ', false",
        "'a\nb\tc', true",
        "'a\u0000b', false",
        "'a\u0007b', false",
        "'a\u0085b', false",
        "'a\ud83db', false"
    })
    void length_is_counted_as_people_count_and_what_cannot_be_kept_is_refused(String text, boolean valid) {
        assertEquals(valid, VALIDATOR.validate(new Note(text)).isEmpty());
    }
}
