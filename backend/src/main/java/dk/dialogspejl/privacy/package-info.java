/**
 * Who has read what of mine, being forgotten, and for how long what is kept. It hears of each read of what was shared and
 * depends on what is read; nothing depends on it. Every night it asks each {@link dk.dialogspejl.platform.retention.Kept}
 * what is due.
 */
package dk.dialogspejl.privacy;
