package dk.dialogspejl.notifications.calendar;

import dk.dialogspejl.organisation.CurrentPerson;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.CurrentLanguage;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.rounds.Round;
import dk.dialogspejl.rounds.RoundStatus;
import dk.dialogspejl.rounds.Rounds;
import dk.dialogspejl.summaries.Summary;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

@Path(Api.ROOT + "/rounds/{roundId}")
@RolesAllowed(Role.IS_EMPLOYEE)
@Transactional
@Produces(ICalendar.MEDIA_TYPE)
@Tag(name = "notifications")
public class CalendarResource {

    @Inject
    CurrentPerson me;

    @Inject
    CurrentLanguage language;

    @Inject
    ICalendar calendar;

    @GET
    @Path("/talk/calendar")
    @Operation(operationId = "getTalkCalendar", summary = "The talk for my own calendar, while one is planned")
    @ResponseHeader(name = HttpHeaders.CONTENT_DISPOSITION, value = "attachment; filename=\"samtale.ics\"")
    public String talk(UUID roundId) {
        Round round = Rounds.visibleTo(me.id()).byId(roundId);
        return Appointment.talk(round, me.id(), null, language.get())
                .filter(appointment -> !appointment.cancelled())
                .map(appointment -> calendar.publish(appointment, language.get()))
                .orElseThrow(ProblemException::notFound);
    }

    @GET
    @Path("/follow-up/calendar")
    @Operation(
            operationId = "getFollowUpCalendar",
            summary = "The follow-up for my own calendar, from the conclusion on")
    @ResponseHeader(name = HttpHeaders.CONTENT_DISPOSITION, value = "attachment; filename=\"opfoelgning.ics\"")
    public String followUp(UUID roundId) {
        Round round = Rounds.visibleTo(me.id()).byId(roundId);
        if (round.status() != RoundStatus.CONCLUDED && round.status() != RoundStatus.FOLLOWED_UP) {
            throw ProblemException.notFound();
        }
        return Summary.of(round)
                .map(summary -> Appointment.followUp(round, me.id(), summary.followUpOn(), language.get()))
                .map(appointment -> calendar.publish(appointment, language.get()))
                .orElseThrow(ProblemException::notFound);
    }
}
