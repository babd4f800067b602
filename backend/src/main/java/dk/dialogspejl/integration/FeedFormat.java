package dk.dialogspejl.integration;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** How the feed is written where it is answered as a stream. */
interface FeedFormat {

    void begin(OutputStream to) throws IOException;

    void rows(List<FeedPage.Row> rows, OutputStream to) throws IOException;

    /** Once everything has been written, and only then. */
    void end(FeedCursor next, OutputStream to) throws IOException;
}
