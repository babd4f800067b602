package dk.dialogspejl.notifications;

import dk.dialogspejl.platform.text.Language;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What I want mails about, and how soon. */
@Schema(
        requiredProperties = {"language", "round", "agreement", "shared", "talk", "summary", "reminder"},
        example = """
                {"language": "da", "round": "SOON", "agreement": "DAILY", "shared": "DAILY", "talk": "SOON",
                 "summary": "DAILY", "reminder": "DAILY"}""")
public record ChangePreferences(
        @NotNull @Schema(description = "Of the mails") Language language,

        @NotNull @Schema(description = "Invitations, answers to them, and rounds given up")
        MailPace round,

        @NotNull @Schema(description = "Confirmations needed, and what changed")
        MailPace agreement,

        @NotNull @Schema(description = "What is shared with me")
        MailPace shared,

        @NotNull @Schema(description = "A talk that is planned, moved or cancelled")
        MailPace talk,

        @NotNull @Schema(description = "A summary to approve, and the conclusion")
        MailPace summary,

        @NotNull @Schema(description = "Follow-ups and deletions that are due")
        MailPace reminder) {}
