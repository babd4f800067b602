package dk.dialogspejl.integration;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.organisation.PersonErased;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.RoundStory;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What HR follows tells of everything, once it is certain, and of nothing that is not shared. */
@QuarkusTest
class SummaryFeedTest extends FeedTest {

    @Inject
    Event<PersonErased> erased;

    @Test
    void the_last_page_has_a_cursor_to_come_back_with_and_what_is_taken_back_comes_as_a_removal() throws SQLException {
        Workplace work = given.aWorkplace();
        RoundStory one = RoundStory.at(work).shared();
        RoundStory other = RoundStory.at(work).shared();
        FeedReader hr = FeedReader.of(work.hr());
        assertEquals(2, hr.catchUp());
        hr.knows(summary(one), summary(other));
        assertEquals(0, hr.catchUp());

        one.shares(false);
        hr.asks(3)
                .body("summaries", empty())
                .body("removed.id", contains(summary(one).toString()))
                .body("removed[0].revision", equalTo(2));
        assertEquals(1, hr.catchUp());
        hr.knows(summary(other));

        one.shares(true);
        assertEquals(1, hr.catchUp());
        assertEquals(3, hr.copy().get(summary(one).toString()));
    }

    @Test
    void a_first_load_tells_of_what_can_be_read_and_not_of_what_was_taken_back_before() throws SQLException {
        Workplace work = given.aWorkplace();
        RoundStory gone = RoundStory.at(work).shared();
        RoundStory here = RoundStory.at(work).shared();
        Instant between = Instant.now();
        gone.shares(false);
        FeedReader hr = FeedReader.of(work.hr());
        assertEquals(1, hr.catchUp());
        hr.knows(summary(here));
        // Somebody who had it before asks since when.
        new FeedReader(work.hr(), "updatedSince=" + between)
                .asks(3)
                .body("summaries", empty())
                .body("removed.id", contains(summary(gone).toString()));
        work.hr()
                .reads("/summaries?updatedSince=" + between + "&cursor=" + hr.cursor())
                .statusCode(400)
                .body("violations.field", contains("updatedSince"));
    }

    @Test
    void what_is_taken_back_while_a_first_load_goes_on_is_told_of_further_on() throws SQLException {
        Workplace work = given.aWorkplace();
        RoundStory first = RoundStory.at(work).shared();
        RoundStory second = RoundStory.at(work).shared();
        FeedReader hr = FeedReader.of(work.hr());
        var page = hr.asks(1)
                .body("summaries.id", contains(summary(first).toString()))
                .body("more", equalTo(true))
                .extract();
        assertTrue(page.header("Link").matches("</api/v1/summaries\\?.*cursor=[^>]+>; rel=\"next\""));
        hr.comesBackWith(page.path("cursor"));
        first.shares(false);
        hr.asks(3)
                .body("summaries.id", contains(summary(second).toString()))
                .body("removed.id", contains(summary(first).toString()));
    }

    @Test
    void a_slow_transaction_is_never_passed_over() throws SQLException {
        Workplace work = given.aWorkplace();
        RoundStory slow = RoundStory.at(work).concluded();
        RoundStory quick = RoundStory.at(work).concluded();
        FeedReader hr = FeedReader.of(work.hr());
        hr.catchUp();
        try (Connection connection = database.open()) {
            connection.setAutoCommit(false);
            connection
                    .createStatement()
                    .executeUpdate("update summary set shared_at = now() where id = '" + summary(slow) + "'");
            quick.shares(true);
            // The quick one is later in the feed, so it waits: who has read it must not miss the slow one.
            assertEquals(0, hr.catchUp());
            connection.commit();
        }
        assertEquals(2, hr.catchUp());
        hr.knows(summary(slow), summary(quick));
    }

    @Test
    void whatever_hr_may_see_changes_it_is_told_whoever_changes_it() throws SQLException {
        Workplace work = given.aWorkplace();
        RoundStory round = RoundStory.at(work).shared();
        FeedReader hr = FeedReader.of(work.hr());
        hr.catchUp();
        String anna = "id = '" + work.anna().id() + "'";
        String id = "'" + summary(round) + "'";
        for (String change : new String[] {
            "update person set name = 'Anna Holm' where " + anna,
            "update person set employee_number = '4711' where " + anna,
            "update team set name = 'Borgerservice' where id = (select team_id from person where " + anna + ")",
            "update person set team_id = null where " + anna,
            "update summary set learning = 'x' where id = " + id,
            "update focus_point set text = 'x' where position = 0 and summary_id = " + id,
            "delete from focus_point where position = 1 and summary_id = " + id
        }) {
            int before = hr.copy().get(summary(round).toString());
            database.execute(change);
            assertEquals(1, hr.catchUp(), change);
            assertEquals(before + 1, hr.copy().get(summary(round).toString()), change);
        }
        assertEquals("Anna Holm", hr.nameOf(summary(round)));
        for (String nothing : new String[] {
            "update person set job_title = 'x' where " + anna,
            "update summary set follow_up_revision = 7 where id = " + id,
            "update focus_point set note = 'x' where summary_id = " + id
        }) {
            database.execute(nothing);
            assertEquals(0, hr.catchUp(), nothing);
        }
    }

