package dk.dialogspejl.platform.http;

import dk.dialogspejl.platform.text.Language;
import dk.dialogspejl.platform.text.Messages;
import dk.dialogspejl.platform.text.PersonalData;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What every error looks like: RFC 9457, with the fields or conditions to mend where there are any. */
@Schema(
        description = "An error (RFC 9457). `type` is stable; `title` and `detail` are in the reader's language.",
        requiredProperties = {"type", "title", "status", "detail"},
        example = """
                {"type": "urn:dialogspejl:problem:step-not-possible", "title": "Det kan ikke lade sig gøre nu",
                 "status": 409, "detail": "Se hvorfor herunder.",
                 "unmet": [{"code": "GUIDE_NOT_GONE_THROUGH", "detail": "I skal begge have gået feedbackguiden igennem."}],
                 "requestId": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f00"}""")
public record Problem(
        URI type,
        String title,
        int status,
        String detail,

        @Schema(description = "The fields that must be changed")
        List<Violation> violations,

        @Schema(description = "The conditions that are not met, for `step-not-possible`")
        List<Unmet> unmet,

        @Schema(
                description = "For `stale`: what is there now, as a GET answers it",
                type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT)
        Object current,

        @Schema(description = "Names this answer when asking for help")
        String requestId) {

    /** A field of the request and what is wrong with it. */
    @Schema(requiredProperties = {"field", "detail"})
    public record Violation(
            @Schema(description = "Path of the field, such as `agreement.numberOfDialogues`; empty for the body itself")
            String field,

            String detail,

            @Schema(
                    description = "For personal data: its kind. All but `CPR_NUMBER` may be kept,"
                            + " by naming the kind in `Keep-Personal-Data`")
            PersonalData personalData) {

        Violation(String field, String detail) {
            this(field, detail, null);
        }
    }

    /** A condition that a step waits for. */
    @Schema(requiredProperties = {"code", "detail"})
    public record Unmet(
            @Schema(description = "Stable name of the condition")
            String code,

            String detail) {

        public static Unmet of(Enum<?> condition, Language language) {
            return new Unmet(condition.name(), Messages.get(language, "condition." + condition.name()));
        }
    }
}
