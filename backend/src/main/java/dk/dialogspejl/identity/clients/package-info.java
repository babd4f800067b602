/**
 * The API clients of HR systems and third parties: who they are, their secrets, and the tokens they get for them.
 */
package dk.dialogspejl.identity.clients;
