package dk.dialogspejl.integration;

import dk.dialogspejl.platform.time.TimeSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The part of an organisation's summaries that a question is about.
 *
 * @param organisation whose they are
 * @param teams only these; null for everybody, none where nothing can be read
 * @param concludedFrom inclusive; null from the beginning
 * @param concludedUntil exclusive; null without end
 */
record FeedExtent(UUID organisation, Set<UUID> teams, Instant concludedFrom, Instant concludedUntil) {

    /**
     * What is asked for, as far as the client may be told of it. A team that is another's, or nobody's, is empty.
     *
     * @param allowed the client's teams; empty for the whole organisation
     */
    static FeedExtent of(FeedQuestion asked, UUID organisation, Collection<UUID> allowed) {
        Set<UUID> teams = null;
        if (!allowed.isEmpty() || !asked.teams.isEmpty()) {
            teams = new TreeSet<>(asked.teams.isEmpty() ? allowed : asked.teams);
            if (!allowed.isEmpty()) {
                teams.retainAll(allowed);
            }
        }
        return new FeedExtent(organisation, teams, startOf(asked.concludedFrom), startOf(asked.concludedUntil));
    }

    private static Instant startOf(LocalDate day) {
        return day == null ? null : day.atStartOfDay(TimeSource.DENMARK).toInstant();
    }

    /** Tells one extent from another. */
    String digest() {
        return digest(organisation + " " + teams + " " + concludedFrom + " " + concludedUntil);
    }

    static String digest(String text) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole).substring(0, 22);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
