package dk.dialogspejl.platform.sealing;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.platform.NotReady;
import dk.dialogspejl.platform.database.CurrentOrganisation;
import dk.dialogspejl.platform.database.NewTransaction;
import dk.dialogspejl.platform.database.TestDatabase;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.AtOnce;
import dk.dialogspejl.testing.Canary;
import dk.dialogspejl.testing.RoundStory;
import dk.dialogspejl.testing.WholeDatabase;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What is written in confidence cannot be read from the database, and from nowhere else than where it belongs. */
@QuarkusTest
class SealingTest extends ApiTest {

    @ConfigProperty(name = MasterKey.SETTING)
    String present;

    @Inject
    MasterKey master;

    @Inject
    PersonKeys keys;

    @Inject
    OrganisationKeys organisationKeys;

    @Inject
    NewTransaction transaction;

    @Inject
    CurrentOrganisation current;

    @Inject
    EntityManager entities;

    @Inject
    WholeDatabase database;

    @Test
    void what_is_written_in_confidence_stands_nowhere_in_the_database() throws Exception {
        String canary = Canary.words();
        RoundStory round = given.aRound().withVideo().held();
        round.anna()
                .puts(
                        "/dialogues/" + round.dialogue(0) + "/reflections/welcome",
                        "\"0\"",
                        Map.of("text", canary, "moments", List.of(Map.of("second", 75, "note", canary))))
                .statusCode(200);
        round.bo()
                .puts(round.path("/partner-feedback/welcome"), "\"0\"", feedback(canary, true))
                .statusCode(200);
        round.shares("welcome");
        round.bo()
                .reads("/dialogues/" + round.dialogue(0) + "/reflections")
                .body("reflections[0].text", equalTo(canary))
                .body("reflections[0].moments[0].note", equalTo(canary));
        round.anna()
                .reads(round.path("/partner-feedback"))
                .body("topics[0].questions[0]", equalTo(canary))
                .body("topics[0].feedback", equalTo(canary));
        round.bo().reads(round.path("/partner-feedback")).body("topics[0].note", equalTo(canary));
        assertEquals(List.of(), database.dump().tablesWith(canary));
    }

    @Test
    void there_is_a_search_that_would_find_it() throws Exception {
        String canary = Canary.words();
        Workplace work = given.aWorkplace();
        database.execute("update person set job_title = '" + canary + "' where id = '"
                + work.cecilie().id() + "'");
        assertEquals(List.of("person"), database.dump().tablesWith(canary));
        database.execute("insert into person_key select organisation_id, id, convert_to('" + canary
                + "', 'UTF8'), 'x', now() from person where id = '"
                + work.erik().id() + "'");
        assertEquals(List.of("person", "person_key"), database.dump().tablesWith(canary));
        database.execute("delete from person_key where master_key_id = 'x'");
    }

    @Test
    void sealed_words_moved_elsewhere_do_not_open() throws Exception {
        RoundStory round = given.aRound().held().writes("welcome", "Mit").writes("needs", "Også mit");
        RoundStory elsewhere = given.aRound().held().writes("welcome", "Et andet sted");
        RoundStory colleagues = RoundStory.at(round.workplace()).held().writes("welcome", "I et andet forløb");
        String mine = reflection(round, "welcome");
        RestAssured.replaceFiltersWith(List.of()); // what somebody has tampered with is in no contract
        for (String other : List.of(
                reflection(round, "needs"), reflection(elsewhere, "welcome"), reflection(colleagues, "welcome"))) {
            String own = database.query("select words from reflection where id = '" + mine + "'")
                    .get(0);
            database.execute("update reflection set words = (select words from reflection where id = '" + other
                    + "') where id = '" + mine + "'");
            round.anna()
                    .reads("/dialogues/" + round.dialogue(0) + "/reflections")
                    .statusCode(500);
            database.execute("update reflection set words = '" + own + "' where id = '" + mine + "'");
            round.anna()
                    .reads("/dialogues/" + round.dialogue(0) + "/reflections")
                    .statusCode(200);
        }
    }

