package dk.dialogspejl.platform.http;

import dk.dialogspejl.platform.text.KeptPersonalData;
import dk.dialogspejl.platform.text.Language;
import dk.dialogspejl.platform.text.Messages;
import dk.dialogspejl.platform.text.PersonalData;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Writes into the contract what holds for every operation, so that no resource repeats it: how one signs in,
 * preconditions, repeatable POSTs, headers, error answers, and examples taken from the schemas.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ContractConventions implements OASFilter {

    private static final String COMPONENT = "#/components/schemas/";

    /** The operations that are open to everyone. */
    private static final Set<String> OPEN = Set.of(
            "signIn",
            "findProvider",
            "signInThroughProvider",
            "refreshSession",
            "signOut",
            "forgotPassword",
            "readLink",
            "setPassword",
            "readUnsubscribe",
            "unsubscribe",
            "getKeys",
            "getMetadata",
            "getClientToken");

    /** Of these, the ones that a cookie signs in, or that set it: {@link OwnPagesOnly}. */
    private static final Set<String> BY_COOKIE =
            Set.of("signIn", "signInThroughProvider", "refreshSession", "setPassword", "signOut");

    /** The operations that create something and answer 201. */
    private static final Set<String> CREATING = Set.of(
            "createRound",
            "createNextRound",
            "createSeries",
            "addDialogue",
            "createTeam",
            "createApiClient",
            "createWebhook",
            "copyGuide",
            "importGuide");

    /** Those that change much at once and may be sent again as safely. */
    private static final Set<String> REPEATABLE = Set.of("importPeople");

    /** The operations that can be done at any time, so that nothing is ever in their way. */
    private static final Set<String> ANY_TIME = Set.of(
            "tellPresence",
            "remindPeople",
            "readNotification",
            "readNotifications",
            "changeNotificationPreferences",
            "endOtherSessions",
            "endSession",
            "changePassword",
            "revokeInvitation",
            "previewPersonChange",
            "reactivatePerson",
            "renameTeam",
            "previewPeopleImport",
            "confirmSecondFactor",
            "renewRecoveryCodes",
            "removeSecondFactor",
            "askForErasure",
            "withdrawErasureRequest",
            "changeWebhook",
            "disableWebhook",
            "enableWebhook",
            "deleteWebhook",
            "takeBackLearning");

    /** The operations that take a free text, in which the writer may keep what the guard warned of. */
    static final Set<String> FREE_TEXT = Set.of(
            "previewSeries",
            "createSeries",
            "changeAgreement",
            "addDialogue",
            "changeDialogue",
            "finishDialogues",
            "openDiscussion",
            "planTalk",
            "cancelRound",
            "writeReflection",
            "writePartnerFeedback",
            "writeSummary",
            "writeFollowUp",
            "releaseLearning",
            "importGuide",
            "writeGuide");

    /** The operations in which something secret could be guessed. */
    private static final Set<String> LIMITED = Set.of(
            "signIn",
            "changePassword",
            "forgotPassword",
            "readLink",
            "setPassword",
            "startSecondFactor",
            "confirmSecondFactor",
            "renewRecoveryCodes",
            "removeSecondFactor");

    /** What can be in the way of an operation that is in no other's. */
    private static final Map<String, Set<ProblemType>> OWN_ERRORS = Map.ofEntries(
            Map.entry("findProvider", EnumSet.of(ProblemType.NO_PROVIDER, ProblemType.PROVIDER_UNAVAILABLE)),
            Map.entry(
                    "signInThroughProvider",
                    EnumSet.of(ProblemType.NOT_INVITED, ProblemType.NO_PROVIDER, ProblemType.PROVIDER_UNAVAILABLE)),
            Map.entry("signIn", EnumSet.of(ProblemType.PASSWORD_NOT_USED)),
            Map.entry("forgotPassword", EnumSet.of(ProblemType.NO_MAIL)),
            Map.entry("invitePerson", EnumSet.of(ProblemType.NO_MAIL)),
            Map.entry("resendInvitation", EnumSet.of(ProblemType.NO_MAIL)),
            Map.entry("importPeople", EnumSet.of(ProblemType.STALE, ProblemType.NO_MAIL)),
            Map.entry("listSharedSummaries", EnumSet.of(ProblemType.CURSOR_NOT_GOOD, ProblemType.NOT_ACCEPTABLE)),
            Map.entry("readLink", EnumSet.of(ProblemType.LINK_NOT_GOOD)),
            Map.entry("setPassword", EnumSet.of(ProblemType.LINK_NOT_GOOD, ProblemType.PASSWORD_NOT_USED)),
            Map.entry("unsubscribe", EnumSet.of(ProblemType.MAIL_LINK_NOT_GOOD)),
            Map.entry("changePassword", EnumSet.of(ProblemType.NOT_FOUND)),
            Map.entry("startSecondFactor", EnumSet.of(ProblemType.NOT_FOUND)),
            Map.entry("confirmSecondFactor", EnumSet.of(ProblemType.NOT_FOUND)),
            Map.entry("renewRecoveryCodes", EnumSet.of(ProblemType.NOT_FOUND)),
            Map.entry("removeSecondFactor", EnumSet.of(ProblemType.NOT_FOUND)));

    private static final Map<ProblemType, String> ERRORS = new EnumMap<>(ProblemType.class);

    static {
        ERRORS.put(ProblemType.INVALID, "Something in the request must be changed; `violations` says what");
        ERRORS.put(ProblemType.NOT_SIGNED_IN, "Not signed in");
        ERRORS.put(ProblemType.FORBIDDEN, "Signed in, but not allowed to do this");
        ERRORS.put(ProblemType.CROSS_SITE, "Another site's page asks, and not one of ours");
        ERRORS.put(ProblemType.NOT_ACCEPTABLE, "Not to be had in any of the forms in `Accept`");
        ERRORS.put(ProblemType.REQUEST_TOO_SLOW, "The request did not arrive in time");
        ERRORS.put(
                ProblemType.PASSWORD_NOT_USED,
                "The organisation signs in through its provider alone; or another site's page asks");
        ERRORS.put(ProblemType.NOT_INVITED, "Known at the provider, but not here");
        ERRORS.put(ProblemType.NO_PROVIDER, "No organisation signs in so");
        ERRORS.put(ProblemType.NOT_FOUND, "Not there, or not for this reader");
        ERRORS.put(ProblemType.STEP_NOT_POSSIBLE, "Not possible now; `unmet` says what is missing");
        ERRORS.put(ProblemType.LINK_NOT_GOOD, "The link has been used, is too old, or never was one");
        ERRORS.put(ProblemType.MAIL_LINK_NOT_GOOD, "The link is too old, or never was one");
        ERRORS.put(
                ProblemType.CURSOR_NOT_GOOD,
                "The cursor is too old, or of another question or installation: begin anew without it");
        ERRORS.put(ProblemType.STALE, "Changed meanwhile; `current` is what is there now");
        ERRORS.put(ProblemType.TOO_LARGE, "Too large");
        ERRORS.put(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Not JSON");
        ERRORS.put(ProblemType.IDEMPOTENCY_KEY_REUSED, "The `Idempotency-Key` has been used for another request");
        ERRORS.put(ProblemType.PRECONDITION_REQUIRED, "`If-Match` is missing");
        ERRORS.put(ProblemType.TOO_MANY_ATTEMPTS, "Tried too often; `Retry-After` says how many seconds to wait");
        ERRORS.put(ProblemType.TOO_MANY_REQUESTS, "Too many requests; `Retry-After` says how many seconds to wait");
        ERRORS.put(ProblemType.PROVIDER_UNAVAILABLE, "The provider does not answer as it should");
        ERRORS.put(ProblemType.NO_MAIL, "This installation has no mail server to send by");
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        ERRORS.forEach(
                (type, description) -> api.getComponents().addResponse(component(type), problem(type, description)));
        api.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> complete(api, path, method, operation)));
    }

    private void complete(OpenAPI api, String path, HttpMethod method, Operation operation) {
        Set<ProblemType> errors = EnumSet.of(ProblemType.TOO_MANY_REQUESTS);
        if (operation.getRequestBody() != null || operation.getParameters() != null) {
            errors.add(ProblemType.INVALID);
        }
        if (OPEN.contains(operation.getOperationId())) {
            if (method == HttpMethod.POST) {
                errors.add(ProblemType.NOT_SIGNED_IN);
            }
            if (BY_COOKIE.contains(operation.getOperationId())) {
                errors.add(ProblemType.CROSS_SITE);
            }
        } else {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(Contract.ACCESS_TOKEN));
            errors.addAll(EnumSet.of(ProblemType.NOT_SIGNED_IN, ProblemType.FORBIDDEN));
            if (path.contains("{")) {
                errors.add(ProblemType.NOT_FOUND);
            }
            if (method != HttpMethod.GET && !ANY_TIME.contains(operation.getOperationId())) {
                errors.add(ProblemType.STEP_NOT_POSSIBLE);
            }
        }
        errors.addAll(OWN_ERRORS.getOrDefault(operation.getOperationId(), Set.of()));
        if (LIMITED.contains(operation.getOperationId())) {
            errors.add(ProblemType.TOO_MANY_ATTEMPTS);
        }
        if (operation.getRequestBody() != null) {
            errors.addAll(EnumSet.of(
                    ProblemType.REQUEST_TOO_SLOW, ProblemType.TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE));
            addExamples(api, operation.getRequestBody().getContent());
        }
        Parameter ifMatch = parameter(operation, "If-Match");
        if (ifMatch != null) {
            ifMatch.required(true)
                    .description("The `ETag` of what is to be changed, as it was read")
                    .example("\"3\"");
            errors.addAll(EnumSet.of(ProblemType.STALE, ProblemType.PRECONDITION_REQUIRED));
        }
        if (FREE_TEXT.contains(operation.getOperationId())) {
            operation.addParameter(OASFactory.createParameter()
                    .name(KeptPersonalData.HEADER)
                    .in(In.HEADER)
                    .description("Kinds of personal data that the writer was warned of and keeps, with commas between."
                            + " `CPR_NUMBER` is never kept.")
                    .schema(string())
                    .example(PersonalData.PHONE_NUMBER.name()));
        }
        if (CREATING.contains(operation.getOperationId())) {
            create(operation);
        }
        if (CREATING.contains(operation.getOperationId()) || REPEATABLE.contains(operation.getOperationId())) {
            repeat(operation);
            errors.add(ProblemType.IDEMPOTENCY_KEY_REUSED);
        }
        operation.getResponses().getAPIResponses().values().forEach(response -> succeed(api, operation, response));
        for (ProblemType error : errors) {
            String status = String.valueOf(error.status());
            if (!operation.getResponses().hasAPIResponse(status)) {
                operation
                        .getResponses()
                        .addAPIResponse(
                                status,
                                OASFactory.createAPIResponse().ref("#/components/responses/" + component(error)));
            }
        }
    }

    private static void repeat(Operation operation) {
        operation.addParameter(OASFactory.createParameter()
                .name(IdempotencyInterceptor.HEADER)
                .in(In.HEADER)
                .description(
                        "Names this request, so that it can be sent again safely for 24 hours. 8 to 128 visible ASCII characters.")
                .schema(string())
                .example("4f0d3a52-7a39-4b0e-a0b5-0b2f7d1f6c11"));
    }

    private static void create(Operation operation) {
        APIResponse created = operation.getResponses().getAPIResponse("200");
        operation.getResponses().removeAPIResponse("200");
        operation.getResponses().addAPIResponse("201", created);
        created.setDescription("Created");
        created.addHeader(
                "Location", OASFactory.createHeader().description("Where it is").schema(string()));
    }

    private static void succeed(OpenAPI api, Operation operation, APIResponse response) {
        addExamples(api, response.getContent());
        if (isVersioned(api, response.getContent())) {
            response.addHeader(
                    "ETag",
                    OASFactory.createHeader()
                            .description("For `If-Match` of a change")
                            .schema(string()));
        }
        if (parameter(operation, "cursor") != null) {
            response.addHeader(
                    "Link",
                    OASFactory.createHeader()
                            .description("The next page (`rel=\"next\"`), if there is one")
                            .schema(string()));
        }
    }

    private static boolean isVersioned(OpenAPI api, Content content) {
        Schema schema = content == null ? null : component(api, schema(content));
        return schema != null
                && schema.getProperties() != null
                && schema.getProperties().containsKey("version")
                && !schema.getProperties().containsKey("introduction");
    }

    private static APIResponse problem(ProblemType type, String description) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", type.uri().toString());
        example.put("title", Messages.get(Language.DA, "problem." + type + ".title"));
        example.put("status", type.status());
        example.put("detail", Messages.get(Language.DA, "problem." + type + ".detail"));
        MediaType json = OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref(COMPONENT + "Problem"))
                .example(example);
        APIResponse response = OASFactory.createAPIResponse().description(description);
        if (type == ProblemType.TOO_MANY_ATTEMPTS) {
            response.addHeader(
                    "Retry-After",
                    OASFactory.createHeader().description("In seconds").schema(string()));
        }
        return response.content(OASFactory.createContent().addMediaType("application/problem+json", json));
    }

    /** Such as {@code StepNotPossible}. */
    private static String component(ProblemType type) {
        return Arrays.stream(type.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private static void addExamples(OpenAPI api, Content content) {
        if (content == null) {
            return;
        }
        content.getMediaTypes().values().stream()
                .filter(type -> type.getExample() == null)
                .forEach(type -> type.setExample(example(api, type.getSchema())));
    }

    private static Object example(OpenAPI api, Schema schema) {
        if (schema != null && schema.getItems() != null) {
            Object item = example(api, schema.getItems());
            return item == null ? null : List.of(item);
        }
        Schema component = component(api, schema);
        if (component == null) {
            return null;
        }
        if (component.getOneOf() != null) {
            return example(api, component.getOneOf().get(0));
        }
        return component.getExamples() == null
                ? component.getExample()
                : component.getExamples().get(0);
    }

    private static Schema schema(Content content) {
        return content.getMediaTypes().values().iterator().next().getSchema();
    }

    private static Schema component(OpenAPI api, Schema schema) {
        if (schema == null || schema.getRef() == null) {
            return schema;
        }
        return api.getComponents().getSchemas().get(schema.getRef().substring(COMPONENT.length()));
    }

    private static Parameter parameter(Operation operation, String name) {
        return operation.getParameters() == null
                ? null
                : operation.getParameters().stream()
                        .filter(parameter -> name.equals(parameter.getName()))
                        .findFirst()
                        .orElse(null);
    }

    private static Schema string() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
