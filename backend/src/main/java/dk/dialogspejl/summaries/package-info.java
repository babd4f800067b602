/**
 * What the two write together: the joint summary, its approvals, the follow-up, and whether HR may read it.
 * It may depend on dialogues, reflections and feedback and what they depend on; only the HR feed and
 * insights come after it. {@code learning} is the one sentence that may be released to the team.
 */
package dk.dialogspejl.summaries;
