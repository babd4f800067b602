package dk.dialogspejl.integration;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line of the feed as NDJSON: it has one of the three. */
@Schema(
        description =
                "A line: a `summary`, a `removed`, or the `cursor`, which is the last. Without it the answer was cut off",
        example = """
                {"removed": {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f41", "revision": 2, "removedAt": "2027-01-03T10:12:44Z"}}""")
public record FeedLine(SharedSummaryView summary, RemovedSummary removed, String cursor) {

    static FeedLine of(FeedPage.Row row) {
        return new FeedLine(row.summary(), row.removed(), null);
    }

    static FeedLine end(FeedCursor cursor) {
        return new FeedLine(null, null, cursor.opaque());
    }
}
