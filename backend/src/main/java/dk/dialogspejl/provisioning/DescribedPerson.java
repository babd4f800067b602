package dk.dialogspejl.provisioning;

import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.text.Language;
import dk.dialogspejl.platform.text.PlainText;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import java.util.Set;

/**
 * Somebody as another system describes them, before it is believed. Null for what it does not say.
 *
 * @param email the address they sign in with
 * @param name what others see
 * @param roles beside employee, which everyone is
 */
public record DescribedPerson(
        @NotBlank @Email @PlainText(max = 254, guarded = false)
        String email,

        @NotBlank @PlainText(max = 120) String name,
        @PlainText(max = 120) String givenName,
        @PlainText(max = 120) String familyName,
        @PlainText(max = 120) String jobTitle,

        @NoCprNumber @PlainText(max = 50, guarded = false) String employeeNumber,

        @NoCprNumber @PlainText(max = 255, guarded = false) String externalId,

        Language language,
        Set<Role> roles,
        boolean active) {

    /** Somebody as they are, but for whether they are active. */
    public static DescribedPerson of(Person person, String email, boolean active) {
        return new DescribedPerson(
                email,
                person.name(),
                person.givenName(),
                person.familyName(),
                person.jobTitle(),
                person.employeeNumber(),
                person.externalId(),
                person.language(),
                person.roles(),
                active);
    }

    public void describe(Person person) {
        person.describe(name, givenName, familyName, jobTitle, employeeNumber, externalId, language);
    }

    /** Whether they would be an administrator. */
    public boolean administers() {
        return active && roles.contains(Role.ADMINISTRATOR);
    }

    /** Never who it is. */
    @Override
    public String toString() {
        return "DescribedPerson";
    }
}
