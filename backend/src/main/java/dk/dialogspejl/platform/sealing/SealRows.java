package dk.dialogspejl.platform.sealing;

import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import liquibase.change.custom.CustomTaskChange;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.CustomChangeException;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Seals what was kept as plain text before there were keys, while the tables are brought up to date: all of it or, if
 * it is cut off, none. The plain columns are emptied row by row; the change set drops them afterwards.
 */
public abstract class SealRows implements CustomTaskChange {

    private static final int AT_A_TIME = 500;

    /** The rows of one organisation that have words: {@code id}, their author as {@code author}, and the plain text. */
    protected abstract String plainRows();

    /** Writes one row and empties its plain columns. Its parameters are {@link #sealed} and then the id. */
    protected abstract String sealedRow();

    /** What is to be written of the row at hand. */
    protected abstract List<Object> sealed(ResultSet plain, Seal seal) throws SQLException;

    /** Seals words of the row at hand, for a column of it. */
    @FunctionalInterface
    protected interface Seal {
        byte[] of(Object words, String column);
    }

    @Override
    public void execute(Database database) throws CustomChangeException {
        Connection connection = ((JdbcConnection) database.getConnection()).getUnderlyingConnection();
        try {
            for (UUID organisation : ids(connection, "select id from organisation")) {
                // Row-level security is forced on the owner too.
                ids(connection, "select set_config('dialogspejl.organisation', '" + organisation + "', true)::uuid");
                sealAll(connection, organisation);
            }
        } catch (SQLException e) {
            throw new CustomChangeException("Could not seal what was written before", e);
        }
    }

    private void sealAll(Connection connection, UUID organisation) throws SQLException {
        Map<UUID, PersonCipher> ciphers = new HashMap<>();
        try (PreparedStatement read = connection.prepareStatement(plainRows());
                PreparedStatement write = connection.prepareStatement(sealedRow())) {
            read.setFetchSize(AT_A_TIME);
            int waiting = 0;
            ResultSet row = read.executeQuery();
            while (row.next()) {
                UUID id = row.getObject("id", UUID.class);
                UUID author = row.getObject("author", UUID.class);
                PersonCipher cipher = ciphers.computeIfAbsent(author, one -> cipher(connection, organisation, one));
                List<Object> values = sealed(
                        row,
                        (words, column) -> cipher.seal(words, new Place(organisation, column, id))
                                .bytes());
                for (int position = 0; position < values.size(); position++) {
                    write.setObject(position + 1, values.get(position));
                }
                write.setObject(values.size() + 1, id);
                write.addBatch();
                if (++waiting % AT_A_TIME == 0) {
                    write.executeBatch();
                }
            }
            write.executeBatch();
        }
    }

    private static PersonCipher cipher(Connection connection, UUID organisation, UUID person) {
        try {
            MasterKey master = Master.KEY;
            try (PreparedStatement found =
                    connection.prepareStatement("select wrapped from person_key where person_id = ?")) {
                found.setObject(1, person);
                ResultSet row = found.executeQuery();
                if (row.next()) {
                    return master.cipher(row.getBytes(1), organisation, person);
                }
            }
            byte[] wrapped = master.newKey(organisation, person);
            try (PreparedStatement made = connection.prepareStatement(
                    "insert into person_key (organisation_id, person_id, wrapped, master_key_id, made_at) values (?, ?, ?, ?, ?)")) {
                made.setObject(1, organisation);
                made.setObject(2, person);
                made.setBytes(3, wrapped);
                made.setString(4, master.id());
                made.setTimestamp(5, Timestamp.from(Clock.systemDefaultZone().instant()));
                made.executeUpdate();
            }
            return master.cipher(wrapped, organisation, person);
        } catch (SQLException | GeneralSecurityException e) {
            throw new IllegalStateException("Could not make a person's key", e);
        }
    }

    /** Only where there is something to seal is the master key asked for before the service itself does. */
    private static final class Master {

        private static final MasterKey KEY = read();

        private static MasterKey read() {
            var config = ConfigProvider.getConfig();
            try {
                return new MasterKey(
                        config.getValue(MasterKey.SETTING, String.class),
                        config.getOptionalValue("dialogspejl.master-key-other", String.class));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static List<UUID> ids(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<UUID> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
        }
    }

    @Override
    public String getConfirmationMessage() {
        return "What was written before is sealed";
    }

    @Override
    public void setUp() {}

    @Override
    public void setFileOpener(ResourceAccessor resourceAccessor) {}

    @Override
    public ValidationErrors validate(Database database) {
        return new ValidationErrors();
    }
}
