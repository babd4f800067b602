package dk.dialogspejl.identity;

import dk.dialogspejl.platform.retention.KeptRows;
import jakarta.inject.Singleton;

/** Links that open nothing any more. */
@Singleton
class KeptLinks extends KeptRows {

    KeptLinks() {
        super("links", "one_time_link", "k.used_at is not null or k.expires_at < :now");
    }
}
