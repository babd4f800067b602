package dk.dialogspejl.platform.text;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;

/**
 * Text a person wrote: any characters, emoji and combining marks included, up to {@link #max()} code
 * points, but no control characters other than line breaks and tabs and no half of a surrogate pair, which
 * PostgreSQL cannot keep. What is {@link #guarded()} is also free of {@link PersonalData}, but for the kinds that its
 * writer keeps. Null is valid.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PlainText.Validator.class)
public @interface PlainText {

    /** The most code points. */
    int max();

    /** The fewest code points that are not white space at either end. */
    int min() default 0;

    /** False only for what is asked for as such, or is not kept: an address, a password, a key, a search. */
    boolean guarded() default true;

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks length in code points, as people count, not in UTF-16 units. The text itself is in no message. */
    @Dependent
    class Validator implements ConstraintValidator<PlainText, String> {

        @Inject
        KeptPersonalData kept;

        private int max;
        private int min;
        private boolean guarded;

        @Override
        public void initialize(PlainText constraint) {
            max = constraint.max();
            min = constraint.min();
            guarded = constraint.guarded();
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            if (text.codePoints().anyMatch(Validator::cannotBeKept)) {
                return violated(context, "{dk.dialogspejl.PlainText.characters}");
            }
            if (text.codePointCount(0, text.length()) > max) {
                return violated(context, "{dk.dialogspejl.PlainText.max}");
            }
            String trimmed = text.strip();
            if (trimmed.codePointCount(0, trimmed.length()) < min) {
                return violated(context, "{dk.dialogspejl.PlainText.min}");
            }
            return !guarded || isFree(text, context);
        }

        /** Outside a request nobody keeps anything. */
        private boolean isFree(String text, ConstraintValidatorContext context) {
            Set<PersonalData> found = PersonalData.in(text);
            found.removeIf(kind -> kept != null && kept.includes(kind));
            for (PersonalData kind : found) {
                context.unwrap(HibernateConstraintValidatorContext.class).withDynamicPayload(kind);
                violated(context, "{dk.dialogspejl.PersonalData." + kind + "}");
            }
            return found.isEmpty();
        }

        private static boolean cannotBeKept(int codePoint) {
            return Character.getType(codePoint) == Character.SURROGATE
                    || Character.isISOControl(codePoint) && codePoint != '\n' && codePoint != '\r' && codePoint != '\t';
        }

        private static boolean violated(ConstraintValidatorContext context, String template) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(template).addConstraintViolation();
            return false;
        }
    }
}
