package dk.dialogspejl.notifications.bell;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a person's stream tells; what there is to read is read where it always is. */
@Schema(requiredProperties = "kind", description = """
                `CHANGED`: read the notifications again; the first event of each stream, and then whenever there is
                something new. `ALIVE`: nothing new, every 15 seconds; a client that has heard nothing for 40 should open
                another stream.""", example = "{\"kind\": \"CHANGED\"}")
public record BellEvent(Kind kind) {

    /** What a stream can tell. */
    @Schema(name = "BellEventKind")
    public enum Kind {
        CHANGED,
        ALIVE
    }

    static final BellEvent CHANGED = new BellEvent(Kind.CHANGED);
    static final BellEvent ALIVE = new BellEvent(Kind.ALIVE);
}
