/**
 * What people write in confidence, sealed with a key of each person's own, which a master key from outside the
 * database wraps. Whoever has the database alone, or a copy of it, has no word of it.
 */
package dk.dialogspejl.platform.sealing;
