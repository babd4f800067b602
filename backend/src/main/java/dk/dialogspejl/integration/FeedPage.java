package dk.dialogspejl.integration;

import dk.dialogspejl.integration.FeedCursor.Position;
import dk.dialogspejl.summaries.SummariesHandedOver.Given;
import java.util.List;
import java.util.Objects;

/**
 * Rows of the feed that follow each other.
 *
 * @param next where to go on
 * @param more whether others follow now
 */
record FeedPage(List<Row> rows, FeedCursor next, boolean more) {

    /**
     * A summary that HR may read, or one that it may read no more: one of the two is null.
     *
     * @param given what is to be written down of it; null for a removal
     */
    record Row(Position position, SharedSummaryView summary, Given given, RemovedSummary removed) {}

    List<SharedSummaryView> summaries() {
        return rows.stream().map(Row::summary).filter(Objects::nonNull).toList();
    }

    List<Given> given() {
        return rows.stream().map(Row::given).filter(Objects::nonNull).toList();
    }

    List<RemovedSummary> removed() {
        return rows.stream().map(Row::removed).filter(Objects::nonNull).toList();
    }
}