    @Test
    void another_persons_key_does_not_unwrap_and_another_column_does_not_open() throws Exception {
        UUID organisation = UUID.randomUUID();
        UUID anna = UUID.randomUUID();
        UUID row = UUID.randomUUID();
        byte[] wrapped = master.newKey(organisation, anna);
        PersonCipher cipher = master.cipher(wrapped, organisation, anna);
        Sealed words = cipher.seal("Mit", new Place(organisation, "reflection.words", row));
        assertEquals("Mit", cipher.open(words, String.class, new Place(organisation, "reflection.words", row)));
        for (Place wrong : List.of(
                new Place(organisation, "partner_feedback.note", row),
                new Place(organisation, "reflection.words", UUID.randomUUID()),
                new Place(UUID.randomUUID(), "reflection.words", row))) {
            assertThrows(PersonCipher.Unreadable.class, () -> cipher.open(words, String.class, wrong));
        }
        assertThrows(Exception.class, () -> master.cipher(wrapped, organisation, UUID.randomUUID()));
        assertThrows(Exception.class, () -> master.cipher(wrapped, UUID.randomUUID(), anna));
        PersonCipher another = master.cipher(master.newKey(organisation, anna), organisation, anna);
        assertThrows(
                PersonCipher.Unreadable.class,
                () -> another.open(words, String.class, new Place(organisation, "reflection.words", row)));
        assertNotEquals(words, cipher.seal("Mit", new Place(organisation, "reflection.words", row)));
    }

    @Test
    void of_many_first_writes_at_once_each_is_kept_and_one_makes_the_key() throws Exception {
        RoundStory round = given.aRound().held();
        String sheet = "/dialogues/" + round.dialogue(0) + "/reflections";
        List<String> topics = round.anna().reads(sheet).extract().path("reflections.topic");
        List<Integer> answers = AtOnce.call(topics.stream()
                .<Callable<Integer>>map(topic -> () -> round.anna()
                        .puts(sheet + "/" + topic, "\"0\"", Map.of("text", "Om " + topic))
                        .extract()
                        .statusCode())
                .toList());
        assertEquals(topics.stream().map(topic -> 200).toList(), answers);
        List<String> texts = round.anna().reads(sheet).extract().path("reflections.text");
        assertEquals(topics.stream().map(topic -> "Om " + topic).toList(), texts);
        assertEquals(
                List.of("1"),
                database.query("select count(*) from person_key where person_id = '"
                        + round.anna().id() + "'"));
    }

    @Test
    @ActivateRequestContext
    void the_master_key_is_replaced_while_people_write_and_from_where_it_was_cut_off() throws Exception {
        RoundStory round = given.aRound().held().writes("welcome", "Før nøglen blev skiftet");
        Workplace work = round.workplace();
        manyPeopleWithKeys(work, 250);
        Place secretOf = new Place(work.organisation(), "webhook_secret.secret", UUID.randomUUID());
        Sealed secret = given.inOrganisation(
                work.organisation(), () -> organisationKeys.cipher().seal("Hemmelighed", secretOf));
        String next = TestDatabase.aMasterKey();
        MasterKey replacing = new MasterKey(next, Optional.of(present));

        // Cut off after the first lot.
        current.enter(work.organisation());
        RewrapKeys first = rewrapKeys(replacing);
        transaction.run(() -> first.some(work.organisation()));
        assertEquals(List.of("100"), under(replacing, work));

        // While one instance goes on, another makes the key of somebody new and writes with it.
        round.bo()
                .puts(round.path("/partner-feedback/welcome"), "\"0\"", feedback("Under skiftet", false))
                .statusCode(200);
        rewrapKeys(replacing).pass();
        assertEquals(List.of("0"), under(master, work));

        // What was sealed stays as it was, and opens with the new master key alone.
        MasterKey alone = new MasterKey(next, Optional.empty());
        byte[] wrapped = wrapped(round.anna().id());
        PersonCipher cipher =
                alone.cipher(wrapped, work.organisation(), round.anna().id());
        UUID row = UUID.fromString(reflection(round, "welcome"));
        byte[] words = bytes("select words from reflection where id = '" + row + "'");
        assertTrue(cipher.open(new Sealed(words), Map.class, new Place(work.organisation(), "reflection.words", row))
                .containsValue("Før nøglen blev skiftet"));
        assertThrows(
                Exception.class,
                () -> master.cipher(wrapped, work.organisation(), round.anna().id()));

        byte[] organisations =
                bytes("select wrapped from organisation_key where organisation_id = '" + work.organisation() + "'");
        assertEquals(
                "Hemmelighed", alone.cipher(organisations, work.organisation()).open(secret, String.class, secretOf));
        assertThrows(Exception.class, () -> master.cipher(organisations, work.organisation()));
        assertThrows(Exception.class, () -> alone.cipher(organisations, UUID.randomUUID()));

        // A service that has not been given the key that wraps does not start.
        assertThrows(NotReady.class, () -> rewrapKeys(master).refuseUnknownMasterKeys(new StartupEvent()));

        // And back, for the service under test.
        rewrapKeys(new MasterKey(present, Optional.of(next))).pass();
        round.bo().reads(round.path("/partner-feedback")).body("topics[0].note", equalTo("Under skiftet"));
    }

