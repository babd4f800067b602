package dk.dialogspejl.provisioning.scim;

import de.captaingoldfish.scim.sdk.common.etag.ETag;
import de.captaingoldfish.scim.sdk.common.resources.EnterpriseUser;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.complex.Meta;
import de.captaingoldfish.scim.sdk.common.resources.complex.Name;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Email;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.GroupNode;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.PersonRole;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.organisation.Team;
import dk.dialogspejl.platform.text.Language;
import dk.dialogspejl.provisioning.DescribedPerson;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** A person as SCIM has them: what is what (RFC 7643, section 4.1). */
final class ScimUser {

    /** Of what we call a field, SCIM's name, where it is another. */
    private static final Map<String, String> ATTRIBUTES = Map.of(
            "email",
            "userName",
            "name",
            "displayName",
            "givenName",
            "name.givenName",
            "familyName",
            "name.familyName",
            "jobTitle",
            "title");

    private ScimUser() {}

    static String attribute(String field) {
        return ATTRIBUTES.getOrDefault(field, field);
    }

    /** @param login null for somebody who comes in through a provider alone, who is named by their id then */
    static User of(Person person, String login) {
        User user = User.builder()
                .id(person.id().toString())
                .externalId(person.externalId())
                .userName(login == null ? person.id().toString() : login)
                .name(Name.builder()
                        .formatted(person.name())
                        .givenName(person.givenName())
                        .familyName(person.familyName())
                        .build())
                .displayName(person.name())
                .title(person.jobTitle())
                .preferredLanguage(
                        person.language() == null ? null : person.language().tag())
                .active(person.active())
                .roles(roles(person.roles()))
                .meta(meta(person.createdAt(), person.changedAt()))
                .build();
        if (login != null) {
            user.setEmails(List.of(
                    Email.builder().value(login).type("work").primary(true).build()));
        }
        if (person.employeeNumber() != null) {
            user.setEnterpriseUser(EnterpriseUser.builder()
                    .employeeNumber(person.employeeNumber())
                    .build());
        }
        Team team = person.team();
        if (team != null) {
            user.setGroups(List.of(GroupNode.builder()
                    .value(team.id().toString())
                    .display(team.name())
                    .type("direct")
                    .build()));
        }
        return user;
    }

    /**
     * What is asked for.
     *
     * @param before as the person is now, or null for somebody new
     * @param keepsRoles where roles are not spoken of at all
     */
    static DescribedPerson described(User user, Person before, boolean keepsRoles) {
        String email = user.getUserName().map(String::strip).orElse(null);
        Name name = user.getName().orElseGet(Name::new);
        return new DescribedPerson(
                email,
                name(user, name, before),
                text(name.getGivenName().orElse(null)),
                text(name.getFamilyName().orElse(null)),
                text(user.getTitle().orElse(null)),
                text(user.getEnterpriseUser()
                        .flatMap(EnterpriseUser::getEmployeeNumber)
                        .orElse(null)),
                text(user.getExternalId().orElse(null)),
                language(user),
                keepsRoles && before != null ? before.roles() : roles(user.getRoles()),
                user.isActive().orElse(before == null || before.active()));
    }

    /** Weak, because an answer may leave attributes out (RFC 7644, section 3.14). */
    static Meta meta(Instant createdAt, Instant changedAt) {
        return Meta.builder()
                .created(createdAt.truncatedTo(ChronoUnit.MICROS))
                .lastModified(changedAt.truncatedTo(ChronoUnit.MICROS))
                .version(ETag.builder()
                        .weak(true)
                        .tag(Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, changedAt), 36))
                        .build())
                .build();
    }

    /** Of the several ways to say it, the one that says something new; the one to be shown goes first. */
    private static String name(User user, Name name, Person before) {
        String display = text(user.getDisplayName().orElse(null));
        String formatted = text(name.getFormatted().orElse(null));
        String joined = joined(
                text(name.getGivenName().orElse(null)),
                text(name.getFamilyName().orElse(null)));
        if (before == null) {
            return Stream.of(display, formatted, joined)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        String formerlyJoined = joined(before.givenName(), before.familyName());
        return Stream.of(display, formatted)
                .filter(said -> said != null && !said.equals(before.name()))
                .findFirst()
                .orElse(joined == null || joined.equals(formerlyJoined) ? before.name() : joined);
    }

    private static String joined(String given, String family) {
        String joined = Stream.of(given, family)
                .filter(Objects::nonNull)
                .reduce((first, second) -> first + " " + second)
                .orElse("");
        return joined.isEmpty() ? null : joined;
    }

    private static String text(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The first language of either that we have; others are none. */
    private static Language language(User user) {
        return Stream.of(user.getPreferredLanguage(), user.getLocale())
                .flatMap(said -> said.stream())
                .map(said -> Locale.forLanguageTag(said.replace('_', '-').replaceAll("[,;].*", ""))
                        .getLanguage())
                .flatMap(said -> Stream.of(Language.values())
                        .filter(language -> language.tag().equals(said)))
                .findFirst()
                .orElse(null);
    }

    private static List<PersonRole> roles(Set<Role> roles) {
        return roles.stream()
                .filter(role -> role != Role.EMPLOYEE)
                .map(role -> PersonRole.builder().value(role.name()).build())
                .toList();
    }

    /** @throws ScimRefusal for a role that there is not */
    private static Set<Role> roles(List<PersonRole> roles) {
        Set<Role> named = EnumSet.noneOf(Role.class);
        for (PersonRole role : roles) {
            named.add(Stream.of(Role.values())
                    .filter(known -> known.name()
                            .equalsIgnoreCase(role.getValue().orElse("").strip()))
                    .findFirst()
                    .orElseThrow(() -> ScimRefusal.invalidValue("roles", null)));
        }
        return named;
    }
}
