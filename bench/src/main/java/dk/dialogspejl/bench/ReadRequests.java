package dk.dialogspejl.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What readers ask for: a round, the list of their rounds, and as an HR system a page of summaries. */
final class ReadRequests {

    private static final int PAGES = 8;

    private final Crowd crowd;
    private final int summaries;
    private final List<String> pages;

    private ReadRequests(Crowd crowd, int summaries, List<String> pages) {
        this.crowd = crowd;
        this.summaries = summaries;
        this.pages = pages;
    }

    /** @param summaries of each page; only full pages are asked for */
    static ReadRequests find(App app, Crowd crowd, int summaries) throws IOException, InterruptedException {
        Map<String, String> hr = Api.token(app, crowd.client());
        String first = "/api/v1/summaries?limit=" + summaries;
        List<String> pages = new ArrayList<>(List.of(first));
        while (pages.size() < Math.min(PAGES, crowd.numberOfSummaries() / summaries)) {
            JsonNode page = Api.read(Request.get(app, pages.get(pages.size() - 1), hr));
            pages.add(first + "&cursor=" + page.get("cursor").asText());
        }
        return new ReadRequests(crowd, summaries, pages);
    }

    /** By what is read, each from several readers; good as long as an access token is. */
    Map<String, List<Request>> by(App app) throws IOException, InterruptedException {
        List<Request> round = new ArrayList<>();
        List<Request> rounds = new ArrayList<>();
        for (int reader : crowd.readers()) {
            Map<String, String> me = Api.signIn(app, crowd.login(reader));
            rounds.add(Request.get(app, "/api/v1/rounds?limit=20", me));
            for (int turn = 1; turn <= Crowd.CONCLUDED; turn += 3) {
                round.add(Request.get(app, "/api/v1/rounds/" + crowd.roundOf(reader, turn), me));
            }
        }
        Map<String, String> hr = Api.token(app, crowd.client());
        Map<String, List<Request>> works = new LinkedHashMap<>();
        works.put("read one round", round);
        works.put("list 20 rounds", rounds);
        works.put(
                "page of " + summaries + " summaries",
                pages.stream().map(page -> Request.get(app, page, hr)).toList());
        return works;
    }
}
