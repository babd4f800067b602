/**
 * Live updates: tells the two of a round, on streams they keep open, that something has changed and who else is
 * there. Nothing of it is stored. It may depend on rounds and what they depend on; nothing depends on it: the other
 * features say what changed with {@link dk.dialogspejl.rounds.RoundChanged}.
 */
package dk.dialogspejl.live;
