package dk.dialogspejl.privacy;

import dk.dialogspejl.platform.http.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How long the organisation keeps what. */
@Schema(
        requiredProperties = {
            "version",
            "reflectionMonths",
            "noteMonths",
            "summaryMonths",
            "accountMonths",
            "accessLogMonths",
            "auditMonths"
        },
        example = """
                {"version": 0, "reflectionMonths": 12, "noteMonths": 12, "summaryMonths": 36, "accountMonths": 6,
                 "accessLogMonths": 24, "auditMonths": 24}""")
public record RetentionView(
        int version,

        @Schema(description = "Dialogues and reflections, from the last step of their round and the last writing")
        int reflectionMonths,

        @Schema(description = "The partner's notes, questions and feedback, from the last step of the round")
        int noteMonths,

        @Schema(description = "Summaries and follow-ups, and then the rounds, from the last step of the round")
        int summaryMonths,

        @Schema(description = "The sign-in of a person who is no longer active, from then on")
        int accountMonths,

        @Schema(description = "Who read what, from the read; a year at least")
        int accessLogMonths,

        @Schema(description = "What was administered and who was refused, from then on; a year at least")
        int auditMonths)
        implements Versioned {

    static RetentionView of(RetentionPolicy policy) {
        return new RetentionView(
                policy.version(),
                policy.reflectionMonths(),
                policy.noteMonths(),
                policy.summaryMonths(),
                policy.accountMonths(),
                policy.accessLogMonths(),
                policy.auditMonths());
    }
}
