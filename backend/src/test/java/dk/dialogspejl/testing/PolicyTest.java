package dk.dialogspejl.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.http.Scope;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

/** Deny by default (ASVS 8.2.1, API5:2023): each operation says who may use it, and the open ones are named here. */
class PolicyTest {

    /** The operations that are open to everyone, each with the reason. */
    static final Map<String, String> OPEN = Map.ofEntries(
            Map.entry("signIn", "nobody is signed in before it"),
            Map.entry(
                    "findProvider",
                    "nobody is signed in before it; the answer is the same for every address of a domain"),
            Map.entry("signInThroughProvider", "the code of the organisation's provider signs in"),
            Map.entry("forgotPassword", "who has forgotten it cannot sign in; the answer is the same for everyone"),
            Map.entry("readLink", "the mailed link says whom it is for"),
            Map.entry("setPassword", "the mailed link signs in"),
            Map.entry("refreshSession", "the refresh cookie signs in, when the access token has run out"),
            Map.entry("signOut", "the refresh cookie says what ends, also when the access token has run out"),
            Map.entry("readUnsubscribe", "it leads to a page and tells nothing, whatever the link"),
            Map.entry("unsubscribe", "the link in a mail says whose mails end, and can do nothing else"),
            Map.entry("getKeys", "the keys are public"),
            Map.entry("getMetadata", "where to sign in is read before signing in"),
            Map.entry("getClientToken", "the client's secret signs in"));

    private static final Set<String> ROLES_AND_SCOPES = Stream.concat(
                    Arrays.stream(Role.values()).map(Role::claim), Scope.ALL.stream())
            .collect(Collectors.toSet());

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dk.dialogspejl");

    private final List<JavaClass> resources =
            OURS.stream().filter(type -> type.isAnnotatedWith(Path.class)).toList();

    private List<JavaMethod> operations() {
        return resources.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                .toList();
    }

    private static <T extends Annotation> Optional<T> declared(JavaMethod operation, Class<T> policy) {
        boolean ownPolicy =
                Stream.of(RolesAllowed.class, PermitAll.class, DenyAll.class).anyMatch(operation::isAnnotatedWith);
        return ownPolicy
                ? operation.tryGetAnnotationOfType(policy)
                : operation.getOwner().tryGetAnnotationOfType(policy);
    }

    @Test
    void an_operation_without_a_policy_fails_the_build() {
        List<String> without = new ArrayList<>();
        for (JavaMethod operation : operations()) {
            if (declared(operation, PermitAll.class).isEmpty()
                    && declared(operation, DenyAll.class).isEmpty()
                    && declared(operation, RolesAllowed.class)
                            .filter(allowed -> ROLES_AND_SCOPES.containsAll(List.of(allowed.value())))
                            .isEmpty()) {
                without.add(operation.getFullName());
            }
        }
        assertEquals(List.of(), without);
        assertTrue(operations().size() >= 48, operations().size() + " operations");
    }

    @Test
    void what_is_open_to_everyone_is_open_for_a_reason() {
        Set<String> open = operations().stream()
                .filter(operation -> declared(operation, PermitAll.class).isPresent())
                .map(operation -> operation.getAnnotationOfType(Operation.class).operationId())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(OPEN.keySet()), open);
    }

    @Test
    void no_body_takes_fields_that_it_does_not_name() {
        List<JavaClass> lax = OURS.stream()
                .filter(type -> type.isAnnotatedWith(JsonIgnoreProperties.class)
                        || type.getMembers().stream().anyMatch(member -> member.isAnnotatedWith(JsonAnySetter.class)))
                .toList();
        assertEquals(List.of(), lax);
    }
}
