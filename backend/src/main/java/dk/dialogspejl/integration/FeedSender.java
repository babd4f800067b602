package dk.dialogspejl.integration;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Sends a piece of a stream while the next one is read, so that neither the database nor the network waits for the other.
 * Threads of its own: those that answer requests, all streaming at once, could not wait for one another.
 */
@ApplicationScoped
class FeedSender {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** Writes to a client; nothing that belongs to a request is at hand in it. */
    interface Piece {

        void send() throws IOException;
    }

    /**
     * Both, before it returns or throws.
     *
     * @throws IOException where the client has gone
     */
    <T> T sendWhile(Piece piece, Supplier<T> reading) throws IOException {
        Future<?> sent = threads.submit((Callable<Void>) () -> {
            piece.send();
            return null;
        });
        T read;
        try {
            read = reading.get();
        } catch (RuntimeException e) {
            settle(sent);
            throw e;
        }
        await(sent);
        return read;
    }

    /** Until nothing more is written; what else went wrong matters no more. */
    private static void settle(Future<?> sent) {
        try {
            await(sent);
        } catch (IOException | RuntimeException less) {
            // The reading has failed, and is what is told of.
        }
    }

    private static void await(Future<?> sent) throws IOException {
        try {
            sent.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException gone) {
                throw gone;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
