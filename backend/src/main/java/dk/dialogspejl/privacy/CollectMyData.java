package dk.dialogspejl.privacy;

import dk.dialogspejl.dialogues.DialogueView;
import dk.dialogspejl.dialogues.RoundDialoguesResource;
import dk.dialogspejl.feedback.PartnerFeedbackResource;
import dk.dialogspejl.organisation.CurrentPerson;
import dk.dialogspejl.organisation.MeResource;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.http.CurrentLanguage;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.privacy.MyData.MyDialogue;
import dk.dialogspejl.privacy.MyData.MyRound;
import dk.dialogspejl.privacy.MyData.MySession;
import dk.dialogspejl.privacy.MyData.MyTopic;
import dk.dialogspejl.reflections.ReflectionResource;
import dk.dialogspejl.rounds.Round;
import dk.dialogspejl.rounds.RoundResource;
import dk.dialogspejl.rounds.RoundStatus;
import dk.dialogspejl.rounds.RoundView;
import dk.dialogspejl.rounds.Rounds;
import dk.dialogspejl.summaries.FollowUpResource;
import dk.dialogspejl.summaries.Summary;
import dk.dialogspejl.summaries.SummaryResource;
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
    EntityManager entities;

    @Inject
    Clock clock;

    MyData collect() {
        Person person = Person.activeById(me.id()).orElseThrow(ProblemException::notFound);
        return new MyData(
                clock.instant(),
                self.read(),
                person.employeeNumber(),
                email(),
                sessions(),
                Rounds.visibleTo(me.id()).ids().stream().map(this::round).toList(),
                AccessEntry.of(me.id(), null, null, Integer.MAX_VALUE).stream()
                        .map(AccessRow::of)
                        .toList(),
                AccessEntry.by(me.id()).stream().map(AccessRow::of).toList());
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
                rounds.history(id),
                dialogues.list(id).stream().map(this::dialogue).toList(),
                feedback.list(id),
                summarised ? summaries.read(id) : null,
                summarised && concluded ? followUps.read(id) : null);
    }

    private MyDialogue dialogue(DialogueView dialogue) {
        return new MyDialogue(dialogue, reflections.list(dialogue.id()));
    }

    /** Read here because identity is used by nobody. */
    private String email() {
        List<?> found = entities.createNativeQuery("select login from account where person_id = :me", String.class)
                .setParameter("me", me.id())
                .getResultList();
        return found.isEmpty() ? null : (String) found.get(0);
    }

    @SuppressWarnings("unchecked")
    private List<MySession> sessions() {
        List<Tuple> rows = entities.createNativeQuery(
                        "select started_at, ended_at from session where person_id = :me order by started_at desc",
                        Tuple.class)
                .setParameter("me", me.id())
                .getResultList();
        return rows.stream()
                .map(row -> new MySession(row.get(0, Instant.class), row.get(1, Instant.class)))
                .toList();
    }
}
