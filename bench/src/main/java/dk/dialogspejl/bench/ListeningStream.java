package dk.dialogspejl.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** One stream: what has been read of it, byte by byte, in whatever pieces it came. On one thread. */
final class ListeningStream {

    private static final String ANSWERED = "HTTP/1.1 200";
    private static final String HEAD_END = "\r\n\r\n";

    /** No letter of it comes twice: after another one it begins anew. */
    private static final byte[] CHANGED = {'C', 'H', 'A', 'N', 'G', 'E', 'D'};

    final SocketChannel channel;
    final int room;

    /** Changes that it has heard of since they are timed. */
    int heard;

    private StringBuilder head = new StringBuilder();
    private int matched;

    ListeningStream(SocketChannel channel, int room) {
        this.channel = channel;
        this.room = room;
    }

    boolean isOpen() {
        return head == null;
    }

    /**
     * Reads on until the answer's headers end.
     *
     * @return whether they have
     * @throws IOException where the answer is not the stream that was asked for
     */
    boolean readHead(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            head.append((char) bytes.get());
            if (head.length() >= HEAD_END.length() && head.indexOf(HEAD_END, head.length() - HEAD_END.length()) >= 0) {
                if (head.indexOf(ANSWERED) != 0) {
                    throw new IOException("A stream was answered with " + head);
                }
                head = null;
                return true;
            }
        }
        return false;
    }

    /** How many changes it tells of. */
    int countChanges(ByteBuffer bytes) {
        int changes = 0;
        while (bytes.hasRemaining()) {
            byte each = bytes.get();
            if (each != CHANGED[matched]) {
                matched = 0;
            }
            if (each == CHANGED[matched] && ++matched == CHANGED.length) {
                changes++;
                matched = 0;
            }
        }
        return changes;
    }
}
