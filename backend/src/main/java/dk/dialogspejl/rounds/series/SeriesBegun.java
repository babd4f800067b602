package dk.dialogspejl.rounds.series;

import java.util.List;
import java.util.UUID;

/** An event: a leader has started these rounds for a team. Instead of a step for each, so that all are told at once. */
public record SeriesBegun(RoundSeries series, List<UUID> rounds) {}
