/**
 * How often one may try to sign in: shared by all instances, and made so that nobody can use up another's attempts.
 * It knows no accounts; what it counts by is told to it.
 */
package dk.dialogspejl.identity.limits;
