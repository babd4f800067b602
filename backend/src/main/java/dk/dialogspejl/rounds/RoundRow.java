package dk.dialogspejl.rounds;

import dk.dialogspejl.guides.GuideRef;
import dk.dialogspejl.organisation.PersonRef;
import dk.dialogspejl.platform.text.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A round in the list of one of its participants: where it stands, and what they can do now. */
@Schema(
        requiredProperties = {
            "id",
            "status",
            "iAm",
            "evaluatee",
            "partnerAnswer",
            "guide",
            "mode",
            "createdAt",
            "allowedSteps"
        },
        example = """
                {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f20", "status": "CONDUCTING", "iAm": "EVALUATEE",
                 "evaluatee": {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f00", "name": "Anna Holm"},
                 "partner": {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f01", "name": "Bo Lund"}, "partnerAnswer": "ACCEPTED",
                 "guide": {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f10", "version": 1, "title": "Borgerservice ansigt til ansigt"},
                 "mode": "WITHOUT_VIDEO", "periodFrom": "2026-12-01", "periodUntil": "2026-12-15",
                 "createdAt": "2026-11-22T09:15:00Z", "allowedSteps": ["CANCEL"]}""")
public record RoundRow(
        UUID id,
        RoundStatus status,

        @Schema(description = "The reader's part in the round")
        Participant iAm,

        PersonRef evaluatee,

        @Schema(description = "Left out while nobody is asked")
        PersonRef partner,

        PartnerAnswer partnerAnswer,
        GuideRef guide,
        RoundMode mode,
        LocalDate periodFrom,
        @Schema(description = "The day after the last") LocalDate periodUntil,
        Instant createdAt,

        @Schema(description = "Left out where the evaluatee began it")
        StartedBy startedBy,

        @Schema(description = "The steps the reader can take now")
        Set<RoundStep> allowedSteps) {

    static RoundRow of(Round round, UUID reader, Set<Condition> reported, Language language) {
        Participant me = round.participant(reader);
        return new RoundRow(
                round.id(),
                round.status(),
                me,
                PersonRef.of(round.evaluatee()),
                PersonRef.of(round.partner()),
                round.partnerAnswer(),
                GuideRef.of(round.guideVersion(), language),
                round.agreement().mode(),
                round.agreement().periodFrom(),
                round.agreement().periodUntil(),
                round.createdAt(),
                StartedBy.of(round.series()),
                round.allowedSteps(me, reported));
    }
}
