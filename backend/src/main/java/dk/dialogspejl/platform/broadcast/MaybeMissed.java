package dk.dialogspejl.platform.broadcast;

/**
 * An event: this instance hears again, or for the first time, and cannot know what was said before. Fired on the
 * receiver's thread, outside requests.
 */
public record MaybeMissed() {}
