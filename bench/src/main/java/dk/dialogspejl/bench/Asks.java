package dk.dialogspejl.bench;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Says what is asked next. All on one thread. */
interface Asks {

    /** Null where nothing can be asked before something is answered. */
    Request next();

    /** This one has been answered, with a 2xx. */
    default void answered(Request request) {}

    /** The same ones again and again. */
    static Asks all(List<Request> requests) {
        AtomicInteger turn = new AtomicInteger();
        return () -> requests.get(turn.getAndIncrement() % requests.size());
    }
}
