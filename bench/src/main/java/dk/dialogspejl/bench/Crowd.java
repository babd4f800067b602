package dk.dialogspejl.bench;

import dk.dialogspejl.platform.sealing.MasterKey;
import dk.dialogspejl.platform.sealing.PersonCipher;
import dk.dialogspejl.platform.sealing.Place;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * An organisation of any size, the same each time it is made: people in teams, each with ten rounds that are concluded
 * and one in which they reflect, with what was written, agreed and shared in them. Filled by {@code COPY} past the
 * triggers; what is sealed is sealed by the product's own code, with keys that this installation's master key wraps.
 */
final class Crowd {

    /** Of everybody who signs in: the demo organisations' people. */
    static final String PASSWORD = "spejl-demo-2026";

    /** Of each person. */
    static final int CONCLUDED = 10;

    /** Who sign in, evenly among all people. */
    static final int READERS = 16;

    private static final int TEAM = 20;
    private static final Instant BEGINNING = Instant.parse("2026-01-05T08:00:00Z");
    private static final Duration APART = Duration.ofSeconds(7);
    private static final List<String> TOPICS = List.of("welcome", "needs", "advice", "closing", "attention", "other");
    private static final List<String> THOUGHTS = List.of(
            "Jeg så op og sagde goddag før borgeren nåede skranken.",
            "Skærmen stod imellem os, og jeg opdagede det først til sidst.",
            "Der kom en pause, og den lod jeg være.",
            "Jeg spurgte åbent, og så kom det hele.",
            "Vi sluttede med at borgeren selv sagde hvad der nu skal ske.",
            "Det blev lidt meget på én gang.");
    private static final List<String> WORKED_WELL = List.of(
            "Roen og øjenkontakten fra start. Der var tid til at lytte.",
            "De åbne spørgsmål gav plads til hele historien.",
            "Afslutningen: borgeren vidste hvad der nu skal ske.");
    private static final List<String> TO_WORK_ON = List.of(
            "Slip skærmen mens borgeren taler", "Lad borgeren opsummere til sidst", "Giv pausen lidt længere tid");

    private static final String DEMO =
            "(select organisation_id from login_directory where login = 'anna@fjordby.example')";

    private final Connection owner;
    private final int number;
    private final int people;
    private final UUID organisation;

    /** What a reflection says, as the product keeps it. */
    private record Words(String text, List<String> moments) {}

    /** What there are rows of: a part of each row's id. */
    private enum Kind {
        ORGANISATION,
        TEAM,
        PERSON,
        ACCOUNT,
        CLIENT,
        ROUND,
        STEP,
        DIALOGUE,
        REFLECTION,
        SUMMARY,
        FOCUS_POINT
    }

    private Crowd(Connection owner, int number, int people) {
        this.owner = owner;
        this.number = number;
        this.people = people;
        this.organisation = id(Kind.ORGANISATION, 0);
    }

    /** @param number tells this organisation from others, and everything in it */
    static Crowd fill(Host host, int number, int people) throws SQLException, IOException, GeneralSecurityException {
        try (Connection owner = host.owner()) {
            owner.setAutoCommit(false);
            Crowd crowd = new Crowd(owner, number, people);
            // Nothing is to be checked or told of.
            crowd.execute("set local session_replication_role = replica");
            crowd.organisation();
            crowd.people();
            crowd.rounds();
            crowd.reflections();
            crowd.summaries();
            owner.commit();
            return crowd;
        }
    }

    UUID organisationId() {
        return organisation;
    }

    int numberOfSummaries() {
        return people * CONCLUDED;
    }

    String client() {
        return "hr-bench-" + number;
    }

    String login(int reader) {
        return "laeser-" + reader + "@bench-" + number + ".example";
    }

    /** Of a reader's rounds: the concluded ones, and last the one in which they reflect. */
    UUID roundOf(int reader, int turn) {
        return id(Kind.ROUND, round(turn, personOf(reader)));
    }

