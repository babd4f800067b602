package dk.dialogspejl.notifications.calendar;

import static dk.dialogspejl.platform.time.TimeSource.DENMARK;

import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.text.Language;
import dk.dialogspejl.platform.text.Messages;
import dk.dialogspejl.rounds.Round;
import dk.dialogspejl.rounds.RoundStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Optional;
import java.util.UUID;

/**
 * What stands in a calendar.
 *
 * @param uid the same for as long as it is the same appointment
 * @param sequence grows by each change
 * @param start with its time zone, or a day
 * @param place null where that is open
 * @param path where in the app it is told of
 * @param cancelled whether it is to be taken out of the calendar
 */
public record Appointment(
        String uid,
        int sequence,
        Temporal start,
        TemporalAmount length,
        String title,
        String place,
        String path,
        boolean cancelled) {

    private static final int USUAL_MINUTES = 60;

    /** The name of its file. */
    public String file() {
        return uid.startsWith("talk") ? "samtale.ics" : "opfoelgning.ics";
    }

    /**
     * The talk of a round, as it stands now, for one of the two.
     *
     * @param cancelledFrom when it would have been, where there is none any more; null where that is not known
     * @return empty where there is none, and none to take out
     */
    public static Optional<Appointment> talk(Round round, UUID reader, Instant cancelledFrom, Language language) {
        boolean cancelled = round.talk().at() == null || round.status() == RoundStatus.CANCELLED;
        Instant at = round.talk().at() == null ? cancelledFrom : round.talk().at();
        return Optional.ofNullable(at)
                .map(start -> new Appointment(
                        "talk-" + round.id() + "@dialogspejl",
                        round.talk().sequence(),
                        start.atZone(DENMARK),
                        Duration.ofMinutes(
                                round.talk().minutes() == null
                                        ? USUAL_MINUTES
                                        : round.talk().minutes()),
                        Messages.get(
                                language, "calendar.talk", other(round, reader).name()),
                        round.talk().place(),
                        "/rounds/" + round.id(),
                        cancelled));
    }

    /** The follow-up on a round that is concluded: from then on its day stays. */
    public static Appointment followUp(Round round, UUID reader, LocalDate on, Language language) {
        return new Appointment(
                "follow-up-" + round.id() + "@dialogspejl",
                0,
                on,
                Period.ofDays(1),
                Messages.get(
                        language, "calendar.follow-up", other(round, reader).name()),
                null,
                "/rounds/" + round.id() + "/follow-up",
                false);
    }

    private static Person other(Round round, UUID reader) {
        return round.person(round.participant(reader).other());
    }
}