    @Test
    void a_service_without_the_master_key_of_anything_at_all_does_not_start() throws Exception {
        Workplace work = given.aRound().held().writes("welcome", "Mit").workplace();
        given.inOrganisation(work.organisation(), () -> organisationKeys.cipher());
        RewrapKeys asEver = rewrapKeys(master);
        asEver.refuseUnknownMasterKeys(new StartupEvent());
        for (String table : List.of("person_key", "organisation_key")) {
            String some = " where organisation_id = '" + work.organisation() + "'";
            database.execute("update " + table + " set master_key_id = 'strange'" + some);
            try {
                assertThrows(NotReady.class, () -> asEver.refuseUnknownMasterKeys(new StartupEvent()), table);
            } finally {
                database.execute("update " + table + " set master_key_id = '" + master.id() + "'" + some);
            }
        }
        asEver.refuseUnknownMasterKeys(new StartupEvent());
    }

    @Test
    void a_master_key_is_32_bytes_in_base64() {
        for (String wrong : List.of("x", "AAAA", "not base64 at all, but long enough to be taken for one")) {
            assertThrows(NotReady.class, () -> new MasterKey(wrong, Optional.empty()));
        }
    }

    private RewrapKeys rewrapKeys(MasterKey with) {
        RewrapKeys rewrap = new RewrapKeys();
        rewrap.master = with;
        rewrap.organisationKeys = organisationKeys;
        rewrap.transaction = transaction;
        rewrap.current = current;
        rewrap.entities = entities;
        return rewrap;
    }

    private void manyPeopleWithKeys(Workplace work, int people) {
        given.inOrganisation(work.organisation(), () -> {
            Stream.generate(UUID::randomUUID).limit(people).forEach(id -> {
                entities.createNativeQuery("insert into person (organisation_id, id, name, roles, active)"
                                + " values (:organisation, :id, 'En til', '{EMPLOYEE}', true)")
                        .setParameter("organisation", work.organisation())
                        .setParameter("id", id)
                        .executeUpdate();
                keys.toSeal(id);
            });
            return null;
        });
    }

    private List<String> under(MasterKey key, Workplace work) throws Exception {
        return database.query("select count(*) from person_key where organisation_id = '" + work.organisation()
                + "' and master_key_id = '" + key.id() + "'");
    }

    private byte[] wrapped(UUID person) throws Exception {
        return bytes("select wrapped from person_key where person_id = '" + person + "'");
    }

    private byte[] bytes(String sql) throws Exception {
        return HexFormat.of().parseHex(database.query(sql).get(0).substring(2));
    }

    private String reflection(RoundStory round, String topic) throws Exception {
        return database.query("select id from reflection where dialogue_id = '" + round.dialogue(0) + "' and topic = '"
                        + topic + "'")
                .get(0);
    }

    private static Map<String, Object> feedback(String words, boolean shared) {
        return Map.of(
                "note",
                words,
                "questions",
                List.of(words),
                "questionsShared",
                shared,
                "feedback",
                words,
                "feedbackShared",
                shared);
    }
}
