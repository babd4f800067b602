/**
 * The one sentence of learning that an evaluatee may release to their team when a round is concluded, under their name or not.
 * What has no name is shown so that nobody can be told to have written it (ADR 22). It may depend on what summaries may; it
 * fires no events, and there is nothing of it in logs, notifications, feeds or the audit.
 */
package dk.dialogspejl.summaries.learning;
