package dk.dialogspejl.organisation;

import java.util.UUID;

/**
 * An event: what somebody may do has changed, or a session of theirs has ended. Fired on every instance once it is
 * committed, on the receiver's thread and outside requests.
 *
 * @param subject the person or API client whose access tokens it is about
 */
public record RightsChanged(UUID subject) {}
