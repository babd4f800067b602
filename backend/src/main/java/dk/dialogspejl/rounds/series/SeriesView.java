package dk.dialogspejl.rounds.series;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dk.dialogspejl.guides.GuideRef;
import dk.dialogspejl.organisation.PersonRef;
import dk.dialogspejl.organisation.TeamRef;
import dk.dialogspejl.platform.http.Located;
import dk.dialogspejl.platform.text.Language;
import dk.dialogspejl.rounds.RoundMode;
import dk.dialogspejl.rounds.RoundStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Rounds started for a team, and where each stands. */
@Schema(
        requiredProperties = {
            "id",
            "team",
            "guide",
            "mode",
            "periodFrom",
            "periodUntil",
            "numberOfDialogues",
            "pairing",
            "startedBy",
            "startedAt",
            "people"
        },
        example = """
                {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f80",
                 "team": {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f01", "name": "Borgerservice"},
                 "guide": {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f10", "version": 1, "title": "Borgerservice ansigt til ansigt"},
                 "mode": "WITHOUT_VIDEO", "periodFrom": "2026-12-01", "periodUntil": "2026-12-15", "numberOfDialogues": 3,
                 "pairing": "SUGGESTION", "message": "Jeg glæder mig til at høre hvad I tager med fra det.",
                 "startedBy": {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f02", "name": "Karen Skov"},
                 "startedAt": "2026-11-22T09:15:00Z",
                 "people": [{"person": {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f00", "name": "Anna Holm"},
                             "status": "CONDUCTING", "since": "2026-12-01", "late": false}]}""")
public record SeriesView(
        UUID id,
        TeamRef team,
        GuideRef guide,
        RoundMode mode,
        LocalDate periodFrom,
        @Schema(description = "The day after the last") LocalDate periodUntil,
        int numberOfDialogues,
        PairedBy pairing,
        String message,
        PersonRef startedBy,
        Instant startedAt,

        @Schema(description = "Those who are in the team now, by name")
        List<Standing> people)
        implements Located {

    /** Where somebody's round stands. */
    @Schema(
            name = "Standing",
            requiredProperties = {"person", "status", "since", "late"})
    public record Standing(
            PersonRef person,
            RoundStatus status,
            @Schema(description = "The day it came there") LocalDate since,

            @Schema(
                    description =
                            "Not begun after the first day of the period, dialogues not held when it is over, or not"
                                    + " concluded two weeks later")
            boolean late,

            @Schema(description = "The last day that a leader reminded them")
            LocalDate remindedOn) {}

    static SeriesView of(RoundSeries series, List<Standing> people, Language language) {
        return new SeriesView(
                series.id(),
                TeamRef.of(series.team()),
                GuideRef.of(series.guideVersion(), language),
                series.mode(),
                series.periodFrom(),
                series.periodUntil(),
                series.numberOfDialogues(),
                series.pairing(),
                series.message(),
                PersonRef.of(series.startedBy()),
                series.startedAt(),
                people);
    }

    @Override
    @JsonIgnore
    public String locatedAt() {
        return "/series/" + id;
    }
}
