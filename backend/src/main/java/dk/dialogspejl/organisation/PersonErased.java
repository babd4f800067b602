package dk.dialogspejl.organisation;

import java.util.UUID;

/**
 * An event: somebody is being erased. Each feature forgets, in the same transaction, what it knows of them and what
 * they wrote, and keeps what others did. Nothing of it is undone.
 */
public record PersonErased(UUID personId) {}
