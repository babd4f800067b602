package dk.dialogspejl.platform.log;

import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * An event: somebody who is signed in, or an API client, was refused. It is told wherever a request is answered, so who
 * observes it does not wait for anything.
 *
 * @param status 403, 404 or 429; 401 where a token is no longer enough
 */
public record Refusal(int status, JsonWebToken who) {}
