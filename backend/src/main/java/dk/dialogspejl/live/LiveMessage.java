package dk.dialogspejl.live;

import dk.dialogspejl.rounds.RoundPart;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What instances tell each other about a round, as words with a space between: ids and names of ours, no more. */
sealed interface LiveMessage {

    RoundKey round();

    String text();

    /**
     * A part of it reads differently now.
     *
     * @param readers who may read the round after the change, and so may be told
     */
    record Changed(RoundKey round, RoundPart part, Set<UUID> readers) implements LiveMessage {

        @Override
        public String text() {
            return words("changed", round, part, readers.stream().sorted());
        }
    }

    /** Somebody means to be seen writing in this field (null for none) if they are there. */
    record Writing(RoundKey round, UUID person, String field) implements LiveMessage {

        @Override
        public String text() {
            return words("writing", round, person, Stream.ofNullable(field));
        }
    }

    /**
     * Somebody has the round open with this instance. Said when they come, when their field changes, and again and
     * again while they are there.
     *
     * @param asking whether the instance does not know yet who is there elsewhere, and wants to be told
     */
    record Present(RoundKey round, UUID instance, UUID person, boolean asking, String field) implements LiveMessage {

        @Override
        public String text() {
            return words(
                    "present", round, instance, Stream.concat(Stream.of(person, asking), Stream.ofNullable(field)));
        }
    }

    /** Somebody no longer has it open with this instance. */
    record Gone(RoundKey round, UUID instance, UUID person) implements LiveMessage {

        @Override
        public String text() {
            return words("gone", round, instance, Stream.of(person));
        }
    }

    private static String words(String kind, RoundKey round, Object what, Stream<?> more) {
        return Stream.concat(Stream.of(kind, round.organisation(), round.round(), what), more)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }

    /** Empty for what is not understood: while a new version is rolled out, instances of both are there. */
    static Optional<LiveMessage> of(String text) {
        try {
            String[] words = text.split(" ");
            RoundKey round = new RoundKey(UUID.fromString(words[1]), UUID.fromString(words[2]));
            return Optional.ofNullable(
                    switch (words[0]) {
                        case "changed" -> new Changed(round, RoundPart.valueOf(words[3]), ids(words, 4));
                        case "writing" -> new Writing(round, UUID.fromString(words[3]), optional(words, 4));
                        case "present" ->
                            new Present(
                                    round,
                                    UUID.fromString(words[3]),
                                    UUID.fromString(words[4]),
                                    Boolean.parseBoolean(words[5]),
                                    optional(words, 6));
                        case "gone" -> new Gone(round, UUID.fromString(words[3]), UUID.fromString(words[4]));
                        default -> null;
                    });
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static Set<UUID> ids(String[] words, int from) {
        return Arrays.stream(words, from, words.length).map(UUID::fromString).collect(Collectors.toSet());
    }

    private static String optional(String[] words, int index) {
        return index < words.length ? words[index] : null;
    }
}
