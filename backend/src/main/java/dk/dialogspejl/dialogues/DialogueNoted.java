package dk.dialogspejl.dialogues;

/** An event: a dialogue has been added. */
public record DialogueNoted(Dialogue dialogue) {}
