/**
 * An organisation's own guides, as its administrators write, publish and retire them, and the file that they come and go
 * in. What is published is a version as any other, in {@code guides}, which knows nothing of drafts.
 */
package dk.dialogspejl.guides.own;
