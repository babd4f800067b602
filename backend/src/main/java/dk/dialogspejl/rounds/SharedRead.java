package dk.dialogspejl.rounds;

import java.util.List;
import java.util.UUID;

/**
 * Fired when one participant reads what the other has shared, in the transaction that reads it.
 *
 * @param owner who shared it
 * @param dialogueId the dialogue it is about; null where it is about none
 * @param topics keys of the guide's topics that were read
 */
public record SharedRead(Round round, Participant owner, UUID dialogueId, List<String> topics) {}
