/**
 * The evaluation round: its agreement, its steps and their history. It may depend on guides and the
 * organisation; dialogues and all after them depend on it, and tell it through {@link
 * dk.dialogspejl.rounds.StepGuard} what a step still waits for in them.
 */
package dk.dialogspejl.rounds;
