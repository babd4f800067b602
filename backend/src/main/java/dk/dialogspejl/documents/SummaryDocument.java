package dk.dialogspejl.documents;

import dk.dialogspejl.platform.text.Language;
import dk.dialogspejl.platform.text.Messages;
import dk.dialogspejl.platform.time.TimeSource;
import dk.dialogspejl.rounds.Round;
import dk.dialogspejl.summaries.FocusPoint;
import dk.dialogspejl.summaries.Summary;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;

/** What the document of a concluded summary says, part by part; a text as its paragraphs. */
public record SummaryDocument(
        String language, String title, String names, List<String> facts, List<Part> parts, String footer) {

    /** A heading, and what is below it: paragraphs, or a list with numbers. */
    public record Part(String id, String heading, List<String> paragraphs, List<String> points) {}

    static SummaryDocument of(Summary summary, Language language) {
        Round round = summary.round();
        return new SummaryDocument(
                language.tag(),
                says(language, "title"),
                says(
                        language,
                        "names",
                        round.evaluatee().name(),
                        round.partner().name()),
                List.of(
                        round.guideVersion().text(language).title(),
                        says(
                                language,
                                "concluded",
                                day(LocalDate.ofInstant(summary.concludedAt(), TimeSource.DENMARK), language))),
                List.of(
                        text(language, "worked-well", summary.workedWell()),
                        new Part(
                                "focus-points",
                                says(language, "focus-points"),
                                List.of(),
                                summary.focusPoints().stream()
                                        .map(FocusPoint::text)
                                        .toList()),
                        text(language, "learning", summary.learning()),
                        text(
                                language,
                                "follow-up",
                                says(language, "follow-up-on", day(summary.followUpOn(), language)) + "\n"
                                        + summary.followUpHow())),
                says(language, "footer"));
    }

    private static Part text(Language language, String key, String text) {
        return new Part(key, says(language, key), paragraphs(text), List.of());
    }

    private static List<String> paragraphs(String text) {
        return Arrays.stream(text.split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String day(LocalDate day, Language language) {
        return day.format(DateTimeFormatter.ofPattern(says(language, "day"), language.locale()));
    }

    private static String says(Language language, String key, Object... arguments) {
        return Messages.get(language, "document." + key, arguments);
    }
}
