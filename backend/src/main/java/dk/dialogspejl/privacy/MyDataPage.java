package dk.dialogspejl.privacy;

import dk.dialogspejl.dialogues.DialogueView;
import dk.dialogspejl.dialogues.Recording;
import dk.dialogspejl.feedback.FeedbackSheet;
import dk.dialogspejl.feedback.PartnerFeedbackView;
import dk.dialogspejl.feedback.SharedFeedback;
import dk.dialogspejl.organisation.TeamRef;
import dk.dialogspejl.platform.text.Language;
import dk.dialogspejl.platform.text.Messages;
import dk.dialogspejl.platform.time.TimeSource;
import dk.dialogspejl.privacy.MyData.MyDialogue;
import dk.dialogspejl.privacy.MyData.MyRound;
import dk.dialogspejl.privacy.MyData.MySession;
import dk.dialogspejl.privacy.MyData.MyTopic;
import dk.dialogspejl.reflections.Moment;
import dk.dialogspejl.reflections.ReflectionSheet;
import dk.dialogspejl.rounds.Agreement;
import dk.dialogspejl.rounds.AgreementView;
import dk.dialogspejl.rounds.StepRow;
import dk.dialogspejl.summaries.FollowUpView;
import dk.dialogspejl.summaries.SummaryView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@link MyData} as a page to read: headings, lists and terms, without scripts, pictures or anything from elsewhere. */
final class MyDataPage {

    private final MyData data;
    private final Language language;
    private final Html html;

    MyDataPage(MyData data, Language language) {
        this.data = data;
        this.language = language;
        this.html = new Html(language, says("title"));
    }

    String html() {
        html.heading(1, says("title"));
        html.paragraph(says("taken", time(data.takenAt())));
        html.heading(2, says("left-out.title"));
        html.paragraph(says("left-out"));
        me();
        html.heading(2, says("rounds"));
        if (data.rounds().isEmpty()) {
            html.paragraph(says("none"));
        }
        data.rounds().forEach(this::round);
        startedForTeams();
        access(says("read-by-others"), data.readByOthers());
        access(says("read-by-me"), data.readByMe());
        html.heading(2, says("audit"));
        html.list(data.audit().stream()
                .map(row -> says("audit.row", time(row.at()), says("audit." + row.kind()), row.times()))
                .toList());
        html.heading(2, says("told"));
        html.list(data.notifications().stream()
                .map(told -> says("told.row", time(told.at()), told.text()))
                .toList());
        html.heading(2, says("sessions"));
        signIn();
        html.list(data.sessions().stream().map(this::session).toList());
        return html.end();
    }

