package dk.dialogspejl.rounds;

/**
 * An event: something in this part of the round reads differently now to the one who did not change it. What they
 * cannot read causes none, because it would tell them when the other is at work.
 */
public record RoundChanged(Round round, RoundPart part) {}
