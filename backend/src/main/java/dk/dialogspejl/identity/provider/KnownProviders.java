package dk.dialogspejl.identity.provider;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.dialogspejl.platform.outside.OutsideAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.http.SimpleResponse;
import org.jose4j.jwk.HttpsJwks;

/** What providers publish about themselves and the keys they sign with, remembered for a while. */
@ApplicationScoped
class KnownProviders {

    private static final Duration METADATA = Duration.ofMinutes(10);

    /** So long a key is believed after its provider has withdrawn it. A new one is fetched when it is first met. */
    private static final Duration KEYS = Duration.ofMinutes(1);

    private static final String WELL_KNOWN = "/.well-known/openid-configuration";

    @Inject
    ProviderHttp http;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    private record Known(ProviderMetadata metadata, Instant until) {}

    private final Map<String, Known> metadata = new ConcurrentHashMap<>();
    private final Map<URI, HttpsJwks> keys = new ConcurrentHashMap<>();

    /** @throws IOException where it cannot be had, or is another's (OpenID Connect Discovery 1.0, section 4.3) */
    ProviderMetadata metadata(String issuer) throws IOException {
        Known known = metadata.get(issuer);
        if (known == null || !clock.instant().isBefore(known.until())) {
            known = new Known(fetch(issuer), clock.instant().plus(METADATA));
            metadata.put(issuer, known);
        }
        return known.metadata();
    }

    private ProviderMetadata fetch(String issuer) throws IOException {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        OutsideAnswer answer = http.get(address(base + WELL_KNOWN));
        if (answer.status() != 200) {
            throw new IOException("No metadata: " + answer.status());
        }
        ProviderMetadata found = json.readerFor(ProviderMetadata.class)
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(answer.body());
        if (!issuer.equals(found.issuer())) {
            throw new IOException("The metadata of another issuer");
        }
        for (URI endpoint : new URI[] {found.authorizationEndpoint(), found.tokenEndpoint(), found.jwksUri()}) {
            if (endpoint == null) {
                throw new IOException("The metadata lacks an endpoint");
            }
            http.check(endpoint);
        }
        return found;
    }

    private static URI address(String text) throws IOException {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new IOException("No address");
        }
    }

    /** The keys at this address. Asks again for one it does not know, and for all of them once a minute. */
    HttpsJwks keys(ProviderMetadata of) {
        return keys.computeIfAbsent(of.jwksUri(), address -> {
            HttpsJwks set = new HttpsJwks(address.toString());
            set.setDefaultCacheDuration(KEYS.toSeconds());
            set.setSimpleHttpGet(this::keySet);
            return set;
        });
    }

    private SimpleResponse keySet(String location) throws IOException {
        OutsideAnswer answer = http.get(address(location));
        if (answer.status() != 200) {
            throw new IOException("No keys: " + answer.status());
        }
        return new KeySet(answer.status(), new String(answer.body(), StandardCharsets.UTF_8));
    }

    /** Without headers, so that no provider decides how long we believe a key. */
    private record KeySet(int status, String body) implements SimpleResponse {

        @Override
        public int getStatusCode() {
            return status;
        }

        @Override
        public String getStatusMessage() {
            return "";
        }

        @Override
        public Collection<String> getHeaderNames() {
            return List.of();
        }

        @Override
        public List<String> getHeaderValues(String name) {
            return List.of();
        }

        @Override
        public String getBody() {
            return body;
        }
    }
}
