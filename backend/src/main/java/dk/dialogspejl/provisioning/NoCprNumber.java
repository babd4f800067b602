package dk.dialogspejl.provisioning;

import dk.dialogspejl.platform.text.PersonalData;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;

/**
 * A number or an id of another system's that is not a CPR number as a whole. Unlike free text it may hold any digits:
 * one id in ten thousand has a CPR number's digits somewhere in it by chance.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = NoCprNumber.Validator.class)
public @interface NoCprNumber {

    String message() default "{dk.dialogspejl.PersonalData.CPR_NUMBER}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is valid. */
    class Validator implements ConstraintValidator<NoCprNumber, String> {

        private static final Pattern DIGITS = Pattern.compile("[\\d\\s.–-]+");

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null
                    || !DIGITS.matcher(text).matches()
                    || !PersonalData.in(text).contains(PersonalData.CPR_NUMBER);
        }
    }
}
