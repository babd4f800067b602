/**
 * What one instance of the service says to all of them, itself included, through PostgreSQL. It knows no domain:
 * a message is a short text, and what it means is its sender's.
 */
package dk.dialogspejl.platform.broadcast;
