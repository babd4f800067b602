package dk.dialogspejl.provisioning.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A file of people as it has been read: which columns there are, and what is in them, row by row.
 *
 * @param ignored headings that mean nothing to us; what is below them is not even looked at
 * @param faults of the file as such: then there are no rows
 */
record PeopleFile(Set<Column> columns, List<String> ignored, List<Row> rows, List<Fault> faults) {

    /** More than any organisation that would do this by a file. */
    static final int MOST_ROWS = 10_000;

    /** Longer than any valid field. */
    private static final int MOST_IN_A_FIELD = 10_000;

    /**
     * @param number the line it begins on, which a spreadsheet shows too
     * @param cells without what is around them; none is empty
     */
    record Row(int number, Map<Column, String> cells) {

        /** Empty for a cell that says nothing. */
        Optional<String> cell(Column column) {
            return Optional.ofNullable(cells.get(column));
        }
    }

    /**
     * @param field null for the whole row
     * @param key of the sentence about it
     */
    record Fault(int row, String field, String key, Object... arguments) {}

    static PeopleFile of(byte[] content) {
        CsvText text = CsvText.of(content);
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(text.separator())
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .maxBufferSize(MOST_IN_A_FIELD)
                .ofCsvRecord(text.text())) {
            return of(reader);
        } catch (CsvParseException unreadable) {
            return faulty(1, "import.unreadable");
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    private static PeopleFile of(Iterable<CsvRecord> records) {
        var each = records.iterator();
        if (!each.hasNext()) {
            return faulty(1, "import.empty");
        }
        List<String> headings = each.next().getFields();
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        List<String> ignored = new ArrayList<>();
        for (int place = 0; place < headings.size(); place++) {
            Optional<Column> column = Column.of(headings.get(place));
            if (column.isEmpty()) {
                if (!headings.get(place).isBlank()) {
                    ignored.add(headings.get(place).strip());
                }
            } else if (columns.put(column.get(), place) != null) {
                return faulty(1, column.get(), "import.column-twice");
            }
        }
        for (Column needed : List.of(Column.NAME, Column.EMAIL)) {
            if (!columns.containsKey(needed)) {
                return faulty(1, needed, "import.no-" + needed.field());
            }
        }
        List<Row> rows = new ArrayList<>();
        while (each.hasNext()) {
            CsvRecord next = each.next();
            Row row = new Row((int) next.getStartingLineNumber(), cells(next, columns));
            if (!row.cells().isEmpty()) {
                rows.add(row);
            }
            if (rows.size() > MOST_ROWS) {
                return faulty(row.number(), "import.too-many");
            }
        }
        Set<Column> there = EnumSet.copyOf(columns.keySet());
        return rows.isEmpty()
                ? faulty(1, "import.empty")
                : new PeopleFile(there, List.copyOf(ignored), List.copyOf(rows), List.of());
    }

    private static Map<Column, String> cells(CsvRecord next, Map<Column, Integer> columns) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        columns.forEach((column, place) -> {
            String cell = place < next.getFieldCount() ? next.getField(place).strip() : "";
            if (!cell.isEmpty()) {
                cells.put(column, cell);
            }
        });
        return cells;
    }

    private static PeopleFile faulty(int row, String key) {
        return new PeopleFile(Set.of(), List.of(), List.of(), List.of(new Fault(row, null, key, MOST_ROWS)));
    }

    private static PeopleFile faulty(int row, Column column, String key) {
        return new PeopleFile(Set.of(), List.of(), List.of(), List.of(new Fault(row, column.field(), key)));
    }
}
