package dk.dialogspejl.testing.contract;

import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedApiResponse;
import org.openapitools.openapidiff.core.model.ChangedContent;
import org.openapitools.openapidiff.core.model.ChangedList;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.ChangedParameters;
import org.openapitools.openapidiff.core.model.ChangedSchema;
import org.openapitools.openapidiff.core.model.ComposedChanged;

/** What a contract breaks for those who keep to an earlier one, by the rules in `docs/integrators.md`. */
final class ContractChanges {

    /** Who reads is told to pass over values and forms that they do not know. */
    private static final OpenApiDiffOptions RULES = OpenApiDiffOptions.builder()
            .configProperty("incompatible.response.enum.increased", "false")
            .configProperty("incompatible.response.oneof.increased", "false")
            .configProperty("incompatible.operation.id.changed", "true") // the methods of generated clients
            .build();

    private ContractChanges() {}

    /** A line for each; none where nobody has to change anything. */
    static Set<String> breaking(String earlier, String present) {
        ChangedOpenApi changes = OpenApiCompare.fromContents(earlier, present, null, RULES);
        Set<String> breaking = new TreeSet<>();
        changes.getMissingEndpoints()
                .forEach(gone -> breaking.add(gone.getMethod() + " " + gone.getPathUrl() + " is gone"));
        for (ChangedOperation operation : changes.getChangedOperations()) {
            String name = operation.getHttpMethod() + " " + operation.getPathUrl();
            breaks(operation).forEach(what -> breaking.add(name + ": " + what));
        }
        return breaking;
    }

    private static Stream<String> breaks(Changed change) {
        if (!(change instanceof ComposedChanged composed)) {
            return change.isIncompatible() ? Stream.of(described(change)) : Stream.empty();
        }
        Stream<String> inside =
                composed.getChangedElements().stream().filter(Objects::nonNull).flatMap(ContractChanges::breaks);
        return composed.isCoreChanged().isIncompatible() || takesFieldsAway(composed)
                ? Stream.concat(Stream.of(described(change)), inside)
                : inside;
    }

    /** Also those that may be absent, which the comparison lets go. */
    private static boolean takesFieldsAway(Changed change) {
        return change instanceof ChangedSchema schema
                && !schema.getMissingProperties().isEmpty();
    }

    private static String described(Changed change) {
        String what = change.getClass().getSimpleName().replace("Changed", "");
        if (change instanceof ChangedList<?> list) {
            return what + ", gone " + list.getMissing() + ", new " + list.getIncreased();
        }
        if (change instanceof ChangedSchema schema) {
            return what + ", gone " + schema.getMissingProperties().keySet();
        }
        if (change instanceof ChangedApiResponse responses) {
            return what + ", gone " + responses.getMissing().keySet();
        }
        if (change instanceof ChangedContent content) {
            return what + ", gone " + content.getMissing().keySet();
        }
        if (change instanceof ChangedParameters parameters) {
            return what + ", gone " + names(parameters.getMissing()) + ", new " + names(parameters.getIncreased());
        }
        return what;
    }

    private static Set<String> names(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::getName).collect(Collectors.toCollection(TreeSet::new));
    }
}
