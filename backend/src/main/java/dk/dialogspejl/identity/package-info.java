/**
 * Signing in and staying signed in: passwords, sessions, tokens, and the API clients of HR systems. It knows
 * people; no feature depends on it.
 */
package dk.dialogspejl.identity;
