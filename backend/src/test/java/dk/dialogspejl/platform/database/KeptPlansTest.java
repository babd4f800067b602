package dk.dialogspejl.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.RoundStory;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.QueryStatistics;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is asked all day is translated into SQL once, and not each time: that costs more than asking PostgreSQL. */
@QuarkusTest
class KeptPlansTest extends ApiTest {

    /** What is SQL already, which jobs beside the requests send too: parameters have neither a name nor a number. */
    private static final Pattern NATIVE = Pattern.compile("\\?(?!\\d)");

    @Inject
    SessionFactory hibernate;

    @AfterEach
    void stopCounting() {
        hibernate.getStatistics().setStatisticsEnabled(false);
    }

    @Test
    void what_the_pages_of_a_round_ask_is_translated_once() {
        for (RoundStory round : List.of(
                given.aRound().conducting(),
                given.aRound().reflecting(),
                given.aRound().discussing(),
                given.aRound().concluded())) {
            Stream<String> all =
                    Stream.of("", "/agreement", "/dialogues", "/summary").map(round::path);
            List<String> paths = Stream.concat(all, Stream.of("/rounds?limit=20", "/notifications", "/me"))
                    .toList();
            paths.forEach(path -> round.anna().reads(path));
            Statistics counted = hibernate.getStatistics();
            counted.setStatisticsEnabled(true);
            counted.clear();
            paths.forEach(path -> round.anna().reads(path));
            assertTrue(counted.getQueries().length > 0);
            List<String> anew = Arrays.stream(counted.getQueries())
                    .filter(query -> !NATIVE.matcher(query).find())
                    .filter(query -> isTranslatedAnew(counted.getQueryStatistics(query)))
                    .toList();
            assertEquals(List.of(), anew);
        }
    }

    @Test
    void what_a_round_writes_is_prepared_once() {
        Workplace work = given.aWorkplace();
        RoundStory.at(work).shared();
        Statistics counted = hibernate.getStatistics();
        counted.setStatisticsEnabled(true);
        counted.clear();
        RoundStory.at(work).shared();
        List<String> anew = Arrays.stream(counted.getQueries())
                .filter(query -> counted.getQueryStatistics(query).getPlanCacheMissCount() > 0)
                .toList();
        assertEquals(List.of(), anew);
    }

    /** Hibernate finds two things each time: what the query means, and its plan. */
    private static boolean isTranslatedAnew(QueryStatistics query) {
        return query.getPlanCacheHitCount() < 2 * query.getExecutionCount();
    }
}
