package dk.dialogspejl.rounds.series;

import dk.dialogspejl.guides.GuideRef;
import dk.dialogspejl.organisation.TeamRef;
import dk.dialogspejl.platform.text.Language;
import dk.dialogspejl.rounds.RoundStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Rounds started for a team, and how many of them stand where. */
@Schema(
        requiredProperties = {"id", "team", "guide", "periodFrom", "periodUntil", "startedAt", "standing"},
        example = """
                {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f80",
                 "team": {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f01", "name": "Borgerservice"},
                 "guide": {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f10", "version": 1, "title": "Borgerservice ansigt til ansigt"},
                 "periodFrom": "2026-12-01", "periodUntil": "2026-12-15", "startedAt": "2026-11-22T09:15:00Z",
                 "standing": [{"status": "PREPARING", "people": 3, "late": 1}, {"status": "CONDUCTING", "people": 9, "late": 0}]}""")
public record SeriesRow(
        UUID id,
        TeamRef team,
        GuideRef guide,
        LocalDate periodFrom,
        @Schema(description = "The day after the last") LocalDate periodUntil,
        Instant startedAt,

        @Schema(description = "Of the people who are in the team now; a status that nobody is at is left out")
        List<Count> standing) {

    /** How many are at a status, and for how many of them it is late. */
    @Schema(
            name = "StandingCount",
            requiredProperties = {"status", "people", "late"})
    public record Count(RoundStatus status, int people, int late) {}

    static SeriesRow of(RoundSeries series, List<Count> standing, Language language) {
        return new SeriesRow(
                series.id(),
                TeamRef.of(series.team()),
                GuideRef.of(series.guideVersion(), language),
                series.periodFrom(),
                series.periodUntil(),
                series.startedAt(),
                standing);
    }
}
