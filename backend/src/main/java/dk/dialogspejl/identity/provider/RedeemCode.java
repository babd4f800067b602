package dk.dialogspejl.identity.provider;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.dialogspejl.audit.Refusals;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemType;
import dk.dialogspejl.platform.log.SecurityLog;
import dk.dialogspejl.platform.log.SecurityLog.Event;
import dk.dialogspejl.platform.outside.OutsideAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.InvalidJwtException;

/**
 * Exchanges a code for an ID token at its provider, as a public client with PKCE (RFC 7636), and reads who it is about.
 * The provider's tokens are not kept and reach no browser. Slow: never within a transaction.
 */
@ApplicationScoped
class RedeemCode {

    private static final Logger LOG = Logger.getLogger(RedeemCode.class);

    @Inject
    KnownProviders known;

    @Inject
    ProviderHttp http;

    @Inject
    IdTokens tokens;

    @Inject
    Refusals refusals;

    @Inject
    ObjectMapper json;

    /**
     * @throws ProblemException PROVIDER_REFUSED where the code or the token is no good, PROVIDER_UNAVAILABLE where the
     *     provider does not answer as it should
     */
    ProvenIdentity redeem(ProviderCode command, IdentityProvider provider) {
        try {
            ProviderMetadata metadata = known.metadata(provider.issuer());
            OutsideAnswer answer = http.post(
                    metadata.tokenEndpoint(),
                    Map.of(
                            "grant_type", "authorization_code",
                            "code", command.code(),
                            "code_verifier", command.codeVerifier(),
                            "redirect_uri", command.redirectUri(),
                            "client_id", provider.clientId()));
            if (answer.status() >= 400 && answer.status() < 500) {
                LOG.infof("Provider %s refused a code: %s", provider.id(), answer.status());
                throw refused(provider);
            }
            return tokens.believe(idToken(answer), provider, metadata, command.nonce());
        } catch (InvalidJwtException e) {
            LOG.warnf(
                    "An ID token of provider %s is not believed: %s",
                    provider.id(),
                    e.getErrorDetails().stream()
                            .map(ErrorCodeValidator.Error::getErrorCode)
                            .toList());
            throw refused(provider);
        } catch (IOException e) {
            throw unavailable(provider);
        }
    }

    /** What a sign-in begins with. */
    ProviderMetadata metadata(IdentityProvider provider) {
        try {
            return known.metadata(provider.issuer());
        } catch (IOException e) {
            throw unavailable(provider);
        }
    }

    private String idToken(OutsideAnswer answer) throws IOException {
        if (answer.status() != 200) {
            throw new IOException("No token: " + answer.status());
        }
        try {
            JsonNode token = json.readTree(answer.body()).path("id_token");
            if (!token.isTextual()) {
                throw new IOException("No ID token");
            }
            return token.textValue();
        } catch (JacksonException e) {
            throw new IOException(e);
        }
    }

    private ProblemException refused(IdentityProvider provider) {
        SecurityLog.tell(Event.SIGN_IN_FAILED, provider.organisationId(), null);
        refusals.signInFailed(provider.organisationId());
        return ProblemException.of(ProblemType.PROVIDER_REFUSED);
    }

    private static ProblemException unavailable(IdentityProvider provider) {
        LOG.warnf("Provider %s cannot be reached, or does not answer as it should", provider.id());
        return ProblemException.of(ProblemType.PROVIDER_UNAVAILABLE);
    }
}
