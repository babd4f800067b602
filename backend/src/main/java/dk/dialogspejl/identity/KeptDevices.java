package dk.dialogspejl.identity;

import dk.dialogspejl.platform.retention.KeptRows;
import jakarta.inject.Singleton;

/** Devices whose cookie has run out. */
@Singleton
class KeptDevices extends KeptRows {

    KeptDevices() {
        super(
                "devices",
                "known_device",
                "k.last_used_at < cast(:now as timestamptz) - interval '%d seconds'"
                        .formatted(KnownDevice.REMEMBERED.toSeconds()));
    }
}
