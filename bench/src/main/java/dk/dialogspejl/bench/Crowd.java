package dk.dialogspejl.bench;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * An organisation of any size, the same each time it is made: people in teams, each with ten rounds that are concluded
 * and one in which they reflect, with what was written, agreed and shared in them ({@link CrowdRounds}). Filled by {@code COPY} past the
 * triggers; what is sealed is sealed by the product's own code, with keys that this installation's master key wraps.
 */
final class Crowd {

    /** Of everybody who signs in: the demo organisations' people. */
    static final String PASSWORD = "spejl-demo-2026";

    /** Of each person. */
    static final int CONCLUDED = 10;

    /** Who read and write, evenly among all people. */
    private static final int READERS = 16;

    /** Rounds in which both have an account, evenly among all people. */
    static final int ROOMS = 50;

    private static final int TEAM = 20;
    static final Instant BEGINNING = Instant.parse("2026-01-05T08:00:00Z");
    private static final List<String> TOPICS = List.of("welcome", "needs", "advice", "closing", "attention", "other");
    private static final String DEMO =
            "(select organisation_id from login_directory where login = 'anna@fjordby.example')";

    private final Connection owner;
    private final int number;
    private final int people;
    private final UUID organisation;

    /** What there are rows of: a part of each row's id. */
    enum Kind {
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
            crowd.persons();
            CrowdRounds.fill(owner, crowd);
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

    /** @param person one who has an account: a reader, or one of the two in a room */
    String login(int person) {
        return "medarbejder-" + person + "@bench-" + number + ".example";
    }

    /** Of a person's rounds: the concluded ones, and last the one in which they reflect. */
    UUID roundOf(int person, int turn) {
        return id(Kind.ROUND, round(turn, person));
    }

    /** In the round in which a person reflects. */
    UUID dialogueOf(int person) {
        return id(Kind.DIALOGUE, round(CONCLUDED, person));
    }

    static List<String> topics() {
        return TOPICS;
    }

    int people() {
        return people;
    }

    List<Integer> readers() {
        return evenly(READERS);
    }

    /** Of each room the one who reflects in it; the partner is the one of their last round. */
    List<Integer> inRooms() {
        return evenly(ROOMS);
    }

    private List<Integer> evenly(int some) {
        return IntStream.range(0, some).mapToObj(each -> each * people / some).toList();
    }

    private Set<Integer> withAccount() {
        Set<Integer> persons = new TreeSet<>(readers());
        for (int person : inRooms()) {
            persons.add(person);
            persons.add(partner(CONCLUDED, person));
        }
        return persons;
    }

    /** Another for each of a person's rounds, so that everybody is a partner as often. */
    int partner(int turn, int person) {
        return (person + 1 + turn % (people - 1)) % people;
    }

    /** The first rounds of all come before the second ones. */
    long round(int turn, int person) {
        return (long) turn * people + person;
    }

    /** In the order of their making, as UUIDs of version 7 are. */
    UUID id(Kind kind, long row) {
        Random random = new Random((number * 31L + kind.ordinal()) * 1_000_003 + row);
        long time = BEGINNING.toEpochMilli() + row;
        return new UUID(time << 16 | 0x7000 | random.nextInt(0x1000), random.nextLong() >>> 2 | 1L << 63);
    }

    /** With the demo organisation's guides. */
    private void organisation() throws SQLException {
        String demo = " where organisation_id = " + DEMO;
        execute("insert into organisation (id, name, created_at, built_in_guides) select '" + organisation
                + "', 'Bench " + number + "', '" + BEGINNING + "', built_in_guides from organisation where id = "
                + DEMO);
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

    private void persons() throws SQLException, IOException {
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
        for (int person : withAccount()) {
            execute("insert into login_directory (login, organisation_id) values ('" + login(person) + "', '"
                    + organisation + "')");
            execute("insert into account (organisation_id, id, person_id, login, password_hash) select '" + organisation
                    + "', '" + id(Kind.ACCOUNT, person) + "', '" + id(Kind.PERSON, person) + "', '" + login(person)
                    + "', password_hash from account where login = 'anna@fjordby.example'");
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
