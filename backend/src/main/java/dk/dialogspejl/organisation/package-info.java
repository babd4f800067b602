/**
 * Organisations, teams, people and their roles, and who is asking. Every feature may depend on it; it
 * depends on the platform alone.
 */
package dk.dialogspejl.organisation;
