/**
 * What the sparring partner prepares and gives: private notes, open questions and feedback, topic by topic.
 * Notes stay the partner's; questions and feedback are shared when the partner says so. It may depend on
 * reflections and what they depend on.
 */
package dk.dialogspejl.feedback;
