package dk.dialogspejl.integration;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * As CSV (RFC 4180), for people and their spreadsheets: what can be read now, without removals. A cell that a
 * spreadsheet would take for a formula begins with an apostrophe (OWASP, CSV injection).
 */
final class FeedAsTable implements FeedFormat {

    static final String TYPE = "text/csv";

    private static final String[] HEADER = {
        "id",
        "revision",
        "employeeNumber",
        "name",
        "teamId",
        "team",
        "workedWell",
        "focusPoint1",
        "focusPoint2",
        "focusPoint3",
        "learning",
        "followUpHow",
        "followUpOn",
        "concludedAt",
        "sharedAt",
        "changedAt"
    };

    /** Full-width forms too: some spreadsheets take them for the same. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n＝＋－＠]");

    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\\r\\n]");

    @Override
    public void begin(OutputStream to) throws IOException {
        to.write(record(Stream.of(HEADER)).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void rows(List<FeedPage.Row> rows, OutputStream to) throws IOException {
        String records = rows.stream()
                .map(FeedPage.Row::summary)
                .filter(Objects::nonNull)
                .map(FeedAsTable::record)
                .collect(Collectors.joining());
        to.write(records.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void end(FeedCursor next, OutputStream to) {}

    private static String record(SharedSummaryView summary) {
        List<String> points = summary.focusPoints();
        return record(Stream.of(
                summary.id(),
                summary.revision(),
                summary.employeeNumber(),
                summary.name(),
                summary.teamId(),
                summary.team(),
                summary.workedWell(),
                point(points, 0),
                point(points, 1),
                point(points, 2),
                summary.learning(),
                summary.followUpHow(),
                summary.followUpOn(),
                summary.concludedAt(),
                summary.sharedAt(),
                summary.changedAt()));
    }

    private static String point(List<String> points, int position) {
        return position < points.size() ? points.get(position) : null;
    }

    private static String record(Stream<?> cells) {
        return cells.map(cell -> cell == null ? "" : cell(cell.toString()))
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    static String cell(String text) {
        String harmless = FORMULA.matcher(text).find() ? "'" + text : text;
        return NEEDS_QUOTES.matcher(harmless).find() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
