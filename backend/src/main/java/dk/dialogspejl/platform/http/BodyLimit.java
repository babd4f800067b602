package dk.dialogspejl.platform.http;

import dk.dialogspejl.platform.text.Language;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses what no form of ours sends, with words. A body that does not tell its length is cut off by the server's
 * own, larger limit, without.
 */
public class BodyLimit {

    /** In bytes: more than the longest valid summary or reflection, with every character four bytes long. */
    static final int MOST = 512 * 1024;

    @ServerRequestFilter(preMatching = true)
    RestResponse<Problem> check(ContainerRequestContext request) {
        if (request.getLength() <= MOST) {
            return null;
        }
        Language language = Language.preferredBy(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return ProblemMappers.answer(ProblemType.TOO_LARGE, language);
    }
}