    /** In the round in which a reader reflects. */
    UUID dialogueOf(int reader) {
        return id(Kind.DIALOGUE, round(CONCLUDED, personOf(reader)));
    }

    static List<String> topics() {
        return TOPICS;
    }

    private int personOf(int reader) {
        return reader * (people / READERS);
    }

    /** The first rounds of all come before the second ones. */
    private long round(int turn, int person) {
        return (long) turn * people + person;
    }

    /** In the order of their making, as UUIDs of version 7 are. */
    private UUID id(Kind kind, long row) {
        Random random = new Random((number * 31L + kind.ordinal()) * 1_000_003 + row);
        long time = BEGINNING.toEpochMilli() + row;
        return new UUID(time << 16 | 0x7000 | random.nextInt(0x1000), random.nextLong() >>> 2 | 1L << 63);
    }

    private static String one(List<String> texts, long of) {
        return texts.get((int) (of % texts.size()));
    }

    /** With the demo organisation's guides. */
    private void organisation() throws SQLException {
        String demo = " where organisation_id = " + DEMO;
        execute("insert into organisation (id, name, created_at) values ('" + organisation + "', 'Bench " + number
                + "', '" + BEGINNING + "')");
        execute("insert into guide (organisation_id, id, built_in_key) select " + anew("id")
                + ", built_in_key from guide" + demo);
        execute(
                "insert into guide_version (organisation_id, id, guide_id, number, published_at, title_da, title_en, topics,"
                        + " text_da, text_en) select " + anew("id") + ", " + idAnew("guide_id")
                        + ", number, published_at, title_da, title_en, topics, text_da, text_en from guide_version"
                        + demo);
        execute("insert into login_directory (login, organisation_id) values ('" + client() + "', '" + organisation
                + "')");
        execute(
                "insert into api_client (organisation_id, id, login, name, scopes, created_at, version, networks, teams)"
                        + " select " + anew("id") + ", '" + client()
                        + "', name, scopes, created_at, version, networks, teams"
                        + " from api_client where login = 'hr-fjordby'");
        execute("insert into api_client_secret (organisation_id, id, client_id, secret_hash, created_at) select "
                + anew("s.id") + ", " + idAnew("c.id") + ", s.secret_hash, s.created_at from api_client_secret s"
                + " join api_client c on c.organisation_id = s.organisation_id and c.id = s.client_id"
                + " where c.login = 'hr-fjordby'");
    }

    private String anew(String id) {
        return "'" + organisation + "'::uuid, " + idAnew(id);
    }

    private String idAnew(String id) {
        return "md5(concat('" + organisation + "', " + id + "))::uuid";
    }

    private void people() throws SQLException, IOException {
        try (Rows teams = rows("team (organisation_id, id, name)")) {
            for (int team = 0; team <= (people - 1) / TEAM; team++) {
                teams.add(organisation, id(Kind.TEAM, team), "Team " + team);
            }
        }
        try (Rows persons =
                rows("person (organisation_id, id, name, job_title, employee_number, team_id, roles, active)")) {
            for (int person = 0; person < people; person++) {
                persons.add(
                        organisation,
                        id(Kind.PERSON, person),
                        "Medarbejder " + person,
                        "Borgerservicemedarbejder",
                        "N" + person,
                        id(Kind.TEAM, person / TEAM),
                        List.of("EMPLOYEE"),
                        true);
            }
        }
        for (int reader = 0; reader < READERS; reader++) {
            execute("insert into login_directory (login, organisation_id) values ('" + login(reader) + "', '"
                    + organisation + "')");
            execute("insert into account (organisation_id, id, person_id, login, password_hash) select '" + organisation
                    + "', '" + id(Kind.ACCOUNT, reader) + "', '" + id(Kind.PERSON, personOf(reader)) + "', '"
                    + login(reader) + "', password_hash from account where login = 'anna@fjordby.example'");
        }
    }

