/**
 * What other systems get: the feed of the summaries that people share with HR. It may depend on summaries and what they
 * depend on; nothing depends on it.
 */
package dk.dialogspejl.integration;
