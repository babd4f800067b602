/** What is kept for a time and then removed: each feature says what of its own is due, and a nightly run removes it. */
package dk.dialogspejl.platform.retention;
