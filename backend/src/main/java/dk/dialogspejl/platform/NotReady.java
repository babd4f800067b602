package dk.dialogspejl.platform;

/** Why the product cannot start, in one sentence for the person at the terminal. */
public final class NotReady extends RuntimeException {

    public NotReady(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