    private void rounds() throws SQLException, IOException {
        String guideVersion = guideVersion();
        try (Rows rounds = rows(
                "round (organisation_id, id, version, kind, status, evaluatee_id, partner_id, partner_answer,"
                        + " guide_version_id, evaluatee_knows_guide, partner_knows_guide, period_from, period_until,"
                        + " number_of_dialogues, mode, method, time, setting, cooperation, carried_focus_points, created_at)")) {
            for (int turn = 0; turn <= CONCLUDED; turn++) {
                for (int person = 0; person < people; person++) {
                    rounds.add(
                            organisation,
                            id(Kind.ROUND, round(turn, person)),
                            4,
                            "SELF_EVALUATED",
                            turn < CONCLUDED ? "CONCLUDED" : "REFLECTING",
                            id(Kind.PERSON, person),
                            id(Kind.PERSON, partner(turn, person)),
                            "ACCEPTED",
                            guideVersion,
                            true,
                            true,
                            "2026-02-02",
                            "2026-02-16",
                            1,
                            "WITHOUT_VIDEO",
                            "Stikord lige efter hver dialog",
                            "Torsdag formiddag",
                            "Stillerummet",
                            "Vi spørger før vi råder",
                            List.of(),
                            at(turn, person));
                }
            }
        }
        steps();
        try (Rows dialogues =
                rows("dialogue (organisation_id, id, version, round_id, held_at, channel, label, shared_topics)")) {
            for (int turn = 0; turn <= CONCLUDED; turn++) {
                for (int person = 0; person < people; person++) {
                    long round = round(turn, person);
                    dialogues.add(
                            organisation,
                            id(Kind.DIALOGUE, round),
                            1,
                            id(Kind.ROUND, round),
                            at(turn, person),
                            "COUNTER",
                            "Pas til barn",
                            List.of());
                }
            }
        }
    }

    private void steps() throws SQLException, IOException {
        List<String> taken = List.of("INVITE", "ACCEPT", "START", "FINISH_DIALOGUES", "OPEN_DISCUSSION", "CONCLUDE");
        List<String> statuses =
                List.of("PREPARING", "PREPARING", "PREPARING", "CONDUCTING", "REFLECTING", "DISCUSSING", "CONCLUDED");
        try (Rows steps = rows(
                "step_taken (organisation_id, id, round_id, step, from_status, to_status, taken_by_id, taken_at)")) {
            for (int turn = 0; turn <= CONCLUDED; turn++) {
                for (int person = 0; person < people; person++) {
                    long round = round(turn, person);
                    int last = turn < CONCLUDED ? taken.size() : taken.indexOf("OPEN_DISCUSSION");
                    for (int step = 0; step < last; step++) {
                        steps.add(
                                organisation,
                                id(Kind.STEP, round * taken.size() + step),
                                id(Kind.ROUND, round),
                                taken.get(step),
                                statuses.get(step),
                                statuses.get(step + 1),
                                id(Kind.PERSON, person),
                                at(turn, person).plusSeconds(step));
                    }
                }
            }
        }
    }

