package dk.dialogspejl.testing;

import java.util.UUID;

/**
 * An organisation with the people a story needs: Anna, whose dialogues it is about, Bo, her partner, from another
 * team, Cecilie, a colleague, Dorte, who leads Anna's team, Erik, the administrator, and the HR system.
 */
public record Workplace(
        UUID organisation,
        UUID guide,
        Employee anna,
        Employee bo,
        Employee cecilie,
        Employee dorte,
        Employee erik,
        Employee hr) {}
