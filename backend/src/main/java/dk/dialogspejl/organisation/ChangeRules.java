package dk.dialogspejl.organisation;

import dk.dialogspejl.platform.text.Language;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The rules from now on, all of them. */
@Schema(
        requiredProperties = {"videoAllowed", "hrSharingOffered", "signInMethods", "languages"},
        example = """
                {"videoAllowed": true, "hrSharingOffered": false, "signInMethods": ["PASSWORD", "PROVIDER"],
                 "languages": ["da", "en"]}""")
record ChangeRules(
        @NotNull Boolean videoAllowed,
        @NotNull Boolean hrSharingOffered,
        @NotEmpty Set<@NotNull SignInMethod> signInMethods,
        @NotEmpty Set<@NotNull Language> languages) {}
