package dk.dialogspejl.notifications;

import static dk.dialogspejl.rounds.RoundStep.ACCEPT;
import static dk.dialogspejl.rounds.RoundStep.APPROVE;
import static dk.dialogspejl.rounds.RoundStep.CANCEL;
import static dk.dialogspejl.rounds.RoundStep.CLOSE;
import static dk.dialogspejl.rounds.RoundStep.CONCLUDE;
import static dk.dialogspejl.rounds.RoundStep.CONFIRM;
import static dk.dialogspejl.rounds.RoundStep.FINISH_DIALOGUES;
import static dk.dialogspejl.rounds.RoundStep.INVITE;
import static dk.dialogspejl.rounds.RoundStep.OPEN_DISCUSSION;
import static dk.dialogspejl.rounds.RoundStep.START;

import dk.dialogspejl.rounds.RoundStep;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What somebody can be told: what it is about, where in the app it leads, and which step of theirs answers it. */
public enum NotificationKind {
    /** To whoever's dialogues it is about. */
    STARTED_FOR_YOU(NotificationTopic.ROUND, "", INVITE, CONFIRM, CANCEL),
    /** As partner, by a leader. */
    SUGGESTED(NotificationTopic.ROUND, "", ACCEPT),
    INVITED(NotificationTopic.ROUND, "", ACCEPT),
    ACCEPTED(NotificationTopic.ROUND, "/agreement"),
    DECLINED(NotificationTopic.ROUND, "/agreement"),
    ROUND_CANCELLED(NotificationTopic.ROUND, ""),
    CONFIRMATION_NEEDED(NotificationTopic.AGREEMENT, "/agreement", CONFIRM, CANCEL),
    AGREEMENT_CHANGED(NotificationTopic.AGREEMENT, "/agreement", CONFIRM, CANCEL),
    DIALOGUE_SHARED(NotificationTopic.SHARED, "/preparation"),
    FEEDBACK_SHARED(NotificationTopic.SHARED, "/talk"),
    TALK_PLANNED(NotificationTopic.TALK, ""),
    TALK_MOVED(NotificationTopic.TALK, ""),
    TALK_CANCELLED(NotificationTopic.TALK, ""),
    SUMMARY_TO_APPROVE(NotificationTopic.SUMMARY, "/talk", APPROVE, CONCLUDE, CANCEL),
    CONCLUDED(NotificationTopic.SUMMARY, "/follow-up"),
    FOLLOW_UP_DUE(NotificationTopic.REMINDER, "/follow-up", CLOSE),
    RECORDING_DUE(NotificationTopic.REMINDER, "/dialogues"),
    /** By a leader; it says which step the round waits for. */
    REMINDED(
            NotificationTopic.REMINDER,
            "",
            INVITE,
            CONFIRM,
            START,
            FINISH_DIALOGUES,
            OPEN_DISCUSSION,
            CONCLUDE,
            CANCEL);

    private final NotificationTopic topic;
    private final String page;
    private final Set<RoundStep> answeredBy;

    NotificationKind(NotificationTopic topic, String page, RoundStep... answeredBy) {
        this.topic = topic;
        this.page = page;
        this.answeredBy = Set.of(answeredBy);
    }

    /** Those that a step of a person's own answers, so that they need be told no more. */
    static List<NotificationKind> answeredBy(RoundStep step) {
        return Arrays.stream(values())
                .filter(kind -> kind.answeredBy.contains(step))
                .toList();
    }

    public NotificationTopic topic() {
        return topic;
    }

    /** A path in the app. */
    String place(UUID roundId) {
        return "/rounds/" + roundId + page;
    }

    /**
     * Whether it changes what is in people's calendars: then it is mailed each time, also when it has been read in the
     * app, and to the one who did it.
     */
    public boolean isForCalendars() {
        return topic == NotificationTopic.TALK || this == ROUND_CANCELLED || this == CONCLUDED;
    }
}
