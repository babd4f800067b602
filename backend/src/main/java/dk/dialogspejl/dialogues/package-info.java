/**
 * The dialogues of a round: when, on which channel, under which label, the consent to and the deletion of
 * recordings, and which topics the partner may read. It may depend on rounds and what they depend on.
 */
package dk.dialogspejl.dialogues;
