package dk.dialogspejl.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.rounds.RoundPart;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveMessageTest {

    private static final RoundKey ROUND = new RoundKey(UUID.randomUUID(), UUID.randomUUID());
    private static final UUID INSTANCE = UUID.randomUUID();
    private static final UUID PERSON = UUID.randomUUID();

    static Stream<LiveMessage> everyMessage() {
        return Stream.of(
                new LiveMessage.Changed(ROUND, RoundPart.FOLLOW_UP, Set.of(PERSON, INSTANCE)),
                new LiveMessage.Writing(ROUND, PERSON, "focusPoints.0"),
                new LiveMessage.Writing(ROUND, PERSON, null),
                new LiveMessage.Present(ROUND, INSTANCE, PERSON, true, "workedWell"),
                new LiveMessage.Present(ROUND, INSTANCE, PERSON, false, null),
                new LiveMessage.Gone(ROUND, INSTANCE, PERSON));
    }

    @ParameterizedTest
    @MethodSource("everyMessage")
    void what_is_said_is_what_is_understood(LiveMessage message) {
        assertEquals(Optional.of(message), LiveMessage.of(message.text()));
        assertTrue(message.text().getBytes().length < 8000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "changed",
                "changed a b ROUND",
                "changed 0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f01 0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f01 WEATHER",
                "sung 0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f01 0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f01 x",
                "gone 0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f01 0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f01"
            })
    void what_is_not_understood_is_ignored(String text) {
        assertEquals(Optional.empty(), LiveMessage.of(text));
    }
}
