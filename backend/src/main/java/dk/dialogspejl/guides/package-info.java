/**
 * Feedback guides and their versions. It may depend on the organisation; rounds and all after them may
 * depend on it.
 */
package dk.dialogspejl.guides;
