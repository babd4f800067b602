package dk.dialogspejl.platform.outside;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * A call to be made.
 *
 * @param body null for a GET; else it is a POST of this
 * @param within from the look-up of the name to the last byte read
 * @param most bytes of the answer's body that are read: where it has more, there is no answer. With
 *     {@link #HEAD_ONLY} the status and the headers are the answer, whatever follows, and none of it is read
 */
public record OutsideCall(
        Reach reach, URI address, Map<String, String> headers, byte[] body, Duration within, int most) {

    public static final int HEAD_ONLY = -1;
}
