/** The one source of time. */
package dk.dialogspejl.platform.time;
