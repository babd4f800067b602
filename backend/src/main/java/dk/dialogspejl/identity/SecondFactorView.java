package dk.dialogspejl.identity;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether signing in takes a code from my phone. */
@Schema(
        requiredProperties = {"recommended", "recoveryCodesLeft"},
        example = "{\"onSince\": \"2026-12-01T09:15:00Z\", \"recommended\": false, \"recoveryCodesLeft\": 10}")
public record SecondFactorView(
        @Schema(description = "Absent while it is off") Instant onSince,

        @Schema(description = "To leaders and administrators")
        boolean recommended,

        long recoveryCodesLeft) {

    /** What an app on the phone makes its codes from. */
    @Schema(
            requiredProperties = {"secret", "uri"},
            example =
                    "{\"secret\": \"JBSWY3DPEHPK3PXP\", \"uri\": \"otpauth://totp/Dialogspejl:anna%40fjordby.example?secret=JBSWY3DPEHPK3PXP&issuer=Dialogspejl\"}")
    public record Enrolment(
            @Schema(description = "To be typed into the app")
            String secret,

            @Schema(description = "To be read by the app, shown as a QR code")
            String uri) {}

    /** Codes for when the phone is not at hand, each good once. They are shown this one time. */
    @Schema(requiredProperties = "codes", example = "{\"codes\": [\"MZXW-6YTB-OI3G-2ZLN\"]}")
    public record RecoveryCodes(List<String> codes) {}
}
