package dk.dialogspejl.dialogues;

import dk.dialogspejl.rounds.ConsentMethod;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is known of a recording. The recording itself is on the evaluatee's own device and never here.
 *
 * @param consented whether the customer said yes; without a yes there is no recording, and the rest is null
 * @param deleteBy the last day it may exist
 * @param deletedAt when the evaluatee confirmed that it is deleted; null until then
 */
@Embeddable
@Schema(requiredProperties = "consented")
public record Recording(
        Boolean consented,
        @Enumerated(EnumType.STRING) ConsentMethod consentMethod,
        @Schema(description = "The last day it may exist") LocalDate deleteBy,

        @Column(name = "recording_deleted_at") @Schema(description = "When its deletion was confirmed")
        Instant deletedAt) {

    boolean exists() {
        return consented && deletedAt == null;
    }

    Recording deleted(Instant at) {
        return new Recording(consented, consentMethod, deleteBy, at);
    }
}
