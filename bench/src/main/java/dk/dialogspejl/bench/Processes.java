package dk.dialogspejl.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/** What Linux knows of a process: {@code /proc}. */
final class Processes {

    private static final long MILLISECONDS_PER_TICK = 10;

    /** Their places in {@code stat}, counted behind the name: user and system time, its own and of children that ended. */
    private static final int OWN_USER = 11;

    private static final int CHILDREN_SYSTEM = 14;

    /** As Linux cuts the names of threads off. */
    private static final Pattern COMPILER = Pattern.compile("C[12] CompilerThre");

    private Processes() {}

    /** What the process has used of processors. */
    static Duration cpu(long pid) {
        return ticks(pid, OWN_USER, OWN_USER + 1);
    }

    /** The same with all that it has started, also what has ended. */
    static Duration cpuOfAll(long pid) {
        return ProcessHandle.of(pid)
                .orElseThrow()
                .children()
                .map(ProcessHandle::pid)
                .map(Processes::cpu)
                .reduce(ticks(pid, OWN_USER, CHILDREN_SYSTEM), Duration::plus);
    }

    /** What Java's compilers have used of it; zero where it is no Java. */
    static Duration cpuOfCompilers(long pid) {
        try (var threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            return threads.filter(Processes::compiles)
                    .map(thread -> ticks(thread, OWN_USER, OWN_USER + 1))
                    .reduce(Duration.ZERO, Duration::plus);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean compiles(Path thread) {
        try {
            return COMPILER.matcher(Files.readString(thread.resolve("comm"))).lookingAt();
        } catch (IOException gone) {
            return false;
        }
    }

    private static Duration ticks(long pid, int first, int last) {
        return ticks(Path.of("/proc", Long.toString(pid)), first, last);
    }

    private static Duration ticks(Path process, int first, int last) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int field = first; field <= last; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return Duration.ofMillis(ticks * MILLISECONDS_PER_TICK);
        } catch (IOException gone) {
            return Duration.ZERO;
        }
    }

    /**
     * A figure of {@code status}, in bytes.
     *
     * @param name {@code VmRSS} for what is held now, {@code VmHWM} for the most that was
     */
    static long memory(long pid, String name) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith(name + ":"))
                            .map(line -> line.replaceAll("\\D", ""))
                            .mapToLong(Long::parseLong)
                            .findFirst()
                            .orElseThrow()
                    << 10;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
