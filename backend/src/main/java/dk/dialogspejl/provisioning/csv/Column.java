package dk.dialogspejl.provisioning.csv;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A column that means something to us, by the headings it may have; its case, spaces and punctuation make no difference. */
enum Column {
    NAME("name", "navn", "name", "fulde navn", "fuldt navn", "full name"),
    EMAIL("email", "e-mail", "email", "mail", "e-mailadresse", "mailadresse", "e-post", "e-mail address"),
    EMPLOYEE_NUMBER(
            "employeeNumber",
            "medarbejdernummer",
            "medarbejdernr",
            "medarbejder nr.",
            "lønnummer",
            "employee number",
            "employee no."),
    JOB_TITLE("jobTitle", "titel", "stilling", "stillingsbetegnelse", "title", "job title"),
    TEAM("team", "team", "afdeling", "enhed", "department"),
    ROLES("roles", "rolle", "roller", "role", "roles"),
    LANGUAGE("language", "sprog", "language"),
    ACTIVE("active", "aktiv", "active");

    /** As it is called in what we answer. */
    private final String field;

    private final List<String> headings;

    Column(String field, String... headings) {
        this.field = field;
        this.headings = Stream.of(headings).map(Column::plain).toList();
    }

    static Optional<Column> of(String heading) {
        String plain = plain(heading);
        return Stream.of(values())
                .filter(column -> column.headings.contains(plain))
                .findFirst();
    }

    private static String plain(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    String field() {
        return field;
    }
}
