/**
 * Rounds that a leader starts for a team at once: who is paired with whom, how far they have come, and reminders. What a
 * leader sees here are steps and days, and never what anybody wrote or whom they chose.
 */
package dk.dialogspejl.rounds.series;
