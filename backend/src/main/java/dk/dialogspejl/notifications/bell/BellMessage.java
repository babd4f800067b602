package dk.dialogspejl.notifications.bell;

import java.util.Optional;
import java.util.UUID;

/** What instances tell each other: that there is something new for somebody. Ids of ours, no more. */
public record BellMessage(UUID organisation, UUID person) {

    private static final String KIND = "bell";

    public String text() {
        return KIND + " " + organisation + " " + person;
    }

    /** Empty for what others say. */
    static Optional<BellMessage> of(String text) {
        String[] words = text.split(" ");
        if (words.length != 3 || !words[0].equals(KIND)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BellMessage(UUID.fromString(words[1]), UUID.fromString(words[2])));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
