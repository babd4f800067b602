package dk.dialogspejl.notifications;

import dk.dialogspejl.platform.text.Language;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something the reader is told. */
@Schema(
        requiredProperties = {"id", "kind", "topic", "text", "place", "roundId", "at", "read"},
        example = """
                {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f60", "kind": "INVITED", "topic": "ROUND",
                 "text": "Anna Holm vil gerne have dig som sparringspartner.",
                 "place": "/rounds/0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f20",
                 "roundId": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f20", "at": "2026-11-22T09:15:00Z", "read": false}""")
public record NotificationRow(
        UUID id,
        NotificationKind kind,
        NotificationTopic topic,

        @Schema(description = "What happened, as a sentence in the reader's language")
        String text,

        @Schema(description = "Where it leads: a path in the web app")
        String place,

        UUID roundId,

        @Schema(description = "When it happened, for the last time where it happened again unread")
        Instant at,

        boolean read) {

    /** All that a person is told, newest first. */
    public static List<NotificationRow> all(UUID personId, Language language) {
        return Notification.page(personId, null, Integer.MAX_VALUE).stream()
                .map(notification -> of(notification, language))
                .toList();
    }

    static NotificationRow of(Notification notification, Language language) {
        return new NotificationRow(
                notification.id(),
                notification.kind(),
                notification.kind().topic(),
                NotificationText.of(notification, language),
                notification.place(),
                notification.round().id(),
                notification.at(),
                notification.isRead());
    }
}