    private void reflections() throws SQLException, IOException, GeneralSecurityException {
        MasterKey master = new MasterKey(Host.masterKey(), Optional.empty());
        byte[][] wrapped = new byte[people][];
        try (Rows keys = rows("person_key (organisation_id, person_id, wrapped, master_key_id, made_at)")) {
            for (int person = 0; person < people; person++) {
                UUID id = id(Kind.PERSON, person);
                wrapped[person] = master.newKey(organisation, id);
                keys.add(organisation, id, wrapped[person], master.id(), BEGINNING);
            }
        }
        try (Rows reflections =
                rows("reflection (organisation_id, id, version, dialogue_id, topic, words, blank, written_at)")) {
            for (int person = 0; person < people; person++) {
                PersonCipher cipher = master.cipher(wrapped[person], organisation, id(Kind.PERSON, person));
                for (int turn = 0; turn <= CONCLUDED; turn++) {
                    long round = round(turn, person);
                    for (int topic = 0; topic < TOPICS.size(); topic++) {
                        UUID id = id(Kind.REFLECTION, round * TOPICS.size() + topic);
                        Words words = new Words(one(THOUGHTS, round + topic), List.of());
                        // Bytes leave the product's type as letters alone.
                        String sealed = cipher.seal(words, new Place(organisation, "reflection.words", id))
                                .toText();
                        reflections.add(
                                organisation,
                                id,
                                1,
                                id(Kind.DIALOGUE, round),
                                TOPICS.get(topic),
                                Base64.getUrlDecoder().decode(sealed),
                                false,
                                at(turn, person));
                    }
                }
            }
        }
    }

    private void summaries() throws SQLException, IOException {
        Instant concluded = BEGINNING.plus(Duration.ofDays(60));
        Instant shared = concluded.plus(Duration.ofDays(1));
        try (Rows summaries =
                rows("summary (organisation_id, id, round_id, revision, worked_well, learning, follow_up_how,"
                        + " follow_up_on, concluded_at, shared_at, follow_up_revision)")) {
            for (int turn = 0; turn < CONCLUDED; turn++) {
                for (int person = 0; person < people; person++) {
                    long round = round(turn, person);
                    summaries.add(
                            organisation,
                            id(Kind.SUMMARY, round),
                            id(Kind.ROUND, round),
                            1,
                            one(WORKED_WELL, round) + " Nummer " + round + ".",
                            "Vi prøver pausen af på teammødet.",
                            "En kop kaffe og et kvarter",
                            "2026-04-01",
                            concluded,
                            shared,
                            0);
                }
            }
        }
        try (Rows points = rows("focus_point (organisation_id, id, summary_id, position, text, note, topic)")) {
            for (int turn = 0; turn < CONCLUDED; turn++) {
                for (int person = 0; person < people; person++) {
                    long round = round(turn, person);
                    for (int position = 0; position < 2; position++) {
                        points.add(
                                organisation,
                                id(Kind.FOCUS_POINT, 2 * round + position),
                                id(Kind.SUMMARY, round),
                                position,
                                one(TO_WORK_ON, round + position),
                                "",
                                one(TOPICS, round + position));
                    }
                }
            }
        }
        // As after a restore: all of the feed in one transaction.
        execute("insert into shared_summary (organisation_id, summary_id, team_id, concluded_at, revision, changed_in,"
                + " changed_at) select s.organisation_id, s.id, p.team_id, s.concluded_at, 1, pg_current_xact_id(), s.shared_at"
                + " from summary s join round r on r.organisation_id = s.organisation_id and r.id = s.round_id"
                + " join person p on p.organisation_id = r.organisation_id and p.id = r.evaluatee_id"
                + " where s.organisation_id = '" + organisation + "'");
    }

    /** Another for each of a person's rounds, so that everybody is a partner as often. */
    private int partner(int turn, int person) {
        return (person + 1 + turn) % people;
    }

    private Instant at(int turn, int person) {
        return BEGINNING.plus(APART.multipliedBy(round(turn, person)).dividedBy(people / 10_000 + 1));
    }

    private String guideVersion() throws SQLException {
        try (var statement = owner.createStatement();
                var found = statement.executeQuery("select v.id from guide_version v join guide g"
                        + " on g.organisation_id = v.organisation_id and g.id = v.guide_id where v.organisation_id = '"
                        + organisation + "' and g.built_in_key = 'citizen-service' order by v.number desc limit 1")) {
            found.next();
            return found.getString(1);
        }
    }

    private Rows rows(String table) throws SQLException {
        return Rows.of(owner, table);
    }

    private void execute(String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
