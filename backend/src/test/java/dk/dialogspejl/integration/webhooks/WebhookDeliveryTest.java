package dk.dialogspejl.integration.webhooks;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.exceptions.WebhookVerificationException;
import dk.dialogspejl.summaries.Summary;
import dk.dialogspejl.testing.RoundStory;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** That each event arrives, whatever the receiver does, and that the log says so. */
@QuarkusTest
class WebhookDeliveryTest extends WebhookStory {

    @Inject
    KeptWebhookEvents kept;

    @Inject
    EntityManager entities;

    @Test
    void what_happens_is_told_once_with_ids_and_nothing_else_and_signed() throws Exception {
        UUID webhook = erik.creates("/webhooks", described(receiver.address(), ALL));
        String secret = aSecret(webhook);
        RoundStory round = RoundStory.at(work).concluded();
        shares(round);
        shares(round);
        takesBack(round);
        awaitMessages(4);
        Set<String> types = new TreeSet<>();
        for (Receiver.Message message : receiver.received()) {
            verify(secret, message);
            Map<String, Object> body = new JsonPath(message.body()).getMap("");
            assertEquals(Set.of("type", "timestamp", "data"), body.keySet());
            assertEquals(Set.of("id"), ((Map<?, ?>) body.get("data")).keySet());
            assertTrue(Instant.parse((String) body.get("timestamp"))
                    .isAfter(Instant.now().minusSeconds(60)));
            assertEquals("/dialogspejl?from=us", message.path());
            types.add((String) body.get("type"));
            if (((String) body.get("type")).startsWith("round.")) {
                assertEquals(round.id().toString(), new JsonPath(message.body()).getString("data.id"));
            }
        }
        assertEquals(new TreeSet<>(ALL), types);
        assertEquals(4, new HashSet<>(receiver.ids()).size());
        await("all are in the log", () -> log(webhook).getList("status").equals(Collections.nCopies(4, "DELIVERED")));
        JsonPath log = log(webhook);
        assertEquals(new TreeSet<>(receiver.ids()), new TreeSet<>(log.getList("eventId")));
        assertEquals(Collections.nCopies(4, List.of("ARRIVED")), log.getList("attempts.outcome"));
        assertEquals(Collections.nCopies(4, List.of(204)), log.getList("attempts.status"));
    }

    @Test
    void a_summary_that_is_gone_is_told_as_withdrawn_however_it_went() throws Exception {
        RoundStory erased = RoundStory.at(work).concluded();
        RoundStory removed = RoundStory.at(work).concluded();
        shares(erased);
        shares(removed);
        aWebhook(receiver.address());
        String summary = database.query("select id from summary where round_id = '" + removed.id() + "'")
                .get(0);
        given.inOrganisation(work.organisation(), () -> Summary.delete("round.id", removed.id())); // as retention does
        awaitMessages(1);
        assertEquals("summary.withdrawn", type(0));
        assertEquals(summary, new JsonPath(receiver.received().get(0).body()).getString("data.id"));
        work.anna().puts("/me/erasure-request", null, null);
        erik.posts("/erasure-requests/" + work.anna().id() + "/carry-out", null).statusCode(204);
        awaitMessages(2);
        assertEquals("summary.withdrawn", type(1));
    }

    private String type(int index) {
        return new JsonPath(receiver.received().get(index).body()).getString("type");
    }

    @Test
    void one_secret_takes_over_from_another_without_a_pause() throws Exception {
        UUID webhook = erik.creates("/webhooks", described(receiver.address(), ALL));
        String old = aSecret(webhook);
        String fresh = aSecret(webhook);
        tries(webhook);
        awaitMessages(1);
        verify(old, receiver.received().get(0));
        verify(fresh, receiver.received().get(0));
        String id = erik.reads(at(webhook)).extract().path("secrets[0].id");
        erik.sends("DELETE", at(webhook) + "/secrets/" + id, erik.etag(at(webhook)), null)
                .statusCode(200);
        tries(webhook);
        awaitMessages(2);
        verify(fresh, receiver.received().get(1));
        assertThrows(
                WebhookVerificationException.class,
                () -> verify(old, receiver.received().get(1)));
    }

