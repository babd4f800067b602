package dk.dialogspejl.rounds;

/**
 * An event: a participant now lets the other read more than before.
 *
 * @param owner who shares
 * @param part where it is read
 */
public record SharedAnew(Round round, Participant owner, RoundPart part) {}
