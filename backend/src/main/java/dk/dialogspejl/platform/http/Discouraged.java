package dk.dialogspejl.platform.http;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that is to go: {@code deprecated} in the contract, and told with each of its answers. The days begin in UTC.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Discouraged {

    /** The day since when something else is the better choice, such as {@code 2027-03-01}. */
    String since();

    /** The day on which it ends, a year after that or later. */
    String until();

    /** Where it says what to use instead: an address, or a path here such as {@code /api/docs#/rounds/listRounds}. */
    String instead();
}
