package dk.dialogspejl.integration.webhooks;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.dialogspejl.testing.AtOnce;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That several instances share the work, and take over from one that was killed. */
@QuarkusTest
class WebhookInstancesTest extends WebhookStory {

    @Inject
    Deliver deliver;

    @Inject
    Replay replay;

    @Test
    void what_an_instance_was_at_when_it_was_killed_another_takes_over() throws Exception {
        UUID webhook = aWebhook(receiver.address());
        Deliver.Taken taken = given.inOrganisation(work.organisation(), () -> {
            replay.test(webhook);
            return deliver.take(webhook).orElseThrow();
        });
        broadcast.send(List.of(WebhookQueue.MESSAGE));
        assertEquals(Collections.singletonList(null), outcomes(webhook));
        assertEquals(List.of(), receiver.ids(), "it is still its");
        isDueNow(webhook);
        awaitOutcomes(webhook, "INTERRUPTED", "ARRIVED");
        assertEquals(List.of(taken.eventId().toString()), receiver.ids());
        assertEquals(List.of("0"), waiting(webhook));
    }

    @Test
    void instances_share_the_work_and_none_of_it_is_done_twice() throws Exception {
        UUID webhook = aWebhook(receiver.address());
        int events = 60;
        happens(events);
        var due = new WebhookQueue.Due(work.organisation(), webhook);
        Callable<Integer> anInstance = () -> {
            int sent = 0;
            while (deliver.next(due)) {
                sent++;
            }
            return sent;
        };
        AtOnce.call(Stream.generate(() -> anInstance).limit(4).toList());
        await("the service's own is done too", () -> receiver.ids().size() >= events);
        await(
                "all are in the log",
                () -> log(webhook).getList("status").stream().allMatch("DELIVERED"::equals));
        assertEquals(events, receiver.ids().size());
        assertEquals(events, new HashSet<>(receiver.ids()).size());
        assertEquals(List.of("0"), waiting(webhook));
    }

    @Test
    void an_administrator_who_disables_enables_and_replays_meanwhile_is_in_nobodys_way() throws Exception {
        receiver.otherwise = 500;
        UUID webhook = aWebhook(receiver.address());
        String begun = Instant.now().minusSeconds(60).toString();
        happens(30);
        var due = new WebhookQueue.Due(work.organisation(), webhook);
        AtomicBoolean over = new AtomicBoolean();
        Callable<Void> anInstance = () -> {
            while (!over.get()) {
                if (!deliver.next(due)) {
                    Thread.sleep(5);
                }
            }
            return null;
        };
        Callable<Void> administrator = () -> {
            try {
                for (int turn = 0; turn < 5; turn++) {
                    erik.sends("POST", at(webhook) + "/disable", erik.etag(at(webhook)), null)
                            .statusCode(200);
                    erik.sends("POST", at(webhook) + "/enable", erik.etag(at(webhook)), null)
                            .statusCode(200);
                    erik.posts(at(webhook) + "/replay", Map.of("since", begun)).body("events", equalTo(30));
                    String any = log(webhook).getString("[" + turn + "].id");
                    erik.posts(at(webhook) + "/deliveries/" + any + "/replay", null)
                            .statusCode(200);
                }
                receiver.otherwise = 204;
                erik.posts(at(webhook) + "/replay", Map.of("since", begun)).statusCode(200);
            } finally {
                over.set(true);
            }
            return null;
        };
        AtOnce.call(List.of(anInstance, anInstance, anInstance, administrator));
        await(
                "all are in the log",
                () -> log(webhook).getList("status").stream().allMatch("DELIVERED"::equals));
        assertEquals(30, new HashSet<>(receiver.ids()).size());
        assertEquals(new TreeSet<>(receiver.ids()), new TreeSet<>(log(webhook).getList("eventId")));
        assertEquals(List.of("0"), waiting(webhook));
    }

    private void happens(int events) throws Exception {
        database.execute("do $$ begin for i in 1.." + events + " loop call note_webhook_event('" + work.organisation()
                + "', 'summary.shared', gen_random_uuid()); end loop; end $$");
    }
}
