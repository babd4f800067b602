package dk.dialogspejl.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.identity.Rights.Bearer;
import dk.dialogspejl.identity.Rights.May;
import dk.dialogspejl.testing.AllHeard;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.LiveStream;
import dk.dialogspejl.testing.RoundStory;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RightsTest extends ApiTest {

    @Inject
    Rights rights;

    @Inject
    AllHeard allHeard;

    @Inject
    EntityManager entities;

    @Inject
    DataSource dataSource;

    private Workplace work;

    @BeforeEach
    void open() {
        work = given.aWorkplace();
    }

    /** By a statement by hand, as no part of the service would. */
    private void byHand(String statement, Object id) {
        int changed = given.inOrganisation(
                work.organisation(),
                () -> entities.createNativeQuery(statement)
                        .setParameter("id", id)
                        .executeUpdate());
        assertTrue(changed > 0);
        allHeard.await();
    }

    private Bearer bearer(Employee employee) {
        UUID session = given.inOrganisation(
                work.organisation(),
                () -> Session.<Session>find("person.id", employee.id())
                        .firstResult()
                        .id());
        return new Bearer(work.organisation(), employee.id(), session, null);
    }

    @Test
    void a_token_whose_session_has_ended_is_refused_at_once() {
        work.anna().reads("/me").statusCode(200);
        byHand(
                "update session set ended_at = now() where person_id = :id",
                work.anna().id());
        work.anna().reads("/me").statusCode(401);
        work.bo().reads("/me").statusCode(200);
    }

    @Test
    void a_token_whose_session_is_not_there_is_refused() {
        Bearer anna = bearer(work.anna());
        assertEquals(Optional.of(Set.of("employee")), rights.of(anna).map(May::names));
        assertEquals(
                Optional.empty(), rights.of(new Bearer(anna.organisation(), anna.subject(), UUID.randomUUID(), null)));
        assertEquals(Optional.empty(), rights.of(new Bearer(anna.organisation(), anna.subject(), null, null)));
    }

    @Test
    void a_deactivated_person_is_refused_at_once_until_they_are_active_again() {
        work.anna().reads("/me").statusCode(200);
        byHand("update person set active = false where id = :id", work.anna().id());
        work.anna().reads("/me").statusCode(401);
        byHand("update person set active = true where id = :id", work.anna().id());
        work.anna().reads("/me").statusCode(200);
    }

    @Test
    void roles_are_what_they_are_now_and_not_what_they_were_at_sign_in() {
        Bearer erik = bearer(work.erik());
        assertEquals(
                Optional.of(Set.of("employee", "administrator")),
                rights.of(erik).map(May::names));
        byHand(
                "update person set roles = array['EMPLOYEE'] where id = :id",
                work.erik().id());
        assertEquals(Optional.of(Set.of("employee")), rights.of(erik).map(May::names));
    }

    @Test
    void a_revoked_client_is_refused_at_once() {
        work.hr().reads("/summaries").statusCode(200);
        byHand(
                "update api_client set revoked_at = now() where login = :id",
                work.hr().email());
        work.hr().reads("/summaries").statusCode(401);
    }

    @Test
    void a_client_loses_a_scope_at_once() {
        work.hr().reads("/summaries").statusCode(200);
        byHand(
                "update api_client set scopes = array['other'] where login = :id",
                work.hr().email());
        work.hr().reads("/summaries").statusCode(403);
    }

    @Test
    void the_session_of_one_person_opens_nothing_for_another_or_for_another_organisation() {
        Bearer anna = bearer(work.anna());
        Bearer bo = new Bearer(work.organisation(), work.bo().id(), anna.session(), null);
        Bearer elsewhere = new Bearer(given.aWorkplace().organisation(), anna.subject(), anna.session(), null);
        assertEquals(Optional.empty(), rights.of(bo));
        assertEquals(Optional.empty(), rights.of(elsewhere));
    }

    @Test
    void live_updates_end_with_the_session() throws InterruptedException {
        RoundStory round = RoundStory.at(work).discussing();
        allHeard.await();
        try (LiveStream annas = LiveStream.open(round.anna(), round);
                LiveStream bos = LiveStream.open(round.bo(), round)) {
            assertEquals(200, annas.status());
            byHand(
                    "update session set ended_at = now() where person_id = :id",
                    round.anna().id());
            assertTrue(annas.endsWithin(Duration.ofSeconds(5)));
            assertFalse(bos.endsWithin(Duration.ofMillis(300)));
        }
    }

    @Test
    void an_instance_that_hears_nothing_finds_out_within_seconds() {
        Hand hand = new Hand();
        Rights deaf = new Rights(dataSource, hand);
        Bearer anna = bearer(work.anna());
        assertTrue(deaf.of(anna).isPresent());
        byHand(
                "update session set ended_at = now() where person_id = :id",
                work.anna().id());
        hand.now = hand.now.plus(Rights.KEPT).minusMillis(1);
        assertTrue(deaf.of(anna).isPresent()); // kept: the database has not been asked
        hand.now = hand.now.plusMillis(1);
        assertEquals(Optional.empty(), deaf.of(anna));
        assertTrue(Rights.KEPT.compareTo(Duration.ofSeconds(30)) < 0);
    }

    /** A clock that goes when it is told to. */
    private static final class Hand extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
