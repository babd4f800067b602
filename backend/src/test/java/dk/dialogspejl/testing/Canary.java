package dk.dialogspejl.testing;

import java.util.UUID;

/** Words that stand nowhere else, to look for where they must not be. */
public final class Canary {

    private Canary() {}

    /** Others each time, and without digits, which may look like a telephone or CPR number. */
    public static String words() {
        return "Kanariefugl " + UUID.randomUUID().toString().replaceAll("\\d", "x");
    }
}
