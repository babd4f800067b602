package dk.dialogspejl.platform.database;

import dk.dialogspejl.testing.WholeDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Makes an organisation large: copies of all that its people have done, under ids of their own that belong together as
 * those that they are copies of do. Made from the tables there are, so that one that is new is large as well.
 */
final class Copies {

    /** Of these an organisation has a few, however large it is: large is what all organisations have of them. */
    private static final Set<String> FEW = Set.of(
            "api_client",
            "api_client_secret",
            "guide",
            "guide_draft",
            "guide_version",
            "identity_provider",
            "insight_release",
            "organisation_key",
            "organisation_rules",
            "provider_directory",
            "provider_domain",
            "retention_policy",
            "webhook",
            "webhook_secret");

    private static final String COLUMNS = """
            select c.relname, a.attname, case
                when a.attname = 'organisation_id' then 'organisation'
                when a.attname = 'due_at' then 'due'
                when c.relname = 'insight_figure' and a.attname = 'team_id' then 'team'
                when a.atttypid = 'text'::regtype and exists (select from pg_index i where i.indrelid = c.oid
                    and i.indisunique and a.attnum = any (i.indkey) and not exists (select from pg_attribute o
                        where o.attrelid = c.oid and o.attnum = any (i.indkey) and o.atttypid = 'uuid'::regtype
                        and o.attname <> 'organisation_id')) then 'name'
                else a.atttypid::regtype::text end
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'organisation_id')
            order by 1, a.attnum""";

    private final Statement statement;
    private final UUID organisation;
    private final Map<String, Map<String, String>> tables = new LinkedHashMap<>();

    private Copies(Statement statement, UUID organisation) throws SQLException {
        this.statement = statement;
        this.organisation = organisation;
        try (var column = statement.executeQuery(COLUMNS)) {
            while (column.next()) {
                tables.computeIfAbsent(column.getString(1), table -> new LinkedHashMap<>())
                        .put(column.getString(2), column.getString(3));
            }
        }
    }

    /**
     * Past the triggers, and without a count: PostgreSQL still thinks that there is little. What other organisations had is
     * gone, as it depends on what was tested before how much that is.
     *
     * @param people how often everybody is copied, with all of theirs
     * @param others how many organisations there are beside it, which have nobody
     */
    static void make(WholeDatabase database, UUID organisation, int people, int others) throws SQLException {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local session_replication_role = replica");
            Copies copies = new Copies(statement, organisation);
            copies.removeOthers();
            String shared = copies.idsOfTheFew();
            for (String table : copies.tables.keySet()) {
                if (FEW.contains(table)) {
                    copies.insert(table, others, "{}");
                } else {
                    copies.insert(table, people, shared);
                }
            }
            connection.commit();
        }
    }

    private String idsOfTheFew() throws SQLException {
        List<String> ids = new ArrayList<>();
        for (String table : FEW) {
            if (tables.get(table).containsKey("id")) {
                try (var id = statement.executeQuery("select id from " + table + here())) {
                    while (id.next()) {
                        ids.add(id.getString(1));
                    }
                }
            }
        }
        return "{" + String.join(",", ids) + "}";
    }

    private void removeOthers() throws SQLException {
        for (String table : tables.keySet()) {
            statement.execute("delete from " + table + " where organisation_id <> '" + organisation + "'");
        }
        statement.execute("delete from organisation where id <> '" + organisation + "'");
    }

    private String here() {
        return " where organisation_id = '" + organisation + "'";
    }

    private void insert(String table, int copies, String shared) throws SQLException {
        List<String> values = new ArrayList<>();
        tables.get(table).forEach((column, kind) -> values.add(value(column, kind, shared, FEW.contains(table))));
        statement.execute("insert into " + table + " ("
                + String.join(", ", tables.get(table).keySet()) + ") select " + String.join(", ", values) + " from "
                + table + ", generate_series(1, " + copies + ") as n" + here());
    }

    private static String value(String column, String kind, String shared, boolean elsewhere) {
        String anew = "md5(" + column + "::text || n)::uuid";
        return switch (kind) {
            case "organisation" -> elsewhere ? anew : column;
            case "uuid" ->
                "case when " + column + " = any ('" + shared + "') then " + column + " else " + anew + " end";
            case "team" -> "md5(id::text || n)::uuid"; // the whole organisation has each of its figures once
            case "name" -> column + " || '.' || n"; // told from others by it
            case "due" -> column + " + interval '1 year'"; // nothing is to be sent
            case "timestamp with time zone" -> column + " - n * interval '7 seconds'";
            default -> column;
        };
    }
}