    @Test
    void a_receiver_that_fails_in_every_way_gets_it_in_the_end_with_the_id_it_had() throws Exception {
        UUID webhook = aWebhook(receiver.answers(500, Receiver.HANGS, 302).address());
        String event = tries(webhook);
        awaitOutcomes(webhook, "NOT_ACCEPTED");
        erik.reads(at(webhook)).body("disabledAt", nullValue());
        assertEquals(
                1,
                erik.reads("/webhooks").extract().<List<String>>path("failingSince").stream()
                        .filter(since -> since != null)
                        .count());
        isDueNow(webhook);
        awaitOutcomes(webhook, "NOT_ACCEPTED", "TIMED_OUT");
        isDueNow(webhook);
        awaitOutcomes(webhook, "NOT_ACCEPTED", "TIMED_OUT", "REDIRECTED");
        assertEquals("WAITING", log(webhook).getString("[0].status"));
        isDueNow(webhook);
        awaitOutcomes(webhook, "NOT_ACCEPTED", "TIMED_OUT", "REDIRECTED", "ARRIVED");
        assertEquals(Collections.nCopies(4, event), receiver.ids());
        assertEquals(
                1,
                receiver.received().stream()
                        .map(Receiver.Message::body)
                        .distinct()
                        .count());
        assertEquals(
                1,
                receiver.received().stream()
                        .map(Receiver.Message::path)
                        .distinct()
                        .count());
        assertEquals(Arrays.asList(500, null, 302, 204), log(webhook).getList("[0].attempts.status"));
        erik.reads(at(webhook)).body("failingSince", nullValue());
    }

    @Test
    void a_receiver_that_hangs_holds_up_no_other() throws Exception {
        try (Receiver hanging = new Receiver()) {
            hanging.otherwise = Receiver.HANGS;
            UUID stuck = aWebhook(hanging.address());
            UUID webhook = aWebhook(receiver.address());
            tries(stuck);
            tries(stuck);
            await("it hangs", () -> !hanging.ids().isEmpty());
            long begun = System.nanoTime();
            tries(webhook);
            awaitMessages(1);
            assertTrue(System.nanoTime() - begun < Duration.ofMillis(1_500).toNanos());
        }
    }

    @Test
    void a_receiver_says_when_it_wants_it_again() throws Exception {
        receiver.retryAfter = "3600";
        UUID webhook = aWebhook(receiver.answers(503).address());
        tries(webhook);
        awaitOutcomes(webhook, "NOT_ACCEPTED");
        Instant next = Instant.parse(log(webhook).getString("[0].nextAttemptAt"));
        assertTrue(next.isAfter(Instant.now().plusSeconds(3_500)), next.toString());
        assertTrue(next.isBefore(Instant.now().plusSeconds(3_700)), next.toString());
    }

    @Test
    void a_receiver_that_is_gone_is_told_nothing_more_until_it_is_enabled_and_then_what_it_missed() throws Exception {
        RoundStory round = RoundStory.at(work).concluded();
        UUID webhook = aWebhook(receiver.answers(410).address());
        String event = tries(webhook);
        awaitOutcomes(webhook, "GONE");
        erik.reads(at(webhook)).body("disabledBecause", equalTo("GONE"));
        assertEquals("GIVEN_UP", log(webhook).getString("[0].status"));
        shares(round);
        erik.posts(at(webhook) + "/test", null).statusCode(409).body("unmet[0].code", equalTo("WEBHOOK_DISABLED"));
        assertEquals(List.of(event), receiver.ids());

        String disabledAt = erik.reads(at(webhook)).extract().path("disabledAt");
        erik.sends("POST", at(webhook) + "/enable", erik.etag(at(webhook)), null)
                .statusCode(200)
                .body("disabledAt", nullValue());
        erik.posts(at(webhook) + "/replay", Map.of("since", disabledAt)).body("events", equalTo(1));
        awaitMessages(2);
        assertEquals("summary.shared", type(1));
    }

