package dk.dialogspejl.platform.http;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Contact;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the contract says of itself. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Dialogspejl",
                        version = "1",
                        description = """
                                Evaluation rounds between an employee and a sparring partner.

                                Every error is a problem (RFC 9457) with a stable `type` and a text in the language of
                                `Accept-Language` (`da`, the default, or `en`). A change carries the `ETag` of what it changes in
                                `If-Match`. A POST that creates takes an `Idempotency-Key`. Times are UTC, periods are half-open,
                                and a field without a value is left out.""",
                        contact = @Contact(name = "Dialogspejl"),
                        license =
                                @License(
                                        name = "EUPL-1.2",
                                        url = "https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12")),
        servers = @Server(url = "/"),
        tags = {
            @Tag(name = "session", description = "Signing in and staying signed in"),
            @Tag(name = "people", description = "Oneself and one's colleagues"),
            @Tag(name = "audit", description = "What was administered, and who was refused"),
            @Tag(name = "guides", description = "Feedback guides"),
            @Tag(name = "rounds", description = "Rounds, their agreement and their steps"),
            @Tag(name = "dialogues", description = "The dialogues of a round, and what is shared of them"),
            @Tag(name = "reflections", description = "What the evaluatee writes"),
            @Tag(name = "feedback", description = "What the partner writes"),
            @Tag(name = "summaries", description = "The joint summary and the follow-up"),
            @Tag(name = "notifications", description = "What one is told, in the app and by mail"),
            @Tag(name = "documents", description = "Summary and guide to keep and to print"),
            @Tag(name = "integration", description = "For HR systems")
        },
        components =
                @Components(
                        schemas = @Schema(name = "Problem", implementation = Problem.class),
                        securitySchemes =
                                @SecurityScheme(
                                        securitySchemeName = Contract.ACCESS_TOKEN,
                                        type = SecuritySchemeType.HTTP,
                                        scheme = "bearer",
                                        bearerFormat = "JWT",
                                        description =
                                                "From `signIn` for people, from `getClientToken` for API clients")))
@ApplicationPath("/")
public class Contract extends Application {

    static final String ACCESS_TOKEN = "accessToken";
}
