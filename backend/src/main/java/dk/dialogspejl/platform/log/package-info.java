/** What is written down for those who watch over the service: security events, by ids and never with a name or a text. */
package dk.dialogspejl.platform.log;
