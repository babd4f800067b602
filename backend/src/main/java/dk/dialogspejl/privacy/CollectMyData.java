package dk.dialogspejl.privacy;

import dk.dialogspejl.audit.AuditEntries;
import dk.dialogspejl.dialogues.DialogueView;
import dk.dialogspejl.dialogues.RoundDialoguesResource;
import dk.dialogspejl.feedback.PartnerFeedbackResource;
import dk.dialogspejl.notifications.NotificationRow;
import dk.dialogspejl.notifications.PreferencesResource;
import dk.dialogspejl.organisation.CurrentPerson;
import dk.dialogspejl.organisation.MeResource;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.http.CurrentLanguage;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.privacy.MyData.FromEmployer;
import dk.dialogspejl.privacy.MyData.MyDialogue;
import dk.dialogspejl.privacy.MyData.MyProvider;
import dk.dialogspejl.privacy.MyData.MyRound;
import dk.dialogspejl.privacy.MyData.MySeries;
import dk.dialogspejl.privacy.MyData.MySession;
import dk.dialogspejl.privacy.MyData.MySignIn;
import dk.dialogspejl.privacy.MyData.MyTopic;
import dk.dialogspejl.reflections.ReflectionResource;
import dk.dialogspejl.rounds.AgreementView;
import dk.dialogspejl.rounds.Round;
import dk.dialogspejl.rounds.RoundResource;
import dk.dialogspejl.rounds.RoundStatus;
import dk.dialogspejl.rounds.RoundView;
import dk.dialogspejl.rounds.Rounds;
import dk.dialogspejl.rounds.series.RoundSeries;
import dk.dialogspejl.summaries.FollowUpResource;
import dk.dialogspejl.summaries.Summary;
import dk.dialogspejl.summaries.SummaryResource;
import dk.dialogspejl.summaries.learning.LearningResource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Gathers what is kept about the person who asks, through the very resources that show it to them: what they may not read
 * there is not here either, and what another has shared is written into that person's access log as ever. It is all in
 * memory at once, which one person's writing has room in: some 60 kB for a round.
 */
@ApplicationScoped
class CollectMyData {

    private static final Set<RoundStatus> CONCLUDED = EnumSet.of(RoundStatus.CONCLUDED, RoundStatus.FOLLOWED_UP);

    @Inject
    CurrentPerson me;

    @Inject
    CurrentLanguage language;

    @Inject
    MeResource self;

    @Inject
    RoundResource rounds;

    @Inject
    RoundDialoguesResource dialogues;

    @Inject
    ReflectionResource reflections;

    @Inject
    PartnerFeedbackResource feedback;

    @Inject
    SummaryResource summaries;

    @Inject
    FollowUpResource followUps;

    @Inject
    LearningResource learning;

    @Inject
    PreferencesResource preferences;

    @Inject
    EntityManager entities;

    @Inject
    AccessLog log;

    @Inject
    AuditEntries audit;

    @Inject
    Clock clock;

    MyData collect() {
        Person person = Person.activeById(me.id()).orElseThrow(ProblemException::notFound);
        return new MyData(
                clock.instant(),
                self.read(),
                person.employeeNumber(),
                new FromEmployer(person.externalId(), person.givenName(), person.familyName(), person.language()),
                email(),
                signIn(),
                sessions(),
                Rounds.visibleTo(me.id()).ids().stream().map(this::round).toList(),
                RoundSeries.startedBy(me.id()).stream().map(MySeries::of).toList(),
                log.of(me.id(), null, null, Integer.MAX_VALUE),
                AccessEntry.by(me.id()).stream().map(AccessRow::of).toList(),
                audit.of(me.id()),
                NotificationRow.all(me.id(), language.get()),
                preferences.read());
    }

    private MyRound round(UUID id) {
        RoundView round = rounds.read(id);
        Round entity = Rounds.visibleTo(me.id()).byId(id);
        boolean summarised = Summary.of(entity).isPresent();
        boolean concluded = CONCLUDED.contains(round.status());
        List<MyTopic> topics = entity.guideVersion().text(language.get()).topics().stream()
                .map(topic -> new MyTopic(topic.key(), topic.title()))
                .toList();
        return new MyRound(
                round,
                topics,
                rounds.readAgreement(id),
                AgreementView.Change.known(entity, me.id()),
                rounds.history(id),
                dialogues.list(id).stream().map(this::dialogue).toList(),
                feedback.list(id),
                summarised ? summaries.read(id) : null,
                summarised && concluded ? followUps.read(id) : null,
                summarised && concluded && entity.isEvaluatee(me.id()) ? learning.read(id) : null);
    }

    private MyDialogue dialogue(DialogueView dialogue) {
        return new MyDialogue(dialogue, reflections.list(dialogue.id()));
    }

    /** Read here because identity is used by nobody. */
    private String email() {
        List<?> found = entities.createNativeQuery("select login from account where person_id = :me")
                .setParameter("me", me.id())
                .getResultList();
        return found.isEmpty() ? null : (String) found.get(0);
    }

    private MySignIn signIn() {
        List<MyProvider> providers =
                rows("select p.name, p.issuer, l.subject, l.linked_at from identity_link l join identity_provider p"
                                + " on p.organisation_id = l.organisation_id and p.id = l.provider_id"
                                + " where l.person_id = :me order by l.linked_at")
                        .map(row -> new MyProvider(
                                row.get(0, String.class),
                                row.get(1, String.class),
                                row.get(2, String.class),
                                row.get(3, Instant.class)))
                        .toList();
        Instant twoStepSince = rows("select confirmed_at from second_factor where person_id = :me")
                .map(row -> row.get(0, Instant.class))
                .findFirst()
                .orElse(null);
        List<Instant> devices =
                rows("select last_used_at from known_device where person_id = :me order by last_used_at desc")
                        .map(row -> row.get(0, Instant.class))
                        .toList();
        return new MySignIn(providers, twoStepSince, devices);
    }

    private List<MySession> sessions() {
        return rows("select started_at, last_used_at, ended_at, browser, system from session"
                        + " where person_id = :me order by started_at desc")
                .map(row -> new MySession(
                        row.get(0, Instant.class),
                        row.get(1, Instant.class),
                        row.get(2, Instant.class),
                        row.get(3, String.class),
                        row.get(4, String.class)))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Stream<Tuple> rows(String sql) {
        return entities.createNativeQuery(sql, Tuple.class).setParameter("me", me.id()).getResultList().stream();
    }
}
