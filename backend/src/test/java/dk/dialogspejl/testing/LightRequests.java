package dk.dialogspejl.testing;

import io.restassured.config.RestAssuredConfig;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.params.HttpParams;

/** Has REST Assured do nothing for every request that it may do once, or not at all. */
final class LightRequests {

    /** Apache's client, which is made anew for each request, looks through the classpath for its own version. */
    private static final HttpParams DEFAULTS = new DefaultHttpClient().getParams();

    private LightRequests() {}

    /** The same otherwise. What was sent and answered is told where a test fails, as it was: laying it out takes long. */
    static RestAssuredConfig as(RestAssuredConfig config) {
        return config.logConfig(config.getLogConfig()
                        .enableLoggingOfRequestAndResponseIfValidationFails()
                        .enablePrettyPrinting(false))
                .httpClient(
                        config.getHttpClientConfig().httpClientFactory(() -> new DefaultHttpClient(DEFAULTS.copy())));
    }
}
