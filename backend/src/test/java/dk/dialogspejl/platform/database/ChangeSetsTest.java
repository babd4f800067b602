package dk.dialogspejl.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.testing.WholeDatabase;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** When Liquibase need not look at a start, and when it must. */
@QuarkusTest
class ChangeSetsTest {

    @Inject
    WholeDatabase database;

    @Test
    void after_a_start_all_change_sets_are_known_to_have_run() throws Exception {
        assertTrue(haveRun());
    }

    @Test
    void a_row_that_somebody_removed_has_liquibase_look_again() throws Exception {
        try (Connection owner = database.open()) {
            owner.setAutoCommit(false);
            owner.createStatement().execute("delete from databasechangelog where orderexecuted = 1");
            assertFalse(ChangeSets.haveRun(owner));
            owner.rollback();
            assertTrue(ChangeSets.haveRun(owner));
        }
    }

    @Test
    void other_change_sets_than_those_noted_have_liquibase_look_again() throws Exception {
        try (Connection owner = database.open()) {
            owner.setAutoCommit(false);
            owner.createStatement()
                    .execute("do $$ begin execute format('comment on table databasechangelog is %L', 'other' ||"
                            + " obj_description('databasechangelog'::regclass, 'pg_class')); end $$");
            assertFalse(ChangeSets.haveRun(owner));
            ChangeSets.note(owner);
            assertTrue(ChangeSets.haveRun(owner));
            owner.rollback();
        }
    }

    @Test
    void a_new_database_has_run_none() throws Exception {
        try (Connection owner = database.open()) {
            owner.setAutoCommit(false);
            owner.createStatement().execute("create schema empty");
            owner.createStatement().execute("set local search_path to empty");
            assertFalse(ChangeSets.haveRun(owner));
            owner.rollback();
        }
    }

    @Test
    void every_file_of_the_database_is_among_what_is_compared() throws Exception {
        Path resources = Path.of("src", "main", "resources");
        try (var files = Files.walk(resources.resolve("db"))) {
            Set<String> all = files.filter(Files::isRegularFile)
                    .map(file -> resources.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toSet());
            List<String> compared = ChangeSets.files();
            assertEquals(all, Set.copyOf(compared));
            assertEquals(all.size(), compared.size());
        }
    }

    private boolean haveRun() throws Exception {
        try (Connection owner = database.open()) {
            return ChangeSets.haveRun(owner);
        }
    }
}
