package dk.dialogspejl.privacy;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much the next night would remove: a dry run. Numbers only, of rounds where nothing else is said. */
@Schema(
        requiredProperties = {
            "reflections",
            "dialogues",
            "notes",
            "summaries",
            "rounds",
            "accounts",
            "accessEntries",
            "auditEntries"
        },
        example = """
                {"reflections": 12, "dialogues": 12, "notes": 9, "summaries": 0, "rounds": 0, "accounts": 1,
                 "accessEntries": 340, "auditEntries": 0}""")
public record DueView(
        @Schema(description = "Rounds whose reflections are due")
        long reflections,

        @Schema(description = "Rounds with dialogues that are due")
        long dialogues,

        @Schema(description = "Rounds whose notes, questions and feedback are due")
        long notes,

        long summaries,
        long rounds,
        @Schema(description = "People whose sign-in is due") long accounts,

        @Schema(description = "Entries of the access log; of what systems were given, one for each time")
        long accessEntries,

        @Schema(description = "Entries of the audit") long auditEntries) {

    static DueView of(Map<String, Long> due) {
        return new DueView(
                due.get("reflections"),
                due.get("dialogues"),
                due.get("notes"),
                due.get("summaries"),
                due.get("rounds"),
                due.get("accounts"),
                due.get("accessEntries") + due.get("handOvers"),
                due.get("auditEntries"));
    }
}
