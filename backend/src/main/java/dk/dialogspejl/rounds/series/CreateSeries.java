package dk.dialogspejl.rounds.series;

import dk.dialogspejl.platform.text.PlainText;
import dk.dialogspejl.rounds.Agreement;
import dk.dialogspejl.rounds.ChangeAgreement;
import dk.dialogspejl.rounds.RoundMode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What rounds for a team begin with, and whose they are. */
@Schema(
        requiredProperties = {"guideId", "mode", "periodFrom", "periodUntil", "numberOfDialogues", "pairing"},
        example = """
                {"guideId": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f10", "mode": "WITHOUT_VIDEO", "periodFrom": "2026-12-01",
                 "periodUntil": "2026-12-15", "numberOfDialogues": 3, "pairing": "SUGGESTION",
                 "message": "Jeg glæder mig til at høre hvad I tager med fra det.",
                 "rounds": [{"evaluateeId": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f00",
                             "partnerId": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f01"}]}""")
public record CreateSeries(
        @NotNull UUID guideId,
        @NotNull RoundMode mode,
        @NotNull LocalDate periodFrom,

        @NotNull @Schema(description = "The day after the last")
        LocalDate periodUntil,

        @NotNull @Min(1) @Max(ChangeAgreement.MOST_DIALOGUES)
        Integer numberOfDialogues,

        @NotNull PairedBy pairing,

        @PlainText(max = MESSAGE) @Schema(description = "To everybody whose round it is, and their partners")
        String message,

        @Valid
        @Size(max = MOST_ROUNDS)
        @Schema(description = "One for each person. A preview suggests them, and is sent without")
        List<@NotNull @Valid NewRound> rounds) {

    private static final int MESSAGE = 1000;
    private static final int MOST_ROUNDS = 1000;

    /** Whose round, and whom the leader asks to be partner. */
    @Schema(name = "NewRoundInSeries", requiredProperties = "evaluateeId", example = """
                    {"evaluateeId": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f00",
                     "partnerId": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f01"}""")
    public record NewRound(
            @NotNull UUID evaluateeId,

            @Schema(description = "Left out where they choose themselves")
            UUID partnerId) {}

    /** What they all agree on to begin with. */
    Agreement agreement() {
        return new Agreement(
                false, false, periodFrom, periodUntil, numberOfDialogues, mode, null, null, null, null, null, null);
    }

    /** Null where there is nothing to read. */
    String words() {
        return message == null || message.isBlank() ? null : message.strip();
    }
}
