package dk.dialogspejl.platform.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.WholeDatabase;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.changelog.ChangeSet;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What was written before there were keys is sealed when the tables are brought up to date, and none of it is lost. */
@QuarkusTest
class SealRowsTest extends ApiTest {

    private static final int EARLIER_REFLECTIONS = 1_200; // more than one lot

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Inject
    MasterKey master;

    @Inject
    WholeDatabase server;

    private final UUID organisation = UUID.randomUUID();
    private final UUID anna = UUID.randomUUID();
    private final UUID bo = UUID.randomUUID();

    @Test
    void what_was_there_before_is_sealed_and_nothing_of_it_lost() throws Exception {
        // An owner that is no superuser, as in production: row-level security is forced on it.
        server.execute("create role before_sealing login createrole password 'before'");
        server.execute("create database before_sealing owner before_sealing");
        String there = url.replaceFirst("/[^/]+$", "/before_sealing");
        try (Connection owner = DriverManager.getConnection(there, "before_sealing", "before")) {
            Liquibase liquibase = new Liquibase(
                    "db/changelog.yaml",
                    new ClassLoaderResourceAccessor(),
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(owner)));
            liquibase.update(earlier(liquibase), "");
            owner.setAutoCommit(false);
            writeInPlainText(owner);
            owner.commit();
            liquibase.update("");

            enter(owner);
            assertEquals(EARLIER_REFLECTIONS + 1, number(owner, "select count(*) from reflection"));
            assertEquals(2, number(owner, "select count(*) from person_key"));
            assertEquals(
                    0,
                    number(
                            owner,
                            "select count(*) from information_schema.columns where table_schema = 'public'"
                                    + " and (table_name = 'reflection' and column_name in ('text', 'moments')"
                                    + " or table_name = 'partner_feedback' and data_type <> 'bytea'"
                                    + " and column_name in ('note', 'questions', 'feedback'))"));
            Map<UUID, PersonCipher> ciphers = new HashMap<>();
            try (ResultSet keys = owner.createStatement().executeQuery("select person_id, wrapped from person_key")) {
                while (keys.next()) {
                    UUID person = keys.getObject(1, UUID.class);
                    ciphers.put(person, master.cipher(keys.getBytes(2), organisation, person));
                }
            }
            try (ResultSet row = owner.createStatement()
                    .executeQuery("select id, topic, words, blank from reflection order by topic")) {
                while (row.next()) {
                    boolean untouched = row.getString("topic").equals("untouched");
                    assertEquals(untouched, row.getBytes("words") == null);
                    assertEquals(untouched, row.getBoolean("blank"));
                    if (!untouched) {
                        Map<?, ?> words = ciphers.get(anna)
                                .open(
                                        new Sealed(row.getBytes("words")),
                                        Map.class,
                                        new Place(organisation, "reflection.words", row.getObject("id", UUID.class)));
                        assertEquals("Om " + row.getString("topic"), words.get("text"));
                        assertEquals(List.of(Map.of("second", 75, "note", "Her 😊")), words.get("moments"));
                    }
                }
            }
            try (ResultSet row = owner.createStatement()
                    .executeQuery("select id, note, questions, feedback from partner_feedback")) {
                assertTrue(row.next());
                UUID id = row.getObject("id", UUID.class);
                PersonCipher cipher = ciphers.get(bo);
                assertEquals("Note", open(cipher, row, "note", id, String.class));
                assertEquals(List.of("Hvad så du?", "Og så?"), open(cipher, row, "questions", id, List.class));
                assertEquals("", open(cipher, row, "feedback", id, String.class));
                assertFalse(row.next());
            }
            try (ResultSet row = owner.createStatement().executeQuery("select id, secret from second_factor")) {
                assertTrue(row.next());
                byte[] key = ciphers.get(bo)
                        .open(
                                new Sealed(row.getBytes("secret")),
                                byte[].class,
                                new Place(organisation, "second_factor.secret", row.getObject("id", UUID.class)));
                assertEquals("12345678901234567890", new String(key, StandardCharsets.US_ASCII));
                assertFalse(row.next());
            }
            owner.rollback();
        } finally {
            server.execute("drop database before_sealing with (force)");
            server.execute("drop role before_sealing");
        }
    }

    private <T> T open(PersonCipher cipher, ResultSet row, String column, UUID id, Class<T> type) throws SQLException {
        return cipher.open(
                new Sealed(row.getBytes(column)), type, new Place(organisation, "partner_feedback." + column, id));
    }

    /** How many change sets there were before the first that seals. */
    private static int earlier(Liquibase liquibase) throws Exception {
        List<ChangeSet> all = liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression());
        int count = 0;
        while (!all.get(count).getId().equals("sealed-words")) {
            count++;
        }
        return count;
    }

    private void writeInPlainText(Connection owner) throws SQLException {
        UUID round = UUID.randomUUID();
        UUID dialogue = UUID.randomUUID();
        UUID guide = UUID.randomUUID();
        execute(owner, "insert into organisation values ('" + organisation + "', 'Før', now())");
        enter(owner);
        for (UUID person : List.of(anna, bo)) {
            execute(
                    owner,
                    "insert into person (organisation_id, id, name, roles, active) values ('" + organisation + "', '"
                            + person + "', 'En', '{EMPLOYEE}', true)");
        }
        execute(owner, "insert into guide values ('" + organisation + "', '" + guide + "', null)");
        execute(
                owner,
                "insert into guide_version values ('" + organisation + "', '" + guide + "', '" + guide
                        + "', 1, now(), 'da', 'en', '{a}', '{}', '{}')");
        execute(
                owner,
                "insert into round (organisation_id, id, version, kind, status, evaluatee_id, partner_id,"
                        + " partner_answer, guide_version_id, evaluatee_knows_guide, partner_knows_guide, mode,"
                        + " carried_focus_points, created_at) values ('" + organisation + "', '" + round
                        + "', 0, 'SELF_EVALUATED', 'REFLECTING', '" + anna + "', '" + bo + "', 'ACCEPTED', '" + guide
                        + "', true, true, 'WITH_VIDEO', '{}', now())");
        execute(
                owner,
                "insert into dialogue (organisation_id, id, version, round_id, held_at, channel, label,"
                        + " shared_topics) values ('" + organisation + "', '" + dialogue + "', 0, '" + round
                        + "', now(), 'COUNTER', 'Pas', '{}')");
        execute(
                owner,
                "insert into reflection (organisation_id, id, version, dialogue_id, topic, text, moments) select '"
                        + organisation + "', gen_random_uuid(), 0, '" + dialogue + "', n, 'Om ' || n,"
                        + " '[{\"second\": 75, \"note\": \"Her 😊\"}]' from generate_series(1, " + EARLIER_REFLECTIONS
                        + ") n");
        execute(
                owner,
                "insert into reflection (organisation_id, id, version, dialogue_id, topic, text, moments)"
                        + " values ('" + organisation + "', gen_random_uuid(), 0, '" + dialogue
                        + "', 'untouched', '', '[]')");
        execute(
                owner,
                "insert into partner_feedback values ('" + organisation + "', gen_random_uuid(), 0, '" + round
                        + "', 'a', 'Note', '{Hvad så du?,Og så?}', true, '', false)");
        execute(
                owner,
                "insert into second_factor (organisation_id, id, person_id, secret, last_step) values ('" + organisation
                        + "', gen_random_uuid(), '" + bo + "', '12345678901234567890', 0)");
    }

    private void enter(Connection connection) throws SQLException {
        number(connection, "select length(set_config('dialogspejl.organisation', '" + organisation + "', true))");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
