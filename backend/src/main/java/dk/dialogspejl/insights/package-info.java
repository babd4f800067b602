/**
 * What leaders may know of their teams' rounds: how many people, never who. Figures are made once for a quarter that is over
 * and only where they single nobody out (ADR 21). It reads what rounds and summaries keep, and no text. It may depend on
 * summaries and what they depend on; nothing may depend on it.
 */
package dk.dialogspejl.insights;
