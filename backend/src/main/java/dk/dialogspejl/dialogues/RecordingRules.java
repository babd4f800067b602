package dk.dialogspejl.dialogues;

import dk.dialogspejl.dialogues.DialogueCommands.DescribeDialogue;
import dk.dialogspejl.dialogues.DialogueCommands.DescribeRecording;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemException.FieldFault;
import dk.dialogspejl.platform.time.TimeSource;
import dk.dialogspejl.rounds.Agreement;
import dk.dialogspejl.rounds.Condition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What must hold for a dialogue and its recording under the agreement of the round. */
final class RecordingRules {

    /** A phone's clock may be a little ahead of ours. */
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);

    private RecordingRules() {}

    /**
     * Answers the recording as it is to be kept; null in a round without video.
     *
     * @param before what was known of the recording; null for a new dialogue
     * @throws ProblemException 400 naming each field; 409 when a recording that is still there would be denied
     */
    static Recording check(DescribeDialogue command, Agreement agreement, Recording before, Clock clock) {
        List<FieldFault> faults = new ArrayList<>();
        Instant now = clock.instant();
        if (command.heldAt().isAfter(now.plus(CLOCK_DIFFERENCE))) {
            faults.add(new FieldFault("heldAt", "field.future"));
        }
        LocalDate heldOn = LocalDate.ofInstant(command.heldAt(), TimeSource.DENMARK);
        if (heldOn.isBefore(agreement.periodFrom())) {
            faults.add(new FieldFault("heldAt", "field.before-period"));
        }
        DescribeRecording described = command.recording();
        Recording recording = null;
        if (agreement.withVideo()) {
            if (described == null) {
                faults.add(new FieldFault("recording", "field.consent-needed"));
            } else {
                recording = described.consented()
                        ? withConsent(command, agreement, before, LocalDate.now(clock), faults)
                        : withoutConsent(described, before, faults);
            }
        } else if (described != null) {
            faults.add(new FieldFault("recording", "field.video-only"));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return recording;
    }

    private static Recording withConsent(
            DescribeDialogue command, Agreement agreement, Recording before, LocalDate today, List<FieldFault> faults) {
        if (before != null && before.withdrawnAt() != null) {
            return before; // nothing that is said of it now gives it more time
        }
        DescribeRecording described = command.recording();
        if (described.consentMethod() == null) {
            faults.add(new FieldFault("recording.consentMethod", "field.required"));
        }
        LocalDate latest =
                LocalDate.ofInstant(command.heldAt(), TimeSource.DENMARK).plusDays(agreement.recordingDeletionDays());
        LocalDate deleteBy = Objects.requireNonNullElse(described.deleteBy(), latest);
        boolean asBefore = before != null && deleteBy.equals(before.deleteBy());
        if (deleteBy.isAfter(latest)) {
            faults.add(new FieldFault("recording.deleteBy", "field.delete-by", latest.toString()));
        } else if (!asBefore && deleteBy.isBefore(today) && !latest.isBefore(today)) {
            faults.add(new FieldFault("recording.deleteBy", "field.past"));
        }
        return new Recording(
                true, described.consentMethod(), null, deleteBy, before == null ? null : before.deletedAt());
    }

    /** A recording that was made does not go away by saying that it was not: it is deleted, and that is confirmed. */
    private static Recording withoutConsent(DescribeRecording described, Recording before, List<FieldFault> faults) {
        if (before != null && before.exists()) {
            throw ProblemException.stepNotPossible(Set.of(Condition.RECORDING_NOT_DELETED));
        }
        if (described.consentMethod() != null) {
            faults.add(new FieldFault("recording.consentMethod", "field.consent-only"));
        }
        if (described.deleteBy() != null) {
            faults.add(new FieldFault("recording.deleteBy", "field.consent-only"));
        }
        return before != null && before.consented() ? before : new Recording(false, null, null, null, null);
    }
}
