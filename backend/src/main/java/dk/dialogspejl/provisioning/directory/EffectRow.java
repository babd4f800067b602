package dk.dialogspejl.provisioning.directory;

import dk.dialogspejl.organisation.Effect;
import dk.dialogspejl.platform.text.Language;
import dk.dialogspejl.platform.text.Messages;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing that would follow: how many, never which. */
@Schema(
        name = "Effect",
        requiredProperties = {"kind", "count", "detail"},
        example = """
                {"kind": "TEAMS_WITHOUT_LEADER", "count": 1, "detail": "Ét team står uden leder."}""")
record EffectRow(
        Effect.Kind kind,
        int count,

        @Schema(description = "A sentence in the reader's language")
        String detail) {

    static EffectRow of(Effect effect, Language language) {
        return new EffectRow(
                effect.kind(), effect.count(), Messages.get(language, "effect." + effect.kind(), effect.count()));
    }
}
