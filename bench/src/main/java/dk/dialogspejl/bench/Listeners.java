package dk.dialogspejl.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Many streams of server-sent events, each in one of the rooms, on one thread that does nothing but read and count: what
 * listens takes as little as it can from what tells. Counted is that something has changed; who else is there, and that
 * the stream is alive, is not.
 */
final class Listeners implements AutoCloseable {

    /** How long something may take until all have heard it. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Open at once on the way in. */
    private static final int AT_ONCE = 32;

    private final int rooms;
    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
    private final List<ListeningStream> streams = new ArrayList<>();
    private final BlockingQueue<ListeningStream> opened = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> heardByAll = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::listen, "listeners");
    private final int[] listening;
    private final AtomicIntegerArray toHear;

    private volatile Edits edits;
    private volatile Exception failure;

    /** Tells all who listen in these rooms that something has changed there. */
    @FunctionalInterface
    interface Teller {
        void tell(List<Integer> rooms) throws Exception;
    }

    /** @param rooms how many there are; their numbers begin with zero */
    Listeners(int rooms) throws IOException {
        this.rooms = rooms;
        this.listening = new int[rooms];
        this.toHear = new AtomicIntegerArray(rooms);
        thread.setDaemon(true);
        thread.start();
    }

    /** Opens a stream for each, one after the other in the rooms' order. Returns when all have been answered. */
    void open(List<Request> more) throws Exception {
        Iterator<Request> requests = more.iterator();
        int waitedFor = 0;
        while (requests.hasNext() || waitedFor > 0) {
            while (requests.hasNext() && waitedFor < AT_ONCE) {
                begin(requests.next());
                waitedFor++;
            }
            require(opened.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS) != null, "a stream has not been answered");
            waitedFor--;
        }
    }

    private void begin(Request request) throws IOException {
        int room = streams.size() % rooms;
        SocketChannel channel = SocketChannel.open(
                new InetSocketAddress("127.0.0.1", request.app().port()));
        StringBuilder head = new StringBuilder("GET " + request.path() + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        request.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        channel.write(ByteBuffer.wrap(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1)));
        channel.configureBlocking(false);
        ListeningStream stream = new ListeningStream(channel, room);
        streams.add(stream);
        listening[room]++;
        channel.register(selector, SelectionKey.OP_READ, stream);
        selector.wakeup();
    }

    /**
     * In each room at once, something is told again when all there have heard of it. Says how often it was heard.
     *
     * @throws TimeoutException where somebody has not heard it
     */
    long closed(Teller teller, Duration howLong) throws Exception {
        long until = System.nanoTime() + howLong.toNanos();
        long heard = 0;
        List<Integer> next = new ArrayList<>();
        for (int room = 0; room < rooms; room++) {
            next.add(room);
        }
        for (int waiting = rooms; waiting > 0; ) {
            next.forEach(room -> toHear.set(room, listening[room]));
            if (!next.isEmpty()) {
                teller.tell(List.copyOf(next));
                next.clear();
            }
            Integer first = heardByAll.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            require(first != null, "not everybody has heard");
            next.add(first);
            heardByAll.drainTo(next);
            heard += next.stream().mapToLong(room -> listening[room]).sum();
            if (System.nanoTime() >= until) {
                waiting -= next.size();
                next.clear();
            }
        }
        return heard;
    }

    /**
     * Sees how long it takes until each one has heard of each edit.
     *
     * @param editing makes the edits, and returns when it has
     */
    void time(Edits timed, Runnable editing) throws Exception {
        streams.forEach(stream -> stream.heard = 0);
        edits = timed;
        try {
            editing.run();
            require(timed.awaitAll(listening, PATIENCE), "not everybody has heard of each edit");
        } finally {
            edits = null;
        }
    }

    private void listen() {
        try {
            while (selector.isOpen()) {
                selector.select(key -> {
                    try {
                        read((ListeningStream) key.attachment());
                    } catch (IOException e) {
                        key.cancel();
                        failure = e;
                    }
                });
            }
        } catch (Exception e) {
            failure = e;
        }
    }

    private void read(ListeningStream stream) throws IOException {
        buffer.clear();
        if (stream.channel.read(buffer) < 0) {
            throw new IOException("A stream has ended");
        }
        buffer.flip();
        if (!stream.isOpen() && stream.readHead(buffer)) {
            opened.add(stream);
        }
        for (int changes = stream.countChanges(buffer); changes > 0; changes--) {
            heard(stream);
        }
    }

    private void heard(ListeningStream stream) {
        Edits timed = edits;
        if (timed != null) {
            timed.heard(stream.room, stream.heard++);
        } else if (toHear.decrementAndGet(stream.room) == 0) {
            heardByAll.add(stream.room);
        }
    }

    private void require(boolean itIs, String otherwise) throws Exception {
        if (failure != null) {
            throw failure;
        }
        if (!itIs) {
            throw new TimeoutException("After " + PATIENCE.toSeconds() + " s " + otherwise);
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
        for (ListeningStream stream : streams) {
            stream.channel.close();
        }
    }
}
