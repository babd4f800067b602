package dk.dialogspejl.bench;

import dk.dialogspejl.bench.Load.Latencies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An edit in one room after the other, and how long each listener waited to hear of each. */
final class Edits implements Asks {

    private static final long LOOK_AGAIN_MS = 20;

    private final List<? extends Asks> rooms;
    private final List<List<Long>> askedAt = new ArrayList<>();
    private final double[] milliseconds;
    private final AtomicInteger heard = new AtomicInteger();
    private final Map<Request, Asks> asked = new IdentityHashMap<>();
    private int turn;

    /**
     * @param rooms what edits in each
     * @param most how often edits can be heard, all in all
     */
    Edits(List<? extends Asks> rooms, int most) {
        this.rooms = rooms;
        this.milliseconds = new double[most];
        rooms.forEach(room -> askedAt.add(new ArrayList<>()));
    }

    @Override
    public synchronized Request next() {
        int room = turn % rooms.size();
        Asks asks = rooms.get(room);
        Request request = asks.next();
        if (request != null) {
            asked.put(request, asks);
            askedAt.get(room).add(System.nanoTime());
            turn++;
        }
        return request;
    }

    @Override
    public synchronized void answered(Request request) {
        asked.remove(request).answered(request);
    }

    /** @param edit of that room's, from zero */
    synchronized void heard(int room, int edit) {
        milliseconds[heard.getAndIncrement()] =
                (System.nanoTime() - askedAt.get(room).get(edit)) / 1e6;
    }

    /** @return whether each was heard by all who listen in its room */
    boolean awaitAll(int[] listening, Duration patience) throws InterruptedException {
        int all = 0;
        for (int room = 0; room < listening.length; room++) {
            all += listening[room] * askedAt.get(room).size();
        }
        long end = System.nanoTime() + patience.toNanos();
        while (heard.get() < all && System.nanoTime() < end) {
            Thread.sleep(LOOK_AGAIN_MS);
        }
        return heard.get() == all;
    }

    Latencies latencies(double perSecond) {
        int all = heard.get();
        double[] sorted = Arrays.copyOf(milliseconds, all);
        Arrays.sort(sorted);
        return Latencies.of(perSecond, sorted);
    }
}
