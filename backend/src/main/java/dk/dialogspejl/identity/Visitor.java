package dk.dialogspejl.identity;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Pattern;

/** Where a request comes from. All of it is the caller's own word, but for the address, which is the proxy's. */
@RequestScoped
class Visitor {

    /** The cookie with the device's secret. */
    static final String DEVICE_COOKIE = "device";

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

    @Inject
    HttpHeaders headers;

    @Inject
    HttpServerRequest request;

    /** The address of who connects, or what a trusted proxy says it is. */
    String address() {
        return request.remoteAddress().hostAddress();
    }

    Device device() {
        return Device.of(headers.getHeaderString(HttpHeaders.USER_AGENT));
    }

    /** What this device was given when somebody signed in on it; null if nobody has. */
    String deviceSecret() {
        Cookie cookie = headers.getCookies().get(DEVICE_COOKIE);
        return cookie != null && SECRET.matcher(cookie.getValue()).matches() ? cookie.getValue() : null;
    }
}
