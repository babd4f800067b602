package dk.dialogspejl.rounds;

import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.text.PlainText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The whole agreement as the writer wants it. What is open is null or left out. */
@Schema(
        requiredProperties = {"iKnowTheGuide", "mode"},
        example = """
                {"partnerId": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f01", "iKnowTheGuide": true, "periodFrom": "2026-12-01",
                 "periodUntil": "2026-12-15", "numberOfDialogues": 3, "mode": "WITHOUT_VIDEO",
                 "method": "Stikord lige efter hver dialog", "time": "En halv time torsdag formiddag",
                 "setting": "Stillerummet", "cooperation": "Vi siger det højt hvis noget er svært"}""")
public record ChangeAgreement(
        @Schema(description = "a. The partner; only the evaluatee may name another. Left out to leave it as it is")
        UUID partnerId,

        @NotNull
        @Schema(
                description = "b. The writer has gone through the guide with the other and knows what the"
                        + " self-evaluation looks at")
        Boolean iKnowTheGuide,

        @Schema(description = "c. First day of the self-evaluation")
        LocalDate periodFrom,

        @Schema(description = "c. The day after the last; not before tomorrow")
        LocalDate periodUntil,

        @Min(1) @Max(MOST_DIALOGUES) @Schema(description = "c. How many dialogues")
        Integer numberOfDialogues,

        @NotNull @Schema(description = "d. Whether dialogues are recorded")
        RoundMode mode,

        @Schema(description = "d. With video: how customers say yes")
        ConsentMethod consentMethod,

        @Min(1) @Max(90) @Schema(description = "d. With video: days until a recording must be deleted")
        Integer recordingDeletionDays,

        @PlainText(max = TEXT) @Schema(description = "e. How it is done")
        String method,

        @PlainText(max = TEXT) @Schema(description = "e. The time for it")
        String time,

        @PlainText(max = TEXT) @Schema(description = "e. The setting for it")
        String setting,

        @PlainText(max = TEXT) @Schema(description = "f. How the two work together")
        String cooperation) {

    public static final int MOST_DIALOGUES = 20;
    private static final int TEXT = 2000;

    /** @param present null while nobody is asked */
    boolean namesAnother(Person present) {
        return partnerId != null && (present == null || !partnerId.equals(present.id()));
    }

    Agreement agreement(Participant by, Agreement before) {
        return new Agreement(
                by == Participant.EVALUATEE ? iKnowTheGuide : before.evaluateeKnowsGuide(),
                by == Participant.PARTNER ? iKnowTheGuide : before.partnerKnowsGuide(),
                periodFrom,
                periodUntil,
                numberOfDialogues,
                mode,
                consentMethod,
                recordingDeletionDays,
                method,
                time,
                setting,
                cooperation);
    }
}
