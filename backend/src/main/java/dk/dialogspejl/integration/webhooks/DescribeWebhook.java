package dk.dialogspejl.integration.webhooks;

import dk.dialogspejl.platform.text.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A webhook, to add it or to change it. */
@Schema(
        requiredProperties = {"name", "url", "events"},
        example = """
                {"name": "Kommunens HR-system", "url": "https://hr.example.org/dialogspejl",
                 "events": ["summary.shared", "summary.withdrawn"]}""")
public record DescribeWebhook(
        @NotBlank @PlainText(max = 100) @Schema(description = "What administrators know it by")
        String name,

        @NotBlank
        @PlainText(max = 500, guarded = false)
        @Schema(description = "Where events are sent to: an `https` address, public, without user and fragment")
        String url,

        @NotEmpty @Schema(description = "What it is told of: any but `webhook.test`")
        Set<@NotNull EventType> events) {}
