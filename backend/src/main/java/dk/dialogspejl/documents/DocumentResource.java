package dk.dialogspejl.documents;

import dk.dialogspejl.organisation.CurrentPerson;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.CurrentLanguage;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.rounds.Round;
import dk.dialogspejl.rounds.Rounds;
import dk.dialogspejl.summaries.Summary;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

@Path(Api.ROOT + "/rounds/{roundId}")
@RolesAllowed(Role.IS_EMPLOYEE)
@Transactional
@Tag(name = "documents")
public class DocumentResource {

    private static final String PDF = "application/pdf";

    @Inject
    CurrentPerson me;

    @Inject
    CurrentLanguage language;

    @Inject
    Pdf pdf;

    @Inject
    @Location("documents/summary.html")
    Template summaryPage;

    @Inject
    @Location("documents/guide.html")
    Template guidePage;

    @GET
    @Path("/summary/document")
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            operationId = "getSummaryPage",
            summary = "The concluded summary as a page to keep, which Word opens too",
            description = "In my language and complete in itself.")
    @ResponseHeader(name = HttpHeaders.CONTENT_DISPOSITION, value = "attachment; filename=\"opsummering.html\"")
    public String summaryPage(UUID roundId) {
        return page(roundId, false);
    }

    @GET
    @Path("/summary/pdf")
    @Produces(PDF)
    @Operation(
            operationId = "getSummaryPdf",
            summary = "The concluded summary as PDF",
            description = "Tagged, so that it can be read aloud (PDF/UA-1).")
    @ResponseHeader(name = HttpHeaders.CONTENT_DISPOSITION, value = "attachment; filename=\"opsummering.pdf\"")
    public byte[] summaryPdf(UUID roundId) {
        return pdf.of(page(roundId, true));
    }

    @GET
    @Path("/guide/pdf")
    @Produces(PDF)
    @Operation(
            operationId = "getGuidePdf",
            summary = "The round's guide to print, as PDF, in the wording of my part in it")
    @ResponseHeader(name = HttpHeaders.CONTENT_DISPOSITION, value = "attachment; filename=\"feedbackguide.pdf\"")
    public byte[] guidePdf(UUID roundId) {
        Round round = Rounds.visibleTo(me.id()).byId(roundId);
        return pdf.of(guidePage
                .data(
                        "guide",
                        GuideDocument.of(
                                round.guideVersion().text(language.get()), round.participant(me.id()), language.get()))
                .render());
    }

    /** @param forPdf whether it names its bookmarks, which browsers and Word know nothing of */
    private String page(UUID roundId, boolean forPdf) {
        Round round = Rounds.visibleTo(me.id()).byId(roundId);
        Summary summary =
                Summary.of(round).filter(found -> found.concludedAt() != null).orElseThrow(ProblemException::notFound);
        return summaryPage
                .data("summary", SummaryDocument.of(summary, language.get()), "pdf", forPdf)
                .render();
    }
}
