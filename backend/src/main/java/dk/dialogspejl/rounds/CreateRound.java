package dk.dialogspejl.rounds;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a round begins with. The rest is settled in the agreement. */
@Schema(
        requiredProperties = {"guideId", "partnerId", "mode"},
        example = """
                {"guideId": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f10", "partnerId": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f01",
                 "mode": "WITHOUT_VIDEO", "periodFrom": "2026-12-01", "periodUntil": "2026-12-15", "numberOfDialogues": 3}""")
public record CreateRound(
        @NotNull UUID guideId,

        @NotNull @Schema(description = "The colleague to invite as sparring partner")
        UUID partnerId,

        @NotNull RoundMode mode,
        LocalDate periodFrom,
        @Schema(description = "The day after the last") LocalDate periodUntil,
        @Min(1) @Max(ChangeAgreement.MOST_DIALOGUES) Integer numberOfDialogues) {

    Agreement agreement() {
        return new Agreement(
                false, false, periodFrom, periodUntil, numberOfDialogues, mode, null, null, null, null, null, null);
    }
}
