package dk.dialogspejl.platform.http;

import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.CountedStatements;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.RoundStory;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The number of SQL statements does not grow with the number of rows. */
@QuarkusTest
class StatementCountTest extends ApiTest {

    /** The round, and one for each of the three features that guard steps. */
    private static final int ROUND_STATEMENTS = 4;

    /** Besides, which rounds are on it. */
    private static final int PAGE_STATEMENTS = ROUND_STATEMENTS + 1;

    @Test
    void a_page_of_fifty_rounds_takes_as_many_statements_as_a_page_of_few() {
        Workplace work = given.aWorkplace();
        Stream.<Supplier<RoundStory>>of(
                        () -> RoundStory.at(work).conducting(),
                        () -> RoundStory.at(work).reflecting(),
                        () -> RoundStory.at(work).discussing(),
                        () -> RoundStory.at(work).concluded())
                .forEach(Supplier::get);
        int few = statements(work.anna(), "/rounds?limit=50", 4);
        for (int more = 0; more < 46; more++) {
            if (more % 2 == 0) {
                RoundStory.at(work).conducting();
            } else {
                RoundStory.at(work).discussing();
            }
        }
        int fifty = statements(work.anna(), "/rounds?limit=50", 50);
        assertEquals(few, fifty);
        assertTrue(fifty <= PAGE_STATEMENTS, fifty + " statements");
    }

    @Test
    void the_view_of_a_round_takes_a_constant_number_of_statements() {
        RoundStory few = given.aRound().conducting();
        RoundStory many = given.aRound().conducting();
        for (int dialogue = 0; dialogue < 15; dialogue++) {
            many.anna().creates(many.path("/dialogues"), many.dialogue());
        }
        int withFew = statements(few.anna(), few.path(""), null);
        assertEquals(withFew, statements(many.anna(), many.path(""), null));
        assertTrue(withFew <= ROUND_STATEMENTS, withFew + " statements");
    }

    @Test
    void a_page_of_thirty_summaries_is_written_down_by_one_statement() {
        Workplace work = given.aWorkplace();
        shareSummaries(work, 1);
        int one = statements(work.hr(), "/summaries", "summaries", 1);
        shareSummaries(work, 29);
        assertEquals(one, statements(work.hr(), "/summaries", "summaries", 30));
        // The entries that tell their owners of it; the feed itself is read past Hibernate, in one.
        assertEquals(1, one);
    }

    private static void shareSummaries(Workplace work, int count) {
        for (int summary = 0; summary < count; summary++) {
            RoundStory.at(work).shared();
        }
    }

    private static int statements(Employee reader, String path, Integer rows) {
        return statements(reader, path, "", rows);
    }

    private static int statements(Employee reader, String path, String list, Integer rows) {
        CountedStatements.restart();
        var answer = reader.reads(path).statusCode(200);
        int statements = CountedStatements.sinceRestart();
        if (rows != null) {
            answer.body(list, hasSize(rows));
        }
        return statements;
    }
}