    @Test
    void a_page_tells_of_each_summary_only_what_belongs_to_it() throws SQLException {
        Workplace work = given.aWorkplace();
        RoundStory annas = RoundStory.at(work).shared();
        RoundStory bos = RoundStory.at(work).shared();
        RoundStory gone = RoundStory.at(work).shared();
        String team = "Borgerservice Nord";
        database.execute("update team set name = '" + team + "' where id = '" + team(work.anna()) + "'");
        database.execute(
                "update round set evaluatee_id = partner_id, partner_id = evaluatee_id where id = '" + bos.id() + "'");
        database.execute(
                "update person set team_id = null where id = '" + work.bo().id() + "'");
        database.execute("delete from focus_point where summary_id = '" + summary(bos) + "'");
        database.execute(
                "update focus_point set text = 'Punkt ' || position where summary_id = '" + summary(annas) + "'");
        gone.shares(false);
        String one = "summaries.find { it.id == '" + summary(annas) + "' }.";
        String other = "summaries.find { it.id == '" + summary(bos) + "' }.";
        FeedReader.of(work.hr())
                .asks(10)
                .body("summaries", hasSize(2))
                .body(one + "name", equalTo(work.anna().name()))
                .body(one + "team", equalTo(team))
                .body(one + "focusPoints", contains("Punkt 0", "Punkt 1"))
                .body(other + "name", equalTo(work.bo().name()))
                .body(other + "team", nullValue())
                .body(other + "focusPoints", empty())
                .body("removed", empty());
    }

    @Test
    void what_is_erased_or_removed_for_its_age_comes_as_a_removal() throws SQLException {
        Workplace work = given.aWorkplace();
        RoundStory old = RoundStory.at(work).shared();
        RoundStory annas = RoundStory.at(work).shared();
        FeedReader hr = FeedReader.of(work.hr());
        hr.catchUp();
        database.execute("delete from round where id = '" + old.id() + "'");
        assertEquals(1, hr.catchUp());
        hr.knows(summary(annas));
        given.inOrganisation(work.organisation(), () -> {
            erased.fire(new PersonErased(work.anna().id()));
            return null;
        });
        assertEquals(1, hr.catchUp());
        hr.knows();
    }

    @Test
    void a_client_of_one_team_reads_that_team_and_is_told_who_leaves_it_as_a_removal() throws SQLException {
        Workplace work = given.aWorkplace();
        UUID annas = team(work.anna());
        UUID bos = team(work.bo());
        RoundStory round = RoundStory.at(work).shared();
        FeedReader everything = FeedReader.of(work.hr());
        FeedReader oneTeam = FeedReader.of(given.aClientOfTeams(work, annas));
        FeedReader bothTeams = FeedReader.of(given.aClientOfTeams(work, annas, bos));
        FeedReader another = FeedReader.of(given.aClientOfTeams(work, bos));
        FeedReader filtered = new FeedReader(work.hr(), "team=" + annas);
        FeedReader outside = new FeedReader(given.aClientOfTeams(work, bos), "team=" + annas);
        assertEquals(1, everything.catchUp());
        assertEquals(1, oneTeam.catchUp());
        assertEquals(1, bothTeams.catchUp());
        assertEquals(0, another.catchUp());
        assertEquals(1, filtered.catchUp());
        assertEquals(0, outside.catchUp());

        moves(work.anna(), bos);
        everything.asks(3).body("summaries", hasSize(1)).body("removed", empty());
        everything.catchUp();
        everything.knows(summary(round));
        oneTeam.asks(3)
                .body("summaries", empty())
                .body("removed.id", contains(summary(round).toString()));
        oneTeam.catchUp();
        oneTeam.knows();
        bothTeams.asks(3).body("summaries", hasSize(1)).body("removed", empty());
        another.catchUp();
        another.knows(summary(round));
        filtered.catchUp();
        filtered.knows();
        assertEquals(0, outside.catchUp());

        moves(work.anna(), annas);
        oneTeam.catchUp();
        oneTeam.knows(summary(round));
        another.catchUp();
        another.knows();

        // Taken back, and shared again from another team: the first team has not missed that it is gone.
        round.shares(false);
        moves(work.anna(), bos);
        round.shares(true);
        oneTeam.catchUp();
        oneTeam.knows();
        another.catchUp();
        another.knows(summary(round));
    }

    @Test
    void a_period_is_of_days_in_denmark_and_half_open() throws SQLException {
        RoundStory round = given.aRound().shared();
        Employee hr = round.workplace().hr();
        database.execute(
                "update summary set concluded_at = '2026-01-31T23:30:00Z' where id = '" + summary(round) + "'");
        hr.reads("/summaries?concludedFrom=2026-02-01&concludedUntil=2026-02-02")
                .body("summaries", hasSize(1));
        hr.reads("/summaries?concludedFrom=2026-01-01&concludedUntil=2026-02-01")
                .body("summaries", empty());
        hr.reads("/summaries?concludedFrom=2026-02-02").body("summaries", empty());
        hr.reads("/summaries?concludedFrom=2026-02-02&concludedUntil=2026-02-02")
                .statusCode(400);
        hr.reads("/summaries?concludedFrom=i+g%C3%A5r").statusCode(400);
        hr.reads("/summaries?updatedSince=2026-02-02").statusCode(400);
        hr.reads("/summaries?limit=0").statusCode(400).body("violations.field", contains("limit"));
    }

    @Test
    void an_answer_that_is_known_is_not_given_again_and_not_written_down_as_read() {
        RoundStory round = given.aRound().shared();
        Employee hr = round.workplace().hr();
        String etag = hr.reads("/summaries").statusCode(200).extract().header("ETag");
        knowing(hr, etag, 304);
        knowing(hr, "\"other\", " + etag, 304);
        round.anna().reads("/me/access").body("", hasSize(1));
        round.shares(false);
        assertNotEquals(etag, knowing(hr, etag, 200));
    }

    private static String knowing(Employee hr, String etag, int status) {
        return hr.asks()
                .header("If-None-Match", etag)
                .get("/summaries")
                .then()
                .statusCode(status)
                .extract()
                .header("ETag");
    }
}
