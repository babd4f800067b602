/**
 * What the evaluatee writes about a dialogue, topic by topic. It is the author's alone until a topic is
 * shared. It may depend on dialogues and what they depend on.
 */
package dk.dialogspejl.reflections;
