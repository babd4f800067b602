package dk.dialogspejl.platform.log;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** All that the service logs while it is open, of every category, with stack traces and what comes with each line. */
public final class LogLines extends Handler implements AutoCloseable {

    private static final Logger EVERYTHING = Logger.getLogger("");
    private static final Logger OURS = Logger.getLogger("dk.dialogspejl");

    private final PatternFormatter whole = new PatternFormatter("%p [%c] %s %X %x%e");
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Level before = OURS.getLevel();

    public LogLines() {
        setLevel(Level.ALL);
        OURS.setLevel(Level.ALL);
        EVERYTHING.addHandler(this);
    }

    public List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(whole.format(ExtLogRecord.wrap(line)));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        EVERYTHING.removeHandler(this);
        OURS.setLevel(before);
    }
}