    private void startedForTeams() {
        if (data.startedForTeams().isEmpty()) {
            return;
        }
        html.heading(2, says("started-for-teams"));
        html.list(data.startedForTeams().stream()
                .map(series -> Stream.of(time(series.startedAt()), series.team(), series.message())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" – ")))
                .toList());
    }

    private void signIn() {
        html.terms(terms -> {
            data.signIn()
                    .providers()
                    .forEach(provider -> terms.add(
                            says("provider"),
                            says("provider.linked", provider.name(), provider.subject(), time(provider.linkedAt()))));
            terms.add(
                    says("two-step-since"),
                    data.signIn().twoStepSince() == null
                            ? null
                            : time(data.signIn().twoStepSince()));
            data.signIn().knownDevicesLastUsedAt().forEach(used -> terms.add(says("known-device"), time(used)));
        });
    }

    private String session(MySession session) {
        String device = Stream.of(session.browser(), session.system())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        String used = says("session.used", time(session.startedAt()), time(session.lastUsedAt()));
        String ended = session.endedAt() == null ? used : says("session.ended", used, time(session.endedAt()));
        return device.isEmpty() ? ended : ended + " – " + device;
    }

    private void me() {
        html.heading(2, says("me"));
        html.terms(terms -> terms.add(says("name"), data.me().name())
                .add(says("email"), data.email())
                .add(says("job-title"), data.me().jobTitle())
                .add(says("employee-number"), data.employeeNumber())
                .add(says("external-id"), data.fromEmployer().externalId())
                .add(says("given-name"), data.fromEmployer().givenName())
                .add(says("family-name"), data.fromEmployer().familyName())
                .add(
                        says("language"),
                        data.fromEmployer().language() == null
                                ? null
                                : says("language." + data.fromEmployer().language()))
                .add(says("organisation"), data.me().organisation())
                .add(says("team"), data.me().team())
                .add(
                        says("roles"),
                        data.me().roles().stream()
                                .map(role -> says("role." + role))
                                .collect(Collectors.joining(", ")))
                .add(
                        says("leads"),
                        data.me().leads().stream().map(TeamRef::name).collect(Collectors.joining(", "))));
    }

    private void round(MyRound mine) {
        var round = mine.round();
        html.heading(
                3,
                says(
                        "round." + round.iAm(),
                        round.evaluatee().name(),
                        round.partner() == null
                                ? says("nobody-yet")
                                : round.partner().name(),
                        time(round.createdAt())));
        AgreementView agreement = mine.agreement();
        var startedBy = round.startedBy();
        html.terms(terms -> terms.add(says("status"), says("status." + round.status()))
                .add(
                        says("started-by"),
                        startedBy == null ? null : startedBy.leader().name())
                .add(says("leader-message"), startedBy == null ? null : startedBy.message())
                .add(says("guide"), round.guide().title())
                .add(says("video"), says("video." + agreement.mode()))
                .add(says("period-from"), day(agreement.periodFrom()))
                .add(
                        says("period-until"),
                        agreement.periodUntil() == null
                                ? null
                                : day(agreement.periodUntil().minusDays(1)))
                .add(
                        says("dialogues"),
                        agreement.numberOfDialogues() == null ? null : "" + agreement.numberOfDialogues())
                .add(says("method"), agreement.method())
                .add(says("time"), agreement.time())
                .add(says("setting"), agreement.setting())
                .add(says("cooperation"), agreement.cooperation())
                .add(says("talk-at"), round.talkAt() == null ? null : time(round.talkAt()))
                .add(says("talk-place"), round.talkPlace())
                .add(says("carried"), String.join("; ", round.carriedFocusPoints())));
        mine.dialogues().forEach(dialogue -> dialogue(dialogue, mine.topics()));
        feedback(mine);
        if (mine.summary() != null) {
            summary(mine.summary());
        }
        if (mine.followUp() != null) {
            followUp(mine.followUp());
        }
        if (mine.learning() != null && mine.learning().sentence() != null) {
            html.heading(4, says("released"));
            html.paragraph(mine.learning().sentence());
            html.paragraph(says(mine.learning().named() ? "released.named" : "released.unnamed"));
        }
        changes(mine.agreementChanges());
        html.heading(4, says("history"));
        html.list(mine.history().stream().map(this::step).toList());
    }

    private void changes(List<AgreementView.Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        html.heading(4, says("agreement-changes"));
        html.list(changes.stream()
                .map(change -> says(
                        "agreement-change",
                        time(change.at()),
                        says(change.field().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                        value(change.field(), change.before()),
                        value(change.field(), change.after())))
                .toList());
    }

    private String value(Agreement.Field field, String text) {
        if (text == null || text.isBlank()) {
            return says("nothing");
        }
        return switch (field) {
            case EVALUATEE_KNOWS_GUIDE, PARTNER_KNOWS_GUIDE -> says(text.equals("true") ? "yes" : "no");
            case PERIOD_FROM -> day(LocalDate.parse(text));
            case PERIOD_UNTIL -> day(LocalDate.parse(text).minusDays(1));
            case MODE -> says("video." + text);
            case CONSENT_METHOD -> says("consent-method." + text);
            default -> "»" + text + "«";
        };
    }

    private String step(StepRow step) {
        String taken = says("step", time(step.at()), step.by().name(), says("step." + step.step()));
        return step.note() == null || step.note().isBlank() ? taken : taken + " – " + step.note();
    }

    private void dialogue(MyDialogue mine, List<MyTopic> topics) {
        DialogueView dialogue = mine.dialogue();
        html.heading(4, says("dialogue", dialogue.label(), time(dialogue.heldAt())));
        if (dialogue instanceof DialogueView.Own own && own.recording() != null) {
            recording(own.recording());
        }
        if (mine.reflections() instanceof ReflectionSheet.Own own) {
            own.reflections().forEach(one -> reflection(topics, one.topic(), one.text(), one.moments()));
        } else if (mine.reflections() instanceof ReflectionSheet.Shared shared) {
            shared.reflections().forEach(one -> reflection(topics, one.topic(), one.text(), one.moments()));
        }
    }

    private void recording(Recording recording) {
        html.terms(terms -> terms.add(says("consented"), says(recording.consented() ? "yes" : "no"))
                .add(says("delete-by"), day(recording.deleteBy()))
                .add(says("deleted-at"), recording.deletedAt() == null ? null : time(recording.deletedAt())));
    }

    private void reflection(List<MyTopic> topics, String topic, String text, List<Moment> moments) {
        if (text.isBlank() && moments.isEmpty()) {
            return;
        }
        html.heading(5, title(topics, topic));
        html.paragraph(text);
        html.list(moments.stream()
                .map(moment -> "%d:%02d %s".formatted(moment.second() / 60, moment.second() % 60, moment.note()))
                .toList());
    }

    private void feedback(MyRound mine) {
        if (mine.feedback() instanceof FeedbackSheet.Own own) {
            own.topics().stream().filter(MyDataPage::saysSomething).forEach(one -> {
                words(title(mine.topics(), one.topic()), says("my-words"), one.questions(), one.feedback());
                html.terms(terms -> terms.add(says("note"), one.note()));
            });
        } else if (mine.feedback() instanceof FeedbackSheet.Shared shared) {
            for (SharedFeedback one : shared.topics()) {
                words(
                        title(mine.topics(), one.topic()),
                        says("words-of", mine.round().partner().name()),
                        one.questions(),
                        one.feedback());
            }
        }
    }

    private static boolean saysSomething(PartnerFeedbackView one) {
        return !one.note().isBlank()
                || !one.feedback().isBlank()
                || !one.questions().isEmpty();
    }

    private void words(String topic, String whose, List<String> questions, String feedback) {
        html.heading(4, whose + ": " + topic);
        html.list(questions);
        html.paragraph(feedback);
    }

    private void summary(SummaryView summary) {
        html.heading(4, says("summary"));
        html.terms(terms -> terms.add(says("worked-well"), summary.workedWell())
                .add(says("focus-points"), String.join("; ", summary.focusPoints()))
                .add(says("learning"), summary.learning())
                .add(says("follow-up-how"), summary.followUpHow())
                .add(says("follow-up-on"), day(summary.followUpOn()))
                .add(says("shared-with-hr"), says(summary.sharedWithHr() ? "yes" : "no")));
    }

    private void followUp(FollowUpView followUp) {
        html.heading(4, says("follow-up"));
        html.list(followUp.focusPoints().stream()
                .map(point -> point.text()
                        + (point.status() == null ? "" : " – " + says("focus." + point.status()))
                        + (point.note().isBlank() ? "" : " – " + point.note()))
                .toList());
    }

    private void access(String title, List<AccessRow> entries) {
        html.heading(2, title);
        if (entries.isEmpty()) {
            html.paragraph(says("none"));
        }
        html.list(entries.stream()
                .map(entry -> says(
                        "access",
                        time(entry.at()),
                        entry.reader() == null ? entry.system() : entry.reader().name(),
                        says("content." + entry.content(), entry.revision())))
                .toList());
    }

    private static String title(List<MyTopic> topics, String key) {
        return topics.stream()
                .filter(topic -> topic.key().equals(key))
                .findFirst()
                .map(MyTopic::title)
                .orElse(key);
    }

    private String says(String key, Object... arguments) {
        return Messages.get(language, "my-data." + key, arguments);
    }

    private String day(LocalDate day) {
        return day == null
                ? null
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(language.locale())
                        .format(day);
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(language.locale())
                .format(at.atZone(TimeSource.DENMARK));
    }
}
