package dk.dialogspejl.rounds.series;

import java.util.List;
import java.util.UUID;

/** An event: a leader reminds people of rounds of theirs that are not over. */
public record PeopleReminded(UUID leader, List<UUID> rounds) {}
