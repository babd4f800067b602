package dk.dialogspejl.integration;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the feed. */
@Schema(
        requiredProperties = {"summaries", "removed", "cursor", "more"},
        example = """
                {"summaries": [{"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f40", "revision": 1, "employeeNumber": "10412",
                  "name": "Anna Holm", "teamId": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f10", "team": "Borgerservice",
                  "workedWell": "Roen og øjenkontakten fra start.",
                  "focusPoints": ["Slip skærmen mens borgeren taler", "Lad borgeren opsummere til sidst"],
                  "learning": "Vi prøver pausen af på teammødet.", "followUpHow": "En kop kaffe og et kvarter",
                  "followUpOn": "2027-01-14", "concludedAt": "2026-12-16T09:45:00Z",
                  "sharedAt": "2026-12-17T08:00:00Z", "changedAt": "2026-12-17T08:00:00Z"}],
                 "removed": [{"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f41", "revision": 2,
                  "removedAt": "2027-01-03T10:12:44Z"}],
                 "cursor": "M2Y5YTFjMDQ3ZCBwUTZl", "more": false}""")
public record SummaryPage(
        @Schema(description = "New or changed: store each, by its id, over what there was of an earlier revision")
        List<SharedSummaryView> summaries,

        @Schema(description = "Delete these; an id that is unknown is none the worse for it")
        List<RemovedSummary> removed,

        @Schema(
                description =
                        "Where to go on, also after the last page. Keep it once the page has been stored; it lives 60 days")
        String cursor,

        @Schema(description = "Whether there is another page now; if not, come back later")
        boolean more) {

    static SummaryPage of(FeedPage page) {
        return new SummaryPage(page.summaries(), page.removed(), page.next().opaque(), page.more());
    }
}
