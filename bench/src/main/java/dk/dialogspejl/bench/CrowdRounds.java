package dk.dialogspejl.bench;

import dk.dialogspejl.bench.Crowd.Kind;
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
import java.util.UUID;

/** The rounds of a {@link Crowd}, and what was written, agreed and shared in them. */
final class CrowdRounds {

    private static final int CONCLUDED = Crowd.CONCLUDED;
    private static final Instant BEGINNING = Crowd.BEGINNING;
    private static final List<String> TOPICS = Crowd.topics();
    private static final Duration APART = Duration.ofSeconds(7);
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

    private final Connection owner;
    private final Crowd crowd;
    private final UUID organisation;
    private final int people;

    /** What a reflection says, as the product keeps it. */
    private record Words(String text, List<String> moments) {}

    private CrowdRounds(Connection owner, Crowd crowd) {
        this.owner = owner;
        this.crowd = crowd;
        this.organisation = crowd.organisationId();
        this.people = crowd.people();
    }

    static void fill(Connection owner, Crowd crowd) throws SQLException, IOException, GeneralSecurityException {
        CrowdRounds all = new CrowdRounds(owner, crowd);
        all.rounds();
        all.reflections();
        all.summaries();
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
                            id(Kind.PERSON, crowd.partner(turn, person)),
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
        try (var statement = owner.createStatement()) {
            statement.execute(
                    "insert into shared_summary (organisation_id, summary_id, team_id, concluded_at, revision, changed_in,"
                            + " changed_at) select s.organisation_id, s.id, p.team_id, s.concluded_at, 1, pg_current_xact_id(), s.shared_at"
                            + " from summary s join round r on r.organisation_id = s.organisation_id and r.id = s.round_id"
                            + " join person p on p.organisation_id = r.organisation_id and p.id = r.evaluatee_id"
                            + " where s.organisation_id = '" + organisation + "'");
        }
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

    private UUID id(Kind kind, long row) {
        return crowd.id(kind, row);
    }

    private long round(int turn, int person) {
        return crowd.round(turn, person);
    }

    private static String one(List<String> texts, long of) {
        return texts.get((int) (of % texts.size()));
    }

    private Rows rows(String table) throws SQLException {
        return Rows.of(owner, table);
    }
}
