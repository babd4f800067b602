package dk.dialogspejl.platform.outside;

import java.util.Optional;

/**
 * What came back.
 *
 * @param retryAfter the header of that name (RFC 9110, section 10.2.3), as it was sent
 */
public record OutsideAnswer(int status, Optional<String> retryAfter, byte[] body) {}
