/**
 * What administrators and systems have changed of who may do what, and who was refused: for the organisation's own
 * administrators to look up. It holds ids, kinds and times, never a text, and nothing of what people do in their rounds.
 * Every feature may tell it something.
 */
package dk.dialogspejl.audit;
