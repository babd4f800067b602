/**
 * What people take with them: the concluded summary and the guide, as PDF and as pages that Word opens. It may depend on
 * summaries, rounds, guides and what they depend on; nothing depends on it. Nothing of it is stored.
 */
package dk.dialogspejl.documents;
