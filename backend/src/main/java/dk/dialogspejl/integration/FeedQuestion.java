package dk.dialogspejl.integration;

import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemException.FieldFault;
import dk.dialogspejl.platform.time.Years;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a reader of the feed asks for. */
public class FeedQuestion {

    @QueryParam("cursor")
    @Parameter(description = "Where to go on: the `cursor` of the answer before. Left out to begin, or to begin anew")
    public String cursor;

    @QueryParam("limit")
    @DefaultValue("100")
    @Min(1)
    @Max(1000)
    @Parameter(description = "The most summaries and removals in a page of JSON")
    public int limit;

    @QueryParam("team")
    @Size(max = 50)
    @Parameter(description = "Only people of these teams. Who leaves them is told as a removal")
    public List<UUID> teams;

    @QueryParam("concludedFrom")
    @Parameter(description = "Only summaries concluded on this day, in Denmark, or later")
    public LocalDate concludedFrom;

    @QueryParam("concludedUntil")
    @Parameter(description = "Only summaries concluded before this day, in Denmark")
    public LocalDate concludedUntil;

    @QueryParam("updatedSince")
    @Parameter(
            description =
                    "For a first load alone, without `cursor`: only what has changed since then, removals among it")
    public Instant updatedSince;

    /** @throws ProblemException 400 for what cannot be asked together, or is of no time of ours */
    void check() {
        List<FieldFault> faults = new ArrayList<>();
        if (cursor != null && updatedSince != null) {
            faults.add(new FieldFault("updatedSince", "field.first-load-only"));
        }
        requireOurTime("updatedSince", updatedSince, faults);
        requireOurTime("concludedFrom", concludedFrom, faults);
        requireOurTime("concludedUntil", concludedUntil, faults);
        if (concludedFrom != null && concludedUntil != null && !concludedFrom.isBefore(concludedUntil)) {
            faults.add(new FieldFault("concludedUntil", "field.period-order"));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }

    private static void requireOurTime(String field, TemporalAccessor moment, List<FieldFault> faults) {
        if (moment != null && !Years.cover(moment)) {
            faults.add(new FieldFault(field, "field.type"));
        }
    }
}
