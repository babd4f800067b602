package dk.dialogspejl.identity;

import dk.dialogspejl.identity.LinkCommands.ForgotPassword;
import dk.dialogspejl.identity.LinkCommands.ReadLink;
import dk.dialogspejl.identity.provider.ProviderCode;
import dk.dialogspejl.identity.provider.ProviderSignIn;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.CurrentLanguage;
import dk.dialogspejl.platform.http.OwnPagesOnly;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemType;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(Api.ROOT + "/session")
@PermitAll
@Tag(name = "session")
public class SessionResource {

    static final String COOKIE = "refresh";

    @Inject
    Sessions sessions;

    @Inject
    Links links;

    @Inject
    Visitor visitor;

    @Inject
    CurrentLanguage language;

    @Inject
    ProviderSignIn provider;

    @ConfigProperty(name = "dialogspejl.secure-cookies")
    boolean secureCookies;

    @POST
    @OwnPagesOnly
    @Operation(
            operationId = "signIn",
            summary = "Sign in with e-mail and password",
            description =
                    "Answers a short-lived access token and sets the refresh token as a cookie that scripts cannot read.")
    public RestResponse<AccessToken> signIn(@NotNull @Valid SignIn command) {
        return answer(sessions.begin(command, visitor));
    }

    @POST
    @Path("/code")
    @OwnPagesOnly
    @Operation(
            operationId = "signInThroughProvider",
            summary = "Sign in with the code of one's organisation's own provider (OpenID Connect)",
            description =
                    "The service redeems the code at the provider and checks the ID token. Then a session begins just as with a password.")
    public RestResponse<AccessToken> signInThroughProvider(@NotNull @Valid ProviderCode command) {
        return answer(sessions.begin(provider.prove(command), visitor)
                .orElseThrow(() -> ProblemException.of(ProblemType.NOT_INVITED)));
    }

    @POST
    @Path("/refresh")
    @OwnPagesOnly
    @Operation(
            operationId = "refreshSession",
            summary = "Get a new access token for the refresh cookie",
            description = "The cookie is good for one use. A second use of the same one ends the session everywhere.")
    public RestResponse<AccessToken> refresh(@CookieParam(COOKIE) @Parameter(hidden = true) String cookie) {
        return answer(sessions.refresh(cookie).orElseThrow(() -> ProblemException.of(ProblemType.SESSION_ENDED)));
    }

    @POST
    @Path("/forgotten")
    @Operation(
            operationId = "forgotPassword",
            summary = "Get a link by mail to choose a new password with",
            description = "The answer is the same whether or not there is such an account.")
    @APIResponse(responseCode = "204", description = "Whoever has an account here will find a mail")
    public void forgot(@NotNull @Valid ForgotPassword command) {
        links.ask(command.email(), language.get(), visitor);
    }

    @POST
    @Path("/link")
    @Operation(operationId = "readLink", summary = "Whom a mailed link is for; does not use it up")
    public LinkView readLink(@NotNull @Valid ReadLink command) {
        return links.read(command.link(), visitor);
    }

    @POST
    @Path("/password")
    @OwnPagesOnly
    @Operation(
            operationId = "setPassword",
            summary = "Choose a password with a mailed link, and sign in",
            description = "Uses the link up and ends all sessions there were.")
    public RestResponse<AccessToken> setPassword(@NotNull @Valid SetPassword command) {
        return answer(links.setPassword(command, visitor));
    }

    @DELETE
    @OwnPagesOnly
    @Operation(operationId = "signOut", summary = "Sign out: ends the session of the refresh cookie")
    public RestResponse<Void> signOut(@CookieParam(COOKIE) @Parameter(hidden = true) String cookie) {
        sessions.end(cookie);
        return RestResponse.ResponseBuilder.<Void>noContent()
                .cookie(cookie(COOKIE, "", Duration.ZERO))
                .build();
    }

    private RestResponse<AccessToken> answer(Sessions.Tokens tokens) {
        var answer =
                RestResponse.ResponseBuilder.ok(tokens.access()).cookie(cookie(COOKIE, tokens.refresh(), Session.IDLE));
        if (tokens.device() != null) {
            answer.cookie(cookie(Visitor.DEVICE_COOKIE, tokens.device(), KnownDevice.REMEMBERED));
        }
        return answer.build();
    }

    private NewCookie cookie(String name, String value, Duration life) {
        return new NewCookie.Builder(name)
                .value(value)
                .path(Api.ROOT + "/session")
                .httpOnly(true)
                .secure(secureCookies)
                .sameSite(SameSite.STRICT)
                .maxAge((int) life.toSeconds())
                .build();
    }
}
