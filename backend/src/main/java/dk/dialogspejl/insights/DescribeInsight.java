package dk.dialogspejl.insights;

import dk.dialogspejl.guides.GuideVersion;
import dk.dialogspejl.platform.text.Language;
import dk.dialogspejl.platform.time.Quarter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts figures in the order they are read in, with the names of topics as the newest versions of their guides have them. */
final class DescribeInsight {

    private final Map<Quarter, Map<Counted, Integer>> team = new HashMap<>();
    private final Map<Quarter, Map<Counted, Integer>> organisation = new HashMap<>();
    private final Map<UUID, GuideVersion> guides;
    private final Language language;

    DescribeInsight(List<InsightFigure> figures, Language language) {
        this.language = language;
        for (InsightFigure figure : figures) {
            (figure.isTeams() ? team : organisation)
                    .computeIfAbsent(figure.quarter(), quarter -> new HashMap<>())
                    .put(figure.counted(), figure.people());
        }
        guides = figures.stream().anyMatch(figure -> figure.counted().guide() != null)
                ? GuideVersion.newest().stream()
                        .collect(Collectors.toMap(version -> version.guide().id(), Function.identity()))
                : Map.of();
    }

    InsightView.Quarter of(Quarter quarter) {
        Stream<InsightView.Figure> figures = Arrays.stream(Measure.values())
                .filter(measure -> measure != Measure.TOPIC)
                .map(measure -> figure(quarter, Counted.of(measure), null));
        return new InsightView.Quarter(
                quarter.from(),
                quarter.until(),
                Stream.concat(figures, ofTopics(quarter)).toList());
    }

    /** Only those of which there is something to see: that somebody chose one is not told. */
    private Stream<InsightView.Figure> ofTopics(Quarter quarter) {
        return guides.values().stream()
                .sorted(Comparator.comparing(
                        (GuideVersion version) -> version.guide().id()))
                .flatMap(version -> ofTopics(quarter, version))
                .filter(figure -> figure.inTeam() != null || figure.inOrganisation() != null);
    }

    private Stream<InsightView.Figure> ofTopics(Quarter quarter, GuideVersion version) {
        UUID guide = version.guide().id();
        return version.text(language).topics().stream()
                .map(topic -> figure(
                        quarter,
                        new Counted(Measure.TOPIC, guide, topic.key()),
                        new InsightView.Topic(guide, topic.key(), topic.title())));
    }

    private InsightView.Figure figure(Quarter quarter, Counted counted, InsightView.Topic topic) {
        return new InsightView.Figure(
                counted.measure(),
                topic,
                team.getOrDefault(quarter, Map.of()).get(counted),
                organisation.getOrDefault(quarter, Map.of()).get(counted));
    }
}
