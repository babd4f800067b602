package dk.dialogspejl.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies of an organisation, made within PostgreSQL: its rows once more, with another organisation's id. All other ids are
 * the same, as they are told apart by their organisation. Nobody can sign in there.
 */
final class Copies {

    private static final String LOGINS = "'login_directory', 'account', 'api_client', 'api_client_secret'";

    private Copies() {}

    static void make(Host host, Crowd of, int copies) throws SQLException {
        try (Connection owner = host.owner();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            // Nothing is to be checked or told of: it has been where it is copied from.
            statement.execute("set local session_replication_role = replica");
            statement.execute(
                    "create temporary table copy on commit drop as select number, lpad(to_hex(number), 32, '0')::uuid"
                            + " as id from generate_series(1, " + copies + ") as number");
            statement.execute("insert into organisation (id, name, created_at, built_in_guides) select copy.id,"
                    + " 'Copy ' || copy.number, created_at, built_in_guides from organisation, copy where organisation.id = '"
                    + of.organisationId() + "'");
            for (String table : tables(owner)) {
                List<String> columns = columns(owner, table);
                statement.execute("insert into " + table + " (organisation_id, " + String.join(", ", columns)
                        + ") select copy.id, theirs." + String.join(", theirs.", columns) + " from copy cross join "
                        + table + " as theirs where theirs.organisation_id = '" + of.organisationId()
                        + "' order by copy.id");
            }
            owner.commit();
        }
    }

    /** Of which an organisation has rows of its own. */
    static List<String> tables(Connection owner) throws SQLException {
        return strings(
                owner,
                "select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid"
                        + " where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace"
                        + " and a.attname = 'organisation_id' and c.relname not in (" + LOGINS + ") order by 1");
    }

    private static List<String> columns(Connection owner, String table) throws SQLException {
        return strings(
                owner,
                "select quote_ident(attname) from pg_attribute where attrelid = '" + table
                        + "'::regclass and attnum > 0 and not attisdropped and attgenerated = ''"
                        + " and attname <> 'organisation_id' order by attnum");
    }

    private static List<String> strings(Connection owner, String sql) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (var statement = owner.createStatement();
                var found = statement.executeQuery(sql)) {
            while (found.next()) {
                strings.add(found.getString(1));
            }
        }
        return strings;
    }
}
