package dk.dialogspejl.integration;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.integration.FeedCursor.Load;
import dk.dialogspejl.testing.RoundStory;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A cursor is good for as long as nothing can have been missed, and no longer. */
@QuarkusTest
class FeedCursorLifeTest extends FeedTest {

    @Test
    void a_cursor_that_could_miss_something_is_gone_and_says_what_to_do() throws SQLException {
        Workplace work = given.aWorkplace();
        RoundStory.at(work).shared();
        FeedReader hr = FeedReader.of(work.hr());
        hr.catchUp();
        FeedCursor now = FeedCursor.parse(hr.cursor());
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        goes(hr, now, 200);
        goes(hr, new FeedCursor(now.epoch(), now.extent(), today.minusDays(60), now.after(), null), 200);
        goes(hr, new FeedCursor(now.epoch(), now.extent(), today.minusDays(61), now.after(), null), 410);
        goes(hr, new FeedCursor("another", now.extent(), today, now.after(), null), 410);
        goes(hr, new FeedCursor(now.epoch(), now.extent(), today, after(now, 1L << 50), null), 410);
        FeedReader filtered = new FeedReader(work.hr(), "team=" + team(work.anna()));
        filtered.comesBackWith(hr.cursor());
        filtered.asks(3).statusCode(410).body("type", endsWith(":cursor-not-good"));
        for (String none : new String[] {"x", "%20", "AAAA", hr.cursor() + "A", "Y3Vyc29y"}) {
            hr.comesBackWith(none);
            hr.asks(3).statusCode(400).body("violations.field", contains("cursor"));
        }
    }

    @Test
    void a_cursor_ages_while_pages_are_read_and_is_young_again_after_the_last() throws SQLException {
        Workplace work = given.aWorkplace();
        RoundStory.at(work).shared();
        RoundStory.at(work).shared();
        FeedReader hr = FeedReader.of(work.hr());
        FeedCursor first = FeedCursor.parse(hr.asks(1).extract().path("cursor"));
        LocalDate longAgo = LocalDate.now(ZoneOffset.UTC).minusDays(50);
        Load load = first.load();
        hr.comesBackWith(
                new FeedCursor(first.epoch(), first.extent(), longAgo, FeedCursor.Position.START, load).opaque());
        FeedCursor onItsWay = FeedCursor.parse(hr.asks(1).extract().path("cursor"));
        assertEquals(longAgo, onItsWay.caughtUp());
        hr.comesBackWith(onItsWay.opaque());
        FeedCursor caughtUp = FeedCursor.parse(hr.asks(1).extract().path("cursor"));
        assertEquals(LocalDate.now(ZoneOffset.UTC), caughtUp.caughtUp());
        assertEquals(null, caughtUp.load());
    }

    @Test
    void after_a_restore_the_feed_begins_anew_and_goes_on() throws SQLException {
        Workplace work = given.aWorkplace();
        RoundStory round = RoundStory.at(work).shared();
        FeedReader hr = FeedReader.of(work.hr());
        hr.catchUp();
        // As a dump from a server with more transactions behind it leaves them.
        database.execute("update feed_epoch set home = 'elsewhere'");
        database.execute(
                "update shared_summary set changed_in = '999999999999' where summary_id = '" + summary(round) + "'");
        database.execute("call begin_feed_epoch_after_restore()");
        hr.asks(3).statusCode(410);
        FeedReader anew = FeedReader.of(work.hr());
        assertEquals(1, anew.catchUp());
        round.shares(false);
        assertEquals(1, anew.catchUp());
        String epoch = database.query("select id from feed_epoch").get(0);
        database.execute("call begin_feed_epoch_after_restore()");
        assertEquals(epoch, database.query("select id from feed_epoch").get(0));
    }

    @Test
    void tombstones_go_after_ninety_days_but_not_the_count_of_what_can_be_shared_again() throws SQLException {
        Workplace work = given.aWorkplace();
        RoundStory removed = RoundStory.at(work).shared();
        RoundStory takenBack = RoundStory.at(work).shared();
        RoundStory fresh = RoundStory.at(work).shared();
        UUID gone = summary(removed);
        database.execute("delete from round where id = '" + removed.id() + "'");
        takenBack.shares(false);
        database.execute("update shared_summary set removed_at = now() - interval '91 days' where organisation_id = '"
                + work.organisation() + "' and removed_at is not null");
        fresh.shares(false);
        assertEquals(
                2,
                database.query("select 1 from shared_summary where organisation_id = '" + work.organisation() + "'")
                        .size());
        assertTrue(database.query("select 1 from shared_summary where summary_id = '" + gone + "'")
                .isEmpty());
        takenBack.shares(true);
        work.hr().reads("/summaries").body("summaries.revision", contains(3));
    }

    private void goes(FeedReader reader, FeedCursor with, int status) {
        reader.comesBackWith(with.opaque());
        reader.asks(3).statusCode(status);
    }

    private static FeedCursor.Position after(FeedCursor cursor, long transaction) {
        return new FeedCursor.Position(transaction, cursor.after().summary());
    }
}
