package dk.dialogspejl.privacy;

import dk.dialogspejl.platform.http.Cursor;
import dk.dialogspejl.rounds.Participant;
import dk.dialogspejl.rounds.Round;
import dk.dialogspejl.rounds.SharedRead;
import dk.dialogspejl.summaries.SummariesHandedOver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes down each read of what was shared; where that fails the read fails with it. */
@ApplicationScoped
class AccessLog {

    /** Newest first; as PostgreSQL compares ids. */
    private static final Comparator<AccessRow> IN_ORDER = Comparator.comparing(AccessRow::at)
            .thenComparing(row -> row.id().toString())
            .reversed();

    @Inject
    HandOvers handOvers;

    @Inject
    Clock clock;

    /**
     * A page of the reads of what this person shared, by people and by systems, newest first.
     *
     * @param roundId only what belongs to this round; null for all
     * @param after where the page begins; null for the first
     */
    List<AccessRow> of(UUID ownerId, UUID roundId, Cursor after, int most) {
        return Stream.concat(
                        AccessEntry.of(ownerId, roundId, after, most).stream().map(AccessRow::of),
                        handOvers.of(ownerId, roundId, after, most).stream())
                .sorted(IN_ORDER)
                .limit(most)
                .toList();
    }

    void record(@Observes SharedRead read) {
        if (read.topics().isEmpty()) {
            return;
        }
        Round round = read.round();
        boolean evaluatees = read.owner() == Participant.EVALUATEE;
        new AccessEntry(
                        evaluatees ? round.evaluatee() : round.partner(),
                        evaluatees ? round.partner() : round.evaluatee(),
                        round,
                        read.dialogueId(),
                        evaluatees ? SharedContent.REFLECTIONS : SharedContent.FEEDBACK,
                        read.topics(),
                        clock.instant())
                .persist();
    }

    void record(@Observes SummariesHandedOver handedOver) {
        handOvers.write(handedOver, clock.instant());
    }
}
