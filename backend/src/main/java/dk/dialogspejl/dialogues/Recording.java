package dk.dialogspejl.dialogues;

import static dk.dialogspejl.platform.time.TimeSource.DENMARK;

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
 * @param withdrawnAt when the customer took the yes back; null while it stands
 * @param deleteBy the last day it may exist; the day of the withdrawal, where there was one
 * @param deletedAt when the evaluatee confirmed that it is deleted; null until then
 */
@Embeddable
@Schema(requiredProperties = "consented")
public record Recording(
        Boolean consented,
        @Enumerated(EnumType.STRING) ConsentMethod consentMethod,

        @Column(name = "consent_withdrawn_at")
        @Schema(description = "When the customer took the yes back: it is to be deleted now")
        Instant withdrawnAt,

        @Schema(description = "The last day it may exist") LocalDate deleteBy,

        @Column(name = "recording_deleted_at") @Schema(description = "When its deletion was confirmed")
        Instant deletedAt) {

    boolean exists() {
        return consented && deletedAt == null;
    }

    Recording deleted(Instant at) {
        return new Recording(consented, consentMethod, withdrawnAt, deleteBy, at);
    }

    /** To be deleted at once. The first withdrawal counts. */
    Recording withdrawn(Instant at) {
        return withdrawnAt == null
                ? new Recording(
                        consented, consentMethod, at, earlier(deleteBy, LocalDate.ofInstant(at, DENMARK)), deletedAt)
                : this;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
