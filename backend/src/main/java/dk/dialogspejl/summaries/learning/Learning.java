package dk.dialogspejl.summaries.learning;

import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.organisation.Team;
import dk.dialogspejl.platform.database.TenantEntity;
import dk.dialogspejl.platform.http.Cursor;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.rounds.Round;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The one sentence that a concluded round's evaluatee may release to their team. A trigger lays it out, empty, when the round is
 * concluded, so that who might have written one is known from what happened then and not from who moved where afterwards.
 */
@Entity
public class Learning extends TenantEntity {

    @Version
    private int version;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Round round;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Person author;

    /** The author's, when the round was concluded or the sentence released; null for none, or where it has been closed. */
    @ManyToOne(fetch = FetchType.LAZY)
    private Team team;

    private LocalDate concludedOn;

    /** Null while none is released. */
    private String sentence;

    /** Stays so when the sentence is taken back. */
    private boolean named;

    private LocalDate releasedOn;

    /** Among which others it was first shown; null with a name, and until then. */
    @ManyToOne(fetch = FetchType.LAZY)
    private LearningPool pool;

    /** Null while the team cannot read it. */
    private LocalDate shownOn;

    /** Given by chance when it is shown. */
    private UUID place;

    protected Learning() {}

    /** @throws ProblemException 404 where the reader is not its author */
    static Learning own(UUID roundId, UUID reader) {
        return own(roundId, reader, LockModeType.NONE);
    }

    /** As {@link #own}; others who change it, or show it to its team, wait until this transaction ends. */
    static Learning ownForChange(UUID roundId, UUID reader) {
        // The team first, as whoever shows it does.
        getEntityManager()
                .createQuery(
                        "select l.team.id from Learning l where l.round.id = :round and l.author.id = :reader"
                                + " and l.team is not null",
                        UUID.class)
                .setParameter("round", roundId)
                .setParameter("reader", reader)
                .getResultStream()
                .findFirst()
                .ifPresent(Team::forChange);
        return own(roundId, reader, LockModeType.PESSIMISTIC_WRITE);
    }

    private static Learning own(UUID roundId, UUID reader, LockModeType lock) {
        return Learning.<Learning>find("round.id = ?1 and author.id = ?2", roundId, reader)
                .withLock(lock)
                .firstResultOptional()
                .orElseThrow(ProblemException::notFound);
    }

    /**
     * What a team can read, newest first and otherwise by chance.
     *
     * @param after where the page begins; null for the first
     */
    static List<Learning> shownTo(Team team, Cursor after, int most) {
        String query =
                "from Learning l join fetch l.author left join fetch l.pool where l.team = ?1 and l.shownOn is not null";
        String order = " order by l.shownOn desc, l.place desc";
        var page = after == null
                ? Learning.<Learning>find(query + order, team)
                : Learning.<Learning>find(
                        query + " and (l.shownOn < ?2 or l.shownOn = ?2 and l.place < ?3)" + order,
                        team,
                        LocalDate.ofInstant(after.at(), ZoneOffset.UTC),
                        after.id());
        return page.page(0, most).list();
    }

    /**
     * Releases a sentence, or changes it. With a name it is shown at once.
     *
     * @param to the author's team; null for none
     * @throws ProblemException 409 where it would tell more than its author may know of
     */
    void release(ReleaseLearning command, Team to, LocalDate today) {
        String words = command.sentence().strip();
        if (words.equals(sentence) && named == command.named() && state() != LearningState.NO_LONGER_SHOWN) {
            return;
        }
        if (to == null) {
            throw ProblemException.stepNotPossible(Set.of(LearningCondition.NOT_IN_A_TEAM));
        }
        if (named && !command.named()) {
            throw ProblemException.stepNotPossible(Set.of(LearningCondition.SEEN_WITH_NAME));
        }
        if (!command.named() && state() == LearningState.SHOWN) {
            throw ProblemException.stepNotPossible(Set.of(LearningCondition.SEEN_WITHOUT_NAME));
        }
        boolean goesOn = state() == LearningState.WAITING || state() == LearningState.SHOWN && named;
        if (!goesOn || !to.equals(team)) {
            releasedOn = today;
        }
        sentence = words;
        team = to;
        pool = null;
        if (!command.named()) {
            hide();
        } else if (!named || shownOn == null) {
            named = true;
            shownOn = today;
            place = UUID.randomUUID();
        }
    }

    void takeBack() {
        sentence = null;
        releasedOn = null;
        pool = null;
        hide();
    }

    private void hide() {
        shownOn = null;
        place = null;
    }

    LearningState state() {
        if (sentence == null) {
            return LearningState.NOT_RELEASED;
        }
        if (team == null) {
            return LearningState.NO_LONGER_SHOWN;
        }
        if (shownOn != null) {
            return LearningState.SHOWN;
        }
        return pool == null ? LearningState.WAITING : LearningState.NO_LONGER_SHOWN;
    }

    int version() {
        return version;
    }

    Person author() {
        return author;
    }

    Team team() {
        return team;
    }

    LocalDate concludedOn() {
        return concludedOn;
    }

    String sentence() {
        return sentence;
    }

    boolean isNamed() {
        return named;
    }

    LearningPool pool() {
        return pool;
    }

    LocalDate shownOn() {
        return shownOn;
    }

    UUID place() {
        return place;
    }
}
