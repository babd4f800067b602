package dk.dialogspejl.platform.database;

import dk.dialogspejl.platform.NotReady;

/** Takes a database address as people write it. */
final class DatabaseUrl {

    private DatabaseUrl() {}

    /** Answers a JDBC address for {@code postgresql://…}, {@code postgres://…} or {@code jdbc:postgresql://…}. */
    static String toJdbc(String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            return url;
        }
        if (url.startsWith("postgres://")) {
            return "jdbc:postgresql://" + url.substring("postgres://".length());
        }
        if (url.startsWith("postgresql://")) {
            return "jdbc:" + url;
        }
        throw new NotReady(
                "DATABASE_URL must look like postgresql://host:5432/database"
                        + " (user and password go in DATABASE_USER and DATABASE_PASSWORD).",
                null);
    }
}
