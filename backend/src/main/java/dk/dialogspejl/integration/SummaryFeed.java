package dk.dialogspejl.integration;

import dk.dialogspejl.integration.FeedCursor.Load;
import dk.dialogspejl.integration.FeedCursor.Position;
import dk.dialogspejl.integration.FeedPage.Row;
import dk.dialogspejl.platform.database.CurrentOrganisation;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemType;
import dk.dialogspejl.summaries.SummariesHandedOver.Given;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Reads what HR may know of, in the order in which transactions changed it, and only as far as none that is still
 * running can add to it (ADR 15). Always within a transaction.
 *
 * <p>Not through Hibernate, which would make entities of a million rows to throw them away.
 */
@ApplicationScoped
class SummaryFeed {

    private static final String STANDING = """
            select c.teams, pg_snapshot_xmin(pg_current_snapshot())::text,
                substr(md5(e.id || left(pg_walfile_name(pg_current_wal_lsn()), 8)), 1, 12)
            from api_client c, feed_epoch e
            where c.organisation_id = ? and c.id = ? and c.revoked_at is null""";

    /** The same for both kinds of rows, so that they can be bound alike. */
    private static final String ASKED_FOR = " and changed_in < ?::xid8 and (changed_in, summary_id) > (?::xid8, ?)"
            + " and (changed_in >= ?::xid8 or changed_at >= ? and (removed_at is null or ?))"
            + " and concluded_at >= ? and concluded_at < ?";

    private static final String OF_EVERYBODY =
            "select summary_id, revision, changed_in, changed_at, removed_at from shared_summary"
                    + " where organisation_id = ?" + ASKED_FOR;

    /** Who has left the teams for another of them is told of by the row of the summary itself. */
    private static final String OF_TEAMS =
            "select summary_id, revision, changed_in, changed_at, removed_at from shared_summary"
                    + " where organisation_id = ? and team_id = any(?)" + ASKED_FOR
                    + " union all select summary_id, revision, changed_in, changed_at, removed_at from ("
                    + "select b.organisation_id, b.summary_id, b.team_id, b.revision, b.changed_in, b.changed_at,"
                    + " b.changed_at as removed_at, f.concluded_at, f.team_id as team_now from summary_of_team_before b"
                    + " join shared_summary f using (organisation_id, summary_id)) as gone"
                    + " where organisation_id = ? and team_id = any(?)" + ASKED_FOR
                    + " and (team_now is null or team_now <> all(?))";

    /**
     * Looked up row by row, which the limits are for: joined as PostgreSQL likes, all of an organisation was read for each row
     * of a page where it was taken to have little.
     */
    private static final String WITH_CONTENT = """
             select page.summary_id, page.revision, page.changed_in::text, page.changed_at, page.removed_at,
                p.employee_number, p.name, t.id, t.name, s.worked_well,
                (select coalesce(array_agg(f.text order by f.position), '{}') from focus_point f
                    where f.organisation_id = s.organisation_id and f.summary_id = s.id),
                s.learning, s.follow_up_how, s.follow_up_on, s.concluded_at, s.shared_at, r.evaluatee_id, s.round_id
            from page
            left join lateral (select * from summary where organisation_id = ? and id = page.summary_id
                and shared_at is not null and page.removed_at is null limit 1) s on true
            left join lateral (select * from round
                where organisation_id = s.organisation_id and id = s.round_id limit 1) r on true
            left join lateral (select * from person
                where organisation_id = r.organisation_id and id = r.evaluatee_id limit 1) p on true
            left join lateral (select * from team
                where organisation_id = p.organisation_id and id = p.team_id limit 1) t on true
            order by page.changed_in, page.summary_id""";

    @Inject
    DataSource dataSource;

    @Inject
    CurrentOrganisation organisation;

    @Inject
    Clock clock;

    /**
     * What a client may read now.
     *
     * @param horizon every transaction before this one has ended, and what it did can be seen
     */
    record Standing(FeedExtent extent, String epoch, long horizon) {}

