package dk.dialogspejl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page of results: a run replaces the sections that it measures, and leaves those of other runs as they are. */
final class Page {

    private Page() {}

    /** @param text what stands below the heading */
    static void put(Path file, String heading, String text) throws IOException {
        String page = Files.exists(file) ? Files.readString(file) : "# Results\n";
        String others = page.replace(section(file, heading), "").stripTrailing();
        Files.writeString(file, others + "\n\n" + start(heading) + "\n" + text.strip() + "\n");
        System.out.println("Written to " + file);
    }

    /** With its heading, until the next one; empty where there is none. */
    static String section(Path file, String heading) throws IOException {
        String page = Files.exists(file) ? Files.readString(file) : "";
        int start = page.indexOf(start(heading));
        if (start < 0) {
            return "";
        }
        int end = page.indexOf("\n## ", start);
        return end < 0 ? page.substring(start) : page.substring(start, end + 1);
    }

    private static String start(String heading) {
        return "## " + heading + "\n";
    }
}
