package dk.dialogspejl.live;

import java.util.UUID;

/** A round, told apart across organisations. */
record RoundKey(UUID organisation, UUID round) {}
