package dk.dialogspejl.platform.http;

import dk.dialogspejl.platform.text.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;

/** The language this request is to be answered in. */
@RequestScoped
public class CurrentLanguage {

    @Inject
    HttpHeaders headers;

    public Language get() {
        return Language.preferredBy(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
