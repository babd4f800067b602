/**
 * What people are told: in the app, and by mail ({@code mail}), each as they like. It may depend on summaries, dialogues,
 * rounds and what they depend on, whose events it observes; only privacy depends on it, for what it exports. A notification holds what happened,
 * in which round, by whom and when, and never what anybody wrote.
 */
package dk.dialogspejl.notifications;
