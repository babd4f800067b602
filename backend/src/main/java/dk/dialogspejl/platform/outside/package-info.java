/**
 * Calls to what others run: an organisation's provider, its webhooks. Whoever names the address of such a call must not
 * get it to lead into the network around the service.
 */
package dk.dialogspejl.platform.outside;
