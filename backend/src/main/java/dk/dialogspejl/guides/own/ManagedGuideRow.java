package dk.dialogspejl.guides.own;

import dk.dialogspejl.platform.text.Language;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A guide in the list of an administrator. */
@Schema(
        requiredProperties = {"id", "title", "builtIn", "unpublishedChanges"},
        example = """
                {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f11", "title": "Ved skranken i Fjordby", "builtIn": false,
                 "publishedVersion": 2, "publishedAt": "2026-12-01T08:00:00Z", "unpublishedChanges": true}""")
public record ManagedGuideRow(
        UUID id,
        String title,

        @Schema(description = "Whether it came with the product, and so is copied rather than changed")
        boolean builtIn,

        @Schema(description = "Number of the newest published version; absent before the first")
        Integer publishedVersion,

        Instant publishedAt,

        @Schema(description = "Whether it has been written in since")
        boolean unpublishedChanges,

        @Schema(description = "Since when it is not offered for new rounds")
        Instant retiredAt) {

    static ManagedGuideRow of(ManagedGuide managed, Language language) {
        return new ManagedGuideRow(
                managed.guide().id(),
                managed.title(language),
                managed.guide().isBuiltIn(),
                managed.newest() == null ? null : managed.newest().number(),
                managed.newest() == null ? null : managed.newest().publishedAt(),
                managed.isUnpublished(),
                managed.guide().retiredAt());
    }
}
