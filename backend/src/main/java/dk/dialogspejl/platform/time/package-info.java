/** The one source of time, and the periods of it. */
package dk.dialogspejl.platform.time;
