package dk.dialogspejl.identity.provider;

import dk.dialogspejl.platform.outside.OutsideAnswer;
import dk.dialogspejl.platform.outside.OutsideCall;
import dk.dialogspejl.platform.outside.OutsideHttp;
import dk.dialogspejl.platform.outside.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Speaks to providers. What one publishes about itself names addresses that the service then calls, so each call keeps
 * within a {@link Reach}.
 */
@ApplicationScoped
class ProviderHttp {

    /** In bytes: many times a key set with certificates. */
    static final int MOST = 256 * 1024;

    private static final Duration WITHIN = Duration.ofSeconds(8);

    private final OutsideHttp http;
    private final Reach reach;

    ProviderHttp(
            OutsideHttp http,
            @ConfigProperty(name = "dialogspejl.private-providers", defaultValue = "false") boolean privateToo) {
        this.http = http;
        this.reach = privateToo ? Reach.PRIVATE_TOO : Reach.PUBLIC;
    }

    /** @throws IOException where no provider may be; nothing is asked for it */
    void check(URI address) throws IOException {
        reach.check(address);
    }

    /** @throws IOException where there is no answer, or it is not one to be had */
    OutsideAnswer get(URI address) throws IOException {
        return send(address, Map.of(), null);
    }

    /** @throws IOException where there is no answer, or it is not one to be had */
    OutsideAnswer post(URI address, Map<String, String> form) throws IOException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                address,
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private OutsideAnswer send(URI address, Map<String, String> headers, byte[] body) throws IOException {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Accept", "application/json");
        return http.send(new OutsideCall(reach, address, all, body, WITHIN, MOST));
    }
}
