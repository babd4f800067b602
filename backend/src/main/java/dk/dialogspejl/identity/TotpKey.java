package dk.dialogspejl.identity;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an app on a person's phone makes its codes from (RFC 6238: six digits, SHA-1, thirty seconds, which every such app
 * knows).
 */
record TotpKey(byte[] bytes) {

    /** RFC 4226, section 4, R6. */
    private static final int BYTES = 20;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();
    private static final long STEP_SECONDS = CODES.getTimeStep().toSeconds();

    static TotpKey random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new TotpKey(bytes);
    }

    /** The number of the time step that this moment is in. */
    static long step(Instant at) {
        return at.getEpochSecond() / STEP_SECONDS;
    }

    String code(long step) {
        try {
            return CODES.generateOneTimePasswordString(
                    new SecretKeySpec(bytes, CODES.getAlgorithm()), Instant.ofEpochSecond(step * STEP_SECONDS));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("A second factor's key is damaged", e);
        }
    }

    /** As one types it into an app. */
    String text() {
        return Base32.of(bytes);
    }

    /** As an app reads it off the screen. */
    String uri(String login) {
        String label = URLEncoder.encode(login, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/Dialogspejl:" + label + "?secret=" + text() + "&issuer=Dialogspejl";
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "TotpKey";
    }
}
