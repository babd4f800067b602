import java.io.IOException;
import java.net.URI;
import java.net.http.*;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.*;
import java.util.*;
import java.util.regex.*;

/**
 * Keeps a copy of the summaries that people share with HR: a file each, named by its id. Run it as often as you like, and
 * again when it was cut off: java HrPull.java https://dialogspejl.example.org client-… folder, the secret in CLIENT_SECRET.
 */
public class HrPull {

    // Inside a JSON string each quote is escaped, so these find the fields and nothing that a person wrote.
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final Pattern REVISION = Pattern.compile("\"revision\":(\\d+)");
    private static final Pattern CURSOR = Pattern.compile("\"cursor\":\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static String service;
    private static Path folder;
    private static Path kept;

    public static void main(String[] arguments) throws Exception {
        service = arguments[0];
        folder = Files.createDirectories(Path.of(arguments[2]));
        kept = folder.resolve("cursor");
        String token = token(arguments[1], System.getenv("CLIENT_SECRET"));
        if (follow(token)) return;
        Files.deleteIfExists(kept); // 410: begin anew, and forget what does not come along
        follow(token);
    }

    private static String token(String client, String secret) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes());
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(service + "/oauth2/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                BodyHandlers.ofString());
        return found(TOKEN, answer.body());
    }

    /** False where the cursor is no longer good. */
    private static boolean follow(String token) throws IOException, InterruptedException {
        boolean everything = !Files.exists(kept);
        String from = everything ? "" : "?cursor=" + Files.readString(kept);
        var answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(service + "/api/v1/summaries" + from))
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "application/x-ndjson")
                        .build(),
                BodyHandlers.ofLines());
        if (answer.statusCode() == 410 && !everything) return false;
        if (answer.statusCode() != 200) throw new IOException("The service answers " + answer.statusCode());
        Set<String> seen = new HashSet<>();
        String cursor = null;
        for (String line : (Iterable<String>) answer.body()::iterator) {
            if (line.startsWith("{\"cursor\":")) cursor = found(CURSOR, line);
            else seen.add(store(line));
        }
        if (cursor == null) throw new IOException("The answer was cut off; run this again");
        if (everything) forgetAllBut(seen);
        write(kept, cursor); // last: until here a run can be repeated
        return true;
    }

    /** Over what there is of the same id, unless that is newer; deleted where HR may read it no more. */
    private static String store(String line) throws IOException {
        Path file = folder.resolve(found(ID, line) + ".json");
        int revision = Integer.parseInt(found(REVISION, line));
        if (!Files.exists(file) || Integer.parseInt(found(REVISION, Files.readString(file))) <= revision) {
            if (line.startsWith("{\"removed\":")) Files.deleteIfExists(file);
            else write(file, line);
        }
        return file.getFileName().toString();
    }

    private static void forgetAllBut(Set<String> seen) throws IOException {
        try (var files = Files.newDirectoryStream(folder, "*.json")) {
            for (Path file : files) if (!seen.contains(file.getFileName().toString())) Files.delete(file);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Path half = Files.writeString(file.resolveSibling("half-written"), text);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String found(Pattern pattern, String text) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) throw new IOException("The service answers something else than expected");
        return matcher.group(1);
    }
}
