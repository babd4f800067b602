package dk.dialogspejl.guides.own;

import dk.dialogspejl.audit.AuditKind;
import dk.dialogspejl.audit.AuditTrail;
import dk.dialogspejl.audit.Audited;
import dk.dialogspejl.guides.Guide;
import dk.dialogspejl.guides.GuideVersion;
import dk.dialogspejl.organisation.OrganisationRules;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.http.Api;
import dk.dialogspejl.platform.http.CurrentLanguage;
import dk.dialogspejl.platform.http.Idempotent;
import dk.dialogspejl.platform.http.IfMatch;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.http.ProblemException.FieldFault;
import dk.dialogspejl.platform.text.Language;
import dk.dialogspejl.platform.text.Messages;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path(Api.ROOT + "/managed-guides")
@RolesAllowed(Role.IS_ADMINISTRATOR)
@Transactional
@Tag(name = "guides")
public class ManagedGuideResource {

    /** Of its own in use or in the making, in one organisation. */
    private static final int MOST = 50;

    @Inject
    CurrentLanguage language;

    @Inject
    Clock clock;

    @Inject
    AuditTrail trail;

    @GET
    @Operation(
            operationId = "listManagedGuides",
            summary = "All guides of the organisation as administrators see them",
            description = "Those that are built in, its own, published or not, and the retired ones.")
    public List<ManagedGuideRow> list() {
        Language reading = language.get();
        return ManagedGuide.all().stream()
                .map(managed -> ManagedGuideRow.of(managed, reading))
                .toList();
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @Audited(AuditKind.GUIDE_COPIED)
    @Operation(
            operationId = "copyGuide",
            summary = "Begin a guide of one's own as a copy of another",
            description = "Nobody else sees it until it is published. Fifty at most that are not retired.")
    public ManagedGuideView copy(@NotNull @Valid CopyGuide command) {
        GuideContent copied = ManagedGuide.byIdIfAny(command.copyOf())
                .orElseThrow(() -> ProblemException.invalid(new FieldFault("copyOf", "field.unknown-guide")))
                .content();
        return begin(
                new GuideContent(copyOf(copied.da(), Language.DA), copyOf(copied.en(), Language.EN), copied.topics()));
    }

    @POST
    @Path("/import")
    @Idempotent
    @ResponseStatus(201)
    @Audited(AuditKind.GUIDE_IMPORTED)
    @Operation(
            operationId = "importGuide",
            summary = "Begin a guide of one's own from a file",
            description = "As `exportGuide` answers it, or written by hand: what is left out can be written later."
                    + " Nobody else sees it until it is published.")
    public ManagedGuideView importFile(@NotNull @Valid GuideFile command) {
        GuideContent content = command.content();
        refuseKeysTwice(content);
        return begin(content);
    }

    @GET
    @Path("/{guideId}")
    @Operation(operationId = "getManagedGuide", summary = "A guide with its draft")
    public ManagedGuideView read(UUID guideId) {
        return ManagedGuideView.of(ManagedGuide.byId(guideId));
    }

    @PUT
    @Path("/{guideId}")
    @Operation(
            operationId = "writeGuide",
            summary = "Write in the draft of one's own guide",
            description = "All of it each time. Rounds read what is published.")
    public ManagedGuideView write(
            UUID guideId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid GuideContent command) {
        ManagedGuide managed = forChange(guideId, ifMatch);
        refuseKeysTwice(command);
        managed.ownDraft().write(command, clock.instant());
        trail.tellOfTyping(AuditKind.GUIDE_CHANGED, guideId);
        return flushed(managed);
    }

    @POST
    @Path("/{guideId}/publish")
    @Audited(AuditKind.GUIDE_PUBLISHED)
    @Operation(
            operationId = "publishGuide",
            summary = "Publish the draft as the guide's next version",
            description = "New rounds begin with it; rounds that run keep theirs. With texts missing in a language that"
                    + " the organisation offers the answer names each of them; in one that it does not, they say what"
                    + " the other language does.")
    public ManagedGuideView publish(UUID guideId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        ManagedGuide managed = forChange(guideId, ifMatch);
        GuideVersion published = managed.ownDraft()
                .publish(managed.newest(), OrganisationRules.current().languages(), clock.instant());
        published.persist();
        return flushed(new ManagedGuide(managed.guide(), published, managed.draft()));
    }

    @POST
    @Path("/{guideId}/retire")
    @Audited(AuditKind.GUIDE_RETIRED)
    @Operation(
            operationId = "retireGuide",
            summary = "Offer a guide for new rounds no more",
            description = "Rounds that use it keep it. Not the last one that is offered.")
    public ManagedGuideView retire(UUID guideId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        List<Guide> offered = Guide.offeredForChange();
        ManagedGuide managed = forChange(guideId, ifMatch);
        if (offered.equals(List.of(managed.guide()))) {
            throw ProblemException.stepNotPossible(Set.of(GuideCondition.LAST_GUIDE));
        }
        managed.guide().retire(clock.instant());
        return flushed(managed);
    }

    @POST
    @Path("/{guideId}/restore")
    @Audited(AuditKind.GUIDE_RESTORED)
    @Operation(operationId = "restoreGuide", summary = "Offer a retired guide for new rounds again")
    public ManagedGuideView restore(UUID guideId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        ManagedGuide managed = forChange(guideId, ifMatch);
        if (managed.guide().isRetired() && !managed.guide().isBuiltIn()) {
            refuseTooMany();
        }
        managed.guide().restore();
        return flushed(managed);
    }

    @GET
    @Path("/{guideId}/file")
    @Operation(
            operationId = "exportGuide",
            summary = "A guide as a file, for `importGuide`",
            description = "As its draft says; of one that is built in, its newest version.")
    @ResponseHeader(name = HttpHeaders.CONTENT_DISPOSITION, value = "attachment; filename=\"feedbackguide.json\"")
    public GuideFile export(UUID guideId) {
        return GuideFile.of(ManagedGuide.byId(guideId).content());
    }

    private ManagedGuideView begin(GuideContent content) {
        refuseTooMany();
        Guide guide = Guide.own();
        guide.persist();
        GuideDraft draft = new GuideDraft(guide, content, clock.instant());
        draft.persist();
        return flushed(new ManagedGuide(guide, null, draft));
    }

    private static ManagedGuide forChange(UUID guideId, String ifMatch) {
        Guide guide = Guide.forChange(guideId).orElseThrow(ProblemException::notFound);
        ManagedGuide managed = ManagedGuide.byId(guideId);
        IfMatch.check(ifMatch, guide.version(), () -> ManagedGuideView.of(managed));
        return managed;
    }

    private static ManagedGuideView flushed(ManagedGuide managed) {
        Guide.flush();
        return ManagedGuideView.of(managed);
    }

    private static GuideContent.Heading copyOf(GuideContent.Heading copied, Language language) {
        String title = Messages.get(language, "guide.copy-of", copied.title());
        int end = title.offsetByCodePoints(
                0, Math.min(GuideContent.LONGEST_TITLE, title.codePointCount(0, title.length())));
        return new GuideContent.Heading(title.substring(0, end), copied.introduction());
    }

    private static void refuseTooMany() {
        if (Guide.countOwn() >= MOST) {
            throw ProblemException.stepNotPossible(Set.of(GuideCondition.TOO_MANY_GUIDES));
        }
    }

    private static void refuseKeysTwice(GuideContent content) {
        List<FieldFault> faults = content.keysTwice().stream()
                .map(field -> new FieldFault(field, "field.guide-key-twice"))
                .toList();
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }
}
