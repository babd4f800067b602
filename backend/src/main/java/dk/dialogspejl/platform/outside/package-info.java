/**
 * Calls to what others run: an organisation's provider, its webhooks, the mail server. Whoever names the address of such a call
 * must not get it to lead into the network around the service; the mail server's is set by who runs it.
 */
package dk.dialogspejl.platform.outside;
