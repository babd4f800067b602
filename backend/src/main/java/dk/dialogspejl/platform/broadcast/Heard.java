package dk.dialogspejl.platform.broadcast;

/** An event: an instance, maybe this one, has said something. Fired on the receiver's thread, outside requests. */
public record Heard(String message) {}
