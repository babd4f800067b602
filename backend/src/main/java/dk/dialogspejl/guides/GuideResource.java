package dk.dialogspejl.guides;

import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.CurrentLanguage;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.text.Language;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path(Api.ROOT + "/guides")
@RolesAllowed(Role.IS_EMPLOYEE)
@Transactional
@Tag(name = "guides")
public class GuideResource {

    @Inject
    CurrentLanguage language;

    @GET
    @Operation(
            operationId = "listGuides",
            summary = "The feedback guides offered for new rounds, in their newest versions",
            description = "One that is retired is not among them; the rounds that use it still read it by its id.")
    public List<GuideRow> list() {
        Language reading = language.get();
        return GuideVersion.offered().stream()
                .map(version -> GuideRow.of(version, reading))
                .toList();
    }

    @GET
    @Path("/{guideId}")
    @Operation(
            operationId = "getGuide",
            summary = "A feedback guide in the reader's language, in both wordings",
            description = "The newest version, or the one asked for: a round names the version it began with.")
    public GuideView read(
            @Parameter(description = "The guide") UUID guideId,
            @QueryParam("version") @Min(1) @Parameter(description = "Number of the version; the newest without")
                    Integer number) {
        Optional<GuideVersion> version =
                number == null ? GuideVersion.newestOf(guideId) : GuideVersion.numbered(guideId, number);
        return GuideView.of(version.orElseThrow(ProblemException::notFound), language.get());
    }
}
