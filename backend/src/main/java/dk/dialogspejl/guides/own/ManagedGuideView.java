package dk.dialogspejl.guides.own;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dk.dialogspejl.platform.http.Located;
import dk.dialogspejl.platform.http.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A guide as administrators work on it. */
@Schema(
        name = "ManagedGuide",
        requiredProperties = {"id", "version", "builtIn", "unpublishedChanges", "content"},
        example = """
                {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f11", "version": 7, "builtIn": false, "publishedVersion": 2,
                 "publishedAt": "2026-12-01T08:00:00Z", "unpublishedChanges": true, "content":\s""" + GuideContent.EXAMPLE + "}")
public record ManagedGuideView(
        UUID id,

        @Schema(description = "Counts changes, for `If-Match`")
        int version,

        boolean builtIn,

        @Schema(description = "Number of the newest published version; absent before the first")
        Integer publishedVersion,

        Instant publishedAt,

        @Schema(description = "Whether it has been written in since")
        boolean unpublishedChanges,

        @Schema(description = "Since when it is not offered for new rounds")
        Instant retiredAt,

        @Schema(description = "The draft; of one that is built in, its newest version")
        GuideContent content)
        implements Versioned, Located {

    static ManagedGuideView of(ManagedGuide managed) {
        return new ManagedGuideView(
                managed.guide().id(),
                managed.guide().version(),
                managed.guide().isBuiltIn(),
                managed.newest() == null ? null : managed.newest().number(),
                managed.newest() == null ? null : managed.newest().publishedAt(),
                managed.isUnpublished(),
                managed.guide().retiredAt(),
                managed.content());
    }

    @Override
    @JsonIgnore
    public String locatedAt() {
        return "/managed-guides/" + id;
    }
}
