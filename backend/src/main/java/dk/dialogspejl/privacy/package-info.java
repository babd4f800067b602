/**
 * Who has read what of mine, and being forgotten. It hears of each read of what was shared and depends on what is read; nothing
 * depends on it.
 */
package dk.dialogspejl.privacy;