    /** @throws ProblemException 401 for a client that has been revoked in the meantime */
    Standing standing(UUID client, FeedQuestion question) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(STANDING)) {
            query.setObject(1, organisation.id());
            query.setObject(2, client);
            try (ResultSet found = query.executeQuery()) {
                if (!found.next()) {
                    throw ProblemException.of(ProblemType.NOT_SIGNED_IN);
                }
                List<UUID> teams = List.of((UUID[]) found.getArray(1).getArray());
                return new Standing(
                        FeedExtent.of(question, organisation.id(), teams), found.getString(3), found.getLong(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Could not find out what the client may read", e);
        }
    }

    /**
     * Where a question begins.
     *
     * @throws ProblemException 400 for a cursor that is none, 410 for one that is no longer good
     */
    FeedCursor start(FeedQuestion question, Standing standing) {
        String extent = standing.extent().digest();
        if (question.cursor == null) {
            Load load = new Load(standing.horizon(), question.updatedSince);
            return new FeedCursor(standing.epoch(), extent, today(), Position.START, load);
        }
        return FeedCursor.parse(question.cursor).requireGood(standing.epoch(), extent, standing.horizon(), today());
    }

    /** The rows from there up to the horizon of the standing, so many at most. */
    FeedPage read(Standing standing, FeedCursor from, int most) {
        String rows = " order by changed_in, summary_id limit " + (most + 1);
        List<Row> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "with page as (" + rowsOf(standing.extent()) + rows + ")" + WITH_CONTENT)) {
            int bound = bind(query, connection, standing, from);
            query.setObject(bound, organisation.id());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(row(row));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Could not read the feed", e);
        }
        boolean more = found.size() > most;
        List<Row> shown = more ? found.subList(0, most) : found;
        Position last =
                shown.isEmpty() ? from.after() : shown.get(shown.size() - 1).position();
        return new FeedPage(shown, more ? from.movedTo(last) : from.caughtUp(last, today()), more);
    }

    /** The last change there is to read: as long as it is the same, so is every answer. */
    Position lastChange(Standing standing) {
        FeedCursor start = new FeedCursor(null, null, null, Position.START, null);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement("select changed_in::text, summary_id from ("
                        + rowsOf(standing.extent()) + " order by changed_in desc, summary_id desc limit 1) as last")) {
            bind(query, connection, standing, start);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? new Position(row.getLong(1), row.getObject(2, UUID.class)) : Position.START;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Could not read the feed", e);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String rowsOf(FeedExtent extent) {
        return extent.teams() == null ? OF_EVERYBODY : OF_TEAMS;
    }

    /** Answers which parameter comes next. */
    private static int bind(PreparedStatement query, Connection connection, Standing standing, FeedCursor from)
            throws SQLException {
        FeedExtent extent = standing.extent();
        if (extent.teams() == null) {
            query.setObject(1, extent.organisation());
            return bindAskedFor(query, 2, standing, from);
        }
        var teams = connection.createArrayOf("uuid", extent.teams().toArray());
        int next = 1;
        for (int kind = 0; kind < 2; kind++) {
            query.setObject(next++, extent.organisation());
            query.setArray(next++, teams);
            next = bindAskedFor(query, next, standing, from);
        }
        query.setArray(next++, teams);
        return next;
    }

    private static int bindAskedFor(PreparedStatement query, int first, Standing standing, FeedCursor from)
            throws SQLException {
        Load load = from.load();
        Instant since = load == null ? null : load.since();
        int next = first;
        query.setString(next++, Long.toString(standing.horizon()));
        query.setString(next++, Long.toString(from.after().transaction()));
        query.setObject(next++, from.after().summary());
        query.setString(next++, load == null ? "0" : Long.toString(load.below()));
        query.setObject(next++, orElse(since, OffsetDateTime.MIN));
        query.setBoolean(next++, since != null);
        query.setObject(next++, orElse(standing.extent().concludedFrom(), OffsetDateTime.MIN));
        query.setObject(next++, orElse(standing.extent().concludedUntil(), OffsetDateTime.MAX));
        return next;
    }

    /** To PostgreSQL the first and the last time there are, are infinitely far away. */
    private static OffsetDateTime orElse(Instant moment, OffsetDateTime otherwise) {
        return moment == null ? otherwise : moment.atOffset(ZoneOffset.UTC);
    }

    private static Row row(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        int revision = row.getInt(2);
        Position position = new Position(row.getLong(3), id);
        Instant changedAt = instant(row, 4);
        if (row.getString(10) == null) {
            Instant removedAt = instant(row, 5);
            return new Row(
                    position, null, null, new RemovedSummary(id, revision, removedAt == null ? changedAt : removedAt));
        }
        return new Row(
                position,
                new SharedSummaryView(
                        id,
                        revision,
                        row.getString(6),
                        row.getString(7),
                        row.getObject(8, UUID.class),
                        row.getString(9),
                        row.getString(10),
                        List.of((String[]) row.getArray(11).getArray()),
                        row.getString(12),
                        row.getString(13),
                        row.getObject(14, LocalDate.class),
                        instant(row, 15),
                        instant(row, 16),
                        changedAt),
                new Given(row.getObject(17, UUID.class), row.getObject(18, UUID.class), revision),
                null);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
