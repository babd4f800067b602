package dk.dialogspejl.integration.webhooks;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.testing.Employee;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Webhooks as an administrator looks after them. */
@QuarkusTest
class WebhookTest extends WebhookStory {

    @Test
    void a_secret_is_told_once_and_kept_sealed() throws Exception {
        UUID webhook = erik.creates("/webhooks", described(receiver.address(), ALL));
        erik.posts(at(webhook) + "/test", null)
                .statusCode(409)
                .body("unmet[0].code", equalTo("WEBHOOK_WITHOUT_SECRET"));
        String secret = aSecret(webhook);
        assertTrue(secret.startsWith("whsec_"));
        String key = secret.substring("whsec_".length());
        assertEquals(32, Base64.getDecoder().decode(key).length);
        assertEquals(List.of(), database.dump().tablesWith(key));
        assertEquals(
                List.of(),
                database.dump().tablesWith(new String(Base64.getDecoder().decode(key), "ISO-8859-1")));
    }

    @Test
    void there_are_two_secrets_at_most_and_one_at_least() {
        UUID webhook = aWebhook(receiver.address());
        String first = erik.reads(at(webhook)).extract().path("secrets[0].id");
        erik.sends("DELETE", at(webhook) + "/secrets/" + first, erik.etag(at(webhook)), null)
                .statusCode(409)
                .body("unmet[0].code", equalTo("WEBHOOKS_LAST_SECRET"));
        aSecret(webhook);
        erik.sends("POST", at(webhook) + "/secrets", erik.etag(at(webhook)), null)
                .statusCode(409)
                .body("unmet[0].code", equalTo("WEBHOOK_HAS_TWO_SECRETS"));
        erik.sends("DELETE", at(webhook) + "/secrets/" + first, erik.etag(at(webhook)), null)
                .statusCode(200)
                .body("secrets", hasSize(1));
        erik.sends("DELETE", at(webhook) + "/secrets/" + first, erik.etag(at(webhook)), null)
                .statusCode(404);
    }

    @Test
    void an_address_that_is_none_for_webhooks_is_refused() {
        for (String url : List.of(
                "http://hr.example/dialogspejl",
                "ftp://hr.example/",
                "hr.example/dialogspejl",
                "https://erik@hr.example/",
                "https://hr.example/#her",
                "https:///dialogspejl",
                "https://hr.example/ et sted",
                "javascript:alert(1)")) {
            erik.posts("/webhooks", described(url, ALL))
                    .statusCode(400)
                    .body("violations.field", equalTo(List.of("url")));
        }
        erik.reads("/webhooks").body("", hasSize(0));
    }

    @Test
    void an_event_that_does_not_exist_or_cannot_be_asked_for_is_refused() {
        erik.posts("/webhooks", described(receiver.address(), List.of("webhook.test")))
                .statusCode(400)
                .body("violations.field", equalTo(List.of("events")));
        erik.posts("/webhooks", described(receiver.address(), List.of("reflection.written")))
                .statusCode(400);
        erik.posts("/webhooks", described(receiver.address(), List.of())).statusCode(400);
        erik.reads("/webhooks").body("", hasSize(0));
    }

    @Test
    void two_administrators_do_not_overwrite_each_other() {
        UUID webhook = aWebhook(receiver.address());
        String seen = erik.etag(at(webhook));
        erik.puts(at(webhook), seen, described("https://hr.example/", List.of("summary.shared")))
                .statusCode(200)
                .body("events", equalTo(List.of("summary.shared")));
        erik.puts(at(webhook), seen, described("https://andet.example/", ALL))
                .statusCode(412)
                .body("current.url", equalTo("https://hr.example/"));
    }

    @Test
    void an_organisation_has_ten_at_most() {
        List<UUID> webhooks = new ArrayList<>();
        for (int number = 0; number < 10; number++) {
            webhooks.add(erik.creates("/webhooks", described(receiver.address(), ALL)));
        }
        erik.posts("/webhooks", described(receiver.address(), ALL))
                .statusCode(409)
                .body("unmet[0].code", equalTo("TOO_MANY_WEBHOOKS"));
        erik.sends("DELETE", at(webhooks.get(0)), erik.etag(at(webhooks.get(0))), null)
                .statusCode(204);
        erik.reads(at(webhooks.get(0))).statusCode(404);
        erik.creates("/webhooks", described(receiver.address(), ALL));
    }

    @Test
    void one_that_is_deleted_takes_what_waits_and_its_log_along() throws Exception {
        receiver.otherwise = 500;
        UUID webhook = aWebhook(receiver.address());
        tries(webhook);
        awaitOutcomes(webhook, "NOT_ACCEPTED");
        erik.sends("DELETE", at(webhook), erik.etag(at(webhook)), null).statusCode(204);
        for (String table : List.of("webhook_queue", "webhook_delivery", "webhook_secret")) {
            assertEquals(
                    List.of("0"),
                    database.query("select count(*) from " + table + " where webhook_id = '" + webhook + "'"));
        }
    }

    @Test
    void one_that_is_disabled_gives_up_what_waits() throws Exception {
        receiver.otherwise = 500;
        UUID webhook = aWebhook(receiver.address());
        tries(webhook);
        awaitOutcomes(webhook, "NOT_ACCEPTED");
        erik.sends("POST", at(webhook) + "/disable", erik.etag(at(webhook)), null)
                .statusCode(200)
                .body("disabledBecause", equalTo("ADMINISTRATOR"));
        assertEquals("GIVEN_UP", log(webhook).getString("[0].status"));
        assertEquals(
                List.of("0"),
                database.query("select count(*) from webhook_queue where webhook_id = '" + webhook + "'"));
    }

    @Test
    void the_log_is_read_page_by_page() throws Exception {
        UUID webhook = aWebhook(receiver.address());
        List<String> sent = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            sent.add(0, tries(webhook));
        }
        List<String> read = new ArrayList<>();
        String next = at(webhook) + "/deliveries?limit=2";
        while (next != null) {
            Response page = erik.asks().get(next);
            read.addAll(page.path("eventId"));
            String link = page.header("Link");
            next = link == null ? null : link.replaceAll("^<(/api/v1)?|>.*$", "");
        }
        assertEquals(sent, read);
    }

    @Test
    void another_organisations_administrator_does_not_know_of_it() {
        UUID webhook = aWebhook(receiver.address());
        Employee stranger = given.aWorkplace().erik();
        stranger.reads(at(webhook)).statusCode(404);
        stranger.reads(at(webhook) + "/deliveries").statusCode(404);
        stranger.posts(at(webhook) + "/test", null).statusCode(404);
        stranger.posts(at(webhook) + "/replay", Map.of("since", "2026-01-01T00:00:00Z"))
                .statusCode(404);
        stranger.reads("/webhooks").body("id", not(hasItem(webhook.toString())));
    }
}
