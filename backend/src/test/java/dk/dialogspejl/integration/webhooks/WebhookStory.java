package dk.dialogspejl.integration.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.standardwebhooks.Webhook;
import dk.dialogspejl.platform.broadcast.Broadcast;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.RoundStory;
import dk.dialogspejl.testing.WholeDatabase;
import dk.dialogspejl.testing.Workplace;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A workplace whose administrator, Erik, has webhooks, and a receiver of theirs. */
abstract class WebhookStory extends ApiTest {

    static final List<String> ALL = List.of("round.concluded", "round.started", "summary.shared", "summary.withdrawn");

    @Inject
    WholeDatabase database;

    @Inject
    Broadcast broadcast;

    Receiver receiver;
    Workplace work;
    Employee erik;

    @BeforeEach
    void open() {
        receiver = new Receiver();
        work = given.aWorkplace();
        erik = work.erik();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    static Map<String, Object> described(String url, List<String> events) {
        return Map.of("name", "HR-systemet", "url", url, "events", events);
    }

    static String at(UUID webhook) {
        return "/webhooks/" + webhook;
    }

    UUID aWebhook(String url) {
        UUID webhook = erik.creates("/webhooks", described(url, ALL));
        aSecret(webhook);
        return webhook;
    }

    String aSecret(UUID webhook) {
        return erik.sends("POST", at(webhook) + "/secrets", erik.etag(at(webhook)), null)
                .statusCode(200)
                .extract()
                .path("secret");
    }

    /** What is sent to the webhook for trying it; the id of the event. */
    String tries(UUID webhook) {
        return erik.posts(at(webhook) + "/test", null).statusCode(200).extract().path("eventId");
    }

    JsonPath log(UUID webhook) {
        return erik.reads(at(webhook) + "/deliveries?limit=100")
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** How each attempt at the latest event ended. */
    List<String> outcomes(UUID webhook) {
        return log(webhook).getList("[0].attempts.outcome");
    }

    static void shares(RoundStory round) {
        String summary = round.path("/summary");
        round.anna()
                .puts(summary + "/sharing", round.anna().etag(summary), null)
                .statusCode(200);
    }

    static void takesBack(RoundStory round) {
        String summary = round.path("/summary");
        round.anna()
                .sends("DELETE", summary + "/sharing", round.anna().etag(summary), null)
                .statusCode(200);
    }

    /** As when the pause is over. */
    void isDueNow(UUID webhook) throws Exception {
        database.execute("update webhook_queue set due_at = now() where webhook_id = '" + webhook + "'");
        broadcast.send(List.of(WebhookQueue.MESSAGE));
    }

    static void await(String what, BooleanSupplier isSo) throws InterruptedException {
        for (int attempt = 0; attempt < 400; attempt++) {
            if (isSo.getAsBoolean()) {
                return;
            }
            Thread.sleep(25);
        }
        throw new AssertionError(what);
    }

    void awaitMessages(int count) throws InterruptedException {
        await(count + " messages, not " + receiver.ids(), () -> receiver.ids().size() >= count);
        assertEquals(count, receiver.ids().size());
    }

    void awaitOutcomes(UUID webhook, String... outcomes) throws InterruptedException {
        await(
                List.of(outcomes) + ", not " + log(webhook).prettify(),
                () -> List.of(outcomes).equals(outcomes(webhook)));
    }

    /** As the library for receivers sees it, which is another's. */
    static void verify(String secret, Receiver.Message message) throws Exception {
        new Webhook(secret).verify(message.body(), message.headers());
    }

    /** How many deliveries are still to be made. */
    List<String> waiting(UUID webhook) throws Exception {
        return database.query("select count(*) from webhook_queue where webhook_id = '" + webhook + "'");
    }
}
