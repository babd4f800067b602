package dk.dialogspejl.provisioning.scim;

import java.util.UUID;

/** Our ids as SCIM writes them: a text. */
final class ScimIds {

    private ScimIds() {}

    /** @throws ScimRefusal 404 for what is no id of ours, as for an unknown one */
    static UUID of(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noneOfOurs) {
            throw ScimRefusal.notFound();
        }
    }
}
