package dk.dialogspejl.platform.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;

/** Writes into the contract which operations are {@link Discouraged}, until when, and the headers that say so. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DiscouragedOperations implements OASFilter {

    private static final Map<String, String> HEADERS = Map.of(
            Notice.DEPRECATION, "Since when it is discouraged (RFC 9745)",
            Notice.SUNSET, "When it ends (RFC 8594)");

    private final Map<String, Notice> notices;

    /** @param index of all classes, in which the annotations are found */
    public DiscouragedOperations(IndexView index) {
        notices = index.getAnnotations(Discouraged.class).stream()
                .filter(found -> found.target().kind() == AnnotationTarget.Kind.METHOD)
                .filter(found -> operation(found) != null)
                .collect(Collectors.toMap(
                        found -> operation(found).value("operationId").asString(),
                        DiscouragedOperations::notice,
                        (one, same) -> one)); // a class may be in the index twice
    }

    private static AnnotationInstance operation(AnnotationInstance found) {
        return found.target().asMethod().annotation(org.eclipse.microprofile.openapi.annotations.Operation.class);
    }

    private static Notice notice(AnnotationInstance found) {
        return Notice.of(
                found.value("since").asString(),
                found.value("until").asString(),
                found.value("instead").asString());
    }

    @Override
    public Operation filterOperation(Operation operation) {
        Notice notice = notices.get(operation.getOperationId());
        if (notice == null) {
            return operation;
        }
        String goes = "Discouraged since %s, ends on %s. Instead: %s"
                .formatted(notice.since(), notice.until(), notice.instead());
        String description = operation.getDescription();
        operation.setDeprecated(true);
        operation.setDescription(description == null ? goes : description + "\n\n" + goes);
        operation.getResponses().getAPIResponses().values().stream()
                .filter(answer -> answer.getRef() == null)
                .forEach(DiscouragedOperations::addHeaders);
        return operation;
    }

    private static void addHeaders(APIResponse answer) {
        HEADERS.forEach((name, description) -> answer.addHeader(
                name,
                OASFactory.createHeader()
                        .description(description)
                        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING))));
    }
}
