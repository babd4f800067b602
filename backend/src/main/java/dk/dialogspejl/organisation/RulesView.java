package dk.dialogspejl.organisation;

import dk.dialogspejl.platform.http.Versioned;
import dk.dialogspejl.platform.text.Language;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the organisation has chosen for everybody in it. */
@Schema(
        name = "OrganisationRules",
        requiredProperties = {"version", "videoAllowed", "hrSharingOffered", "signInMethods", "languages"},
        example = """
                {"version": 1, "videoAllowed": true, "hrSharingOffered": false,
                 "signInMethods": ["PASSWORD", "PROVIDER"], "languages": ["da", "en"]}""")
public record RulesView(
        int version,

        @Schema(description = "Whether a round may come to be with video; one that is goes on")
        boolean videoAllowed,

        @Schema(
                description =
                        "Whether a summary may come to be shared with HR; one that is stays so until it is taken back")
        boolean hrSharingOffered,

        @Schema(description = "How people sign in; through the provider where the organisation has one")
        Set<SignInMethod> signInMethods,

        @Schema(description = "What people may choose among")
        List<Language> languages)
        implements Versioned {

    static RulesView of(OrganisationRules rules) {
        return new RulesView(
                rules.version(),
                rules.videoAllowed(),
                rules.hrSharingOffered(),
                rules.signInMethods(),
                rules.languages());
    }
}