    @Test
    void an_address_that_cannot_be_called_is_said_to_be_that() throws Exception {
        Map<String, String> expected = Map.of(
                "https://10.0.0.1/", "ADDRESS_REFUSED",
                "https://169.254.169.254/latest/meta-data", "ADDRESS_REFUSED",
                "https://[fd00::1]/", "ADDRESS_REFUSED",
                "https://[::ffff:192.168.1.1]/", "ADDRESS_REFUSED",
                "https://100.64.0.1/", "ADDRESS_REFUSED",
                "https://nobody.invalid/", "NAME_UNKNOWN",
                "http://localhost:1/", "NOT_CONNECTED");
        Map<String, UUID> webhooks = new HashMap<>();
        for (String url : expected.keySet()) {
            webhooks.put(url, aWebhook(url));
            tries(webhooks.get(url));
        }
        for (var webhook : webhooks.entrySet()) {
            awaitOutcomes(webhook.getValue(), expected.get(webhook.getKey()));
            assertEquals("WAITING", log(webhook.getValue()).getString("[0].status"));
        }
    }

    @Test
    void after_three_days_of_failures_it_is_given_up_and_said_why() throws Exception {
        receiver.otherwise = 500;
        UUID webhook = aWebhook(receiver.address());
        tries(webhook);
        awaitOutcomes(webhook, "NOT_ACCEPTED");
        database.execute("update webhook_delivery set waiting_since = now() - interval '3 days' where webhook_id = '"
                + webhook + "'");
        database.execute("update webhook set failing_since = now() - interval '3 days' where id = '" + webhook + "'");
        isDueNow(webhook);
        awaitOutcomes(webhook, "NOT_ACCEPTED", "NOT_ACCEPTED");
        assertEquals("GIVEN_UP", log(webhook).getString("[0].status"));
        erik.reads(at(webhook)).body("disabledBecause", equalTo("FAILING"));
        isDueNow(webhook);
        assertEquals(List.of("0"), waiting(webhook));
    }

    @Test
    void one_that_has_arrived_can_be_sent_again() throws Exception {
        UUID webhook = aWebhook(receiver.address());
        String event = tries(webhook);
        awaitOutcomes(webhook, "ARRIVED");
        String delivery = log(webhook).getString("[0].id");
        erik.posts(at(webhook) + "/deliveries/" + delivery + "/replay", null).statusCode(200);
        awaitOutcomes(webhook, "ARRIVED", "ARRIVED");
        assertEquals(List.of(event, event), receiver.ids());
    }

    @Test
    void what_does_not_come_about_is_not_told() throws Exception {
        UUID webhook = aWebhook(receiver.address());
        RoundStory round = RoundStory.at(work).concluded();
        awaitMessages(2);
        await("both are in the log", () -> log(webhook).getList("status").equals(List.of("DELIVERED", "DELIVERED")));
        assertThrows(
                IllegalStateException.class,
                () -> given.inOrganisation(work.organisation(), () -> {
                    Summary.update("sharedAt = ?1", Instant.now());
                    throw new IllegalStateException("after all");
                }));
        assertEquals(List.of("0"), waiting(webhook));
        assertEquals(2, log(webhook).getList("").size());
        shares(round);
        awaitMessages(3);
    }

    @Test
    void after_thirty_days_it_is_forgotten_unless_it_still_waits() throws Exception {
        UUID webhook = aWebhook(receiver.address());
        tries(webhook);
        awaitOutcomes(webhook, "ARRIVED");
        receiver.otherwise = 500;
        String waiting = tries(webhook);
        awaitOutcomes(webhook, "NOT_ACCEPTED");
        database.execute("update webhook_event set occurred_at = now() - interval '31 days' where organisation_id = '"
                + work.organisation() + "'");
        given.inOrganisation(work.organisation(), () -> {
            List<UUID> due = entities.createNativeQuery(kept.due() + kept.locking(), UUID.class)
                    .setParameter("now", Instant.now())
                    .getResultList();
            kept.remove(due);
            return null;
        });
        assertEquals(List.of(waiting), log(webhook).getList("eventId"));
        assertEquals(List.of("1"), waiting(webhook));
    }
}
