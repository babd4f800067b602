package dk.dialogspejl.insights;

import dk.dialogspejl.organisation.Team;
import dk.dialogspejl.organisation.TeamRef;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a leader may know of the rounds of a team. */
@Schema(
        requiredProperties = {"team", "quarters"},
        example = """
                {"team": {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f01", "name": "Borgerservice"},
                 "quarters": [{"from": "2026-07-01", "until": "2026-10-01", "figures": [
                   {"measure": "EVERYONE", "inTeam": 14, "inOrganisation": 96},
                   {"measure": "TOOK_PART", "inTeam": 9, "inOrganisation": 61},
                   {"measure": "WITHIN_SIX_WEEKS", "inOrganisation": 40},
                   {"measure": "TOPIC", "topic": {"guide": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f10", "key": "needs",
                    "title": "Behov"}, "inTeam": 5}]}]}""")
public record InsightView(
        TeamRef team,

        @Schema(description = "The last four that are over, newest first")
        List<Quarter> quarters) {

    /** The figures of a quarter, which never change. */
    @Schema(
            name = "InsightQuarter",
            requiredProperties = {"from", "until", "figures"})
    public record Quarter(
            LocalDate from,

            @Schema(description = "The day after its last") LocalDate until,

            @Schema(description = "Of topics only those of which there is something to see")
            List<Figure> figures) {}

    /** How many people. Without a number there is nothing to see, or too few to show. */
    @Schema(name = "InsightFigure", requiredProperties = "measure")
    public record Figure(
            Measure measure,
            @Schema(description = "Where it is about one") Topic topic,

            @Schema(description = "People of the team: five at least, and as many or none that are not counted")
            Integer inTeam,

            @Schema(description = "The same of the whole organisation")
            Integer inOrganisation) {}

    /** A topic of one guide or of several, as it is called now. */
    @Schema(
            name = "InsightTopic",
            requiredProperties = {"guide", "key", "title"})
    public record Topic(
            @Schema(
                    description =
                            "The oldest guide that has it. A topic is the same in all guides that have it under the same key and title")
            UUID guide,

            @Schema(description = "In the guide") String key,
            String title) {}

    static InsightView of(Team team, List<Quarter> quarters) {
        return new InsightView(TeamRef.of(team), quarters);
    }
}
