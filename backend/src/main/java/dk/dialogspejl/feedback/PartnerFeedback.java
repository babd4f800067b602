package dk.dialogspejl.feedback;

import dk.dialogspejl.platform.database.TenantEntity;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.sealing.PersonCipher;
import dk.dialogspejl.platform.sealing.Place;
import dk.dialogspejl.platform.sealing.Sealed;
import dk.dialogspejl.rounds.Round;
import dk.dialogspejl.rounds.RoundStatus;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The partner's notes, questions and feedback on one topic of a round. There from the start, empty. */
@Entity
public class PartnerFeedback extends TenantEntity {

    static final String NOTE = "partner_feedback.note";
    static final String QUESTIONS = "partner_feedback.questions";
    static final String FEEDBACK = "partner_feedback.feedback";

    @Version
    private int version;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Round round;

    private String topic;

    // Sealed one by one, so that what is shared can be read without the rest. Null until the partner has written.
    private Sealed note;
    private Sealed questions;
    private boolean questionsShared;
    private Sealed feedback;
    private boolean feedbackShared;

    protected PartnerFeedback() {}

    PartnerFeedback(Round round, String topic) {
        this.round = round;
        this.topic = topic;
    }

    public static List<PartnerFeedback> writtenBy(UUID partnerId, UUID roundId) {
        return list(
                "from PartnerFeedback f join fetch f.round r join fetch r.guideVersion"
                        + " where r.id = ?1 and r.partner.id = ?2",
                roundId,
                partnerId);
    }

    /** To write it: no other writing of it and no step of its round comes in between. */
    static Optional<PartnerFeedback> forWriting(UUID partnerId, UUID roundId, String topic) {
        getEntityManager()
                .createNativeQuery("select f.id from partner_feedback f"
                        + " join round r on r.organisation_id = f.organisation_id and r.id = f.round_id"
                        + " where r.id = ?1 and f.topic = ?2 and r.partner_id = ?3"
                        + " for share of r for no key update of f")
                .setParameter(1, roundId)
                .setParameter(2, topic)
                .setParameter(3, partnerId)
                .getResultList();
        return find(
                        "from PartnerFeedback f join fetch f.round r"
                                + " where r.id = ?1 and f.topic = ?2 and r.partner.id = ?3",
                        roundId,
                        topic,
                        partnerId)
                .firstResultOptional();
    }

    /**
     * Only what the partner has shared, and never a note: the query does not read it.
     *
     * @param cipher the partner's
     */
    static List<SharedFeedback> sharedWith(UUID evaluateeId, Round round, PersonCipher cipher) {
        return getEntityManager()
                .createQuery(
                        "select new dk.dialogspejl.feedback.PartnerFeedback$Shared(f.id, f.topic,"
                                + " case when f.questionsShared then f.questions end,"
                                + " case when f.feedbackShared then f.feedback end)"
                                + " from PartnerFeedback f where f.round = :round and f.round.evaluatee.id = :evaluatee"
                                + " and (f.questionsShared or f.feedbackShared)",
                        Shared.class)
                .setParameter("round", round)
                .setParameter("evaluatee", evaluateeId)
                .getResultStream()
                .map(shared -> shared.opened(round.organisationId(), cipher))
                .toList();
    }

    /** What is shared of a row, still sealed; null for what is not. */
    record Shared(UUID id, String topic, Sealed questions, Sealed feedback) {

        SharedFeedback opened(UUID organisationId, PersonCipher cipher) {
            return new SharedFeedback(
                    topic,
                    open(questions, String[].class, new Place(organisationId, QUESTIONS, id), cipher)
                            .map(List::of)
                            .orElse(null),
                    open(feedback, String.class, new Place(organisationId, FEEDBACK, id), cipher)
                            .orElse(null));
        }
    }

    private static <T> Optional<T> open(Sealed sealed, Class<T> type, Place place, PersonCipher cipher) {
        return Optional.ofNullable(sealed).map(words -> cipher.open(words, type, place));
    }

    /**
     * Writes anew. Taking back what was shared is always possible; the rest until the round is followed up.
     *
     * @param cipher the partner's
     * @throws ProblemException 409 when it would be more, and too late
     */
    public void write(WriteFeedback command, PersonCipher cipher) {
        if (!onlyTakesBack(command, cipher)) {
            round.requireStatus(
                    RoundStatus.CONDUCTING, RoundStatus.REFLECTING, RoundStatus.DISCUSSING, RoundStatus.CONCLUDED);
        }
        note = cipher.seal(command.note(), Place.of(this, NOTE));
        questions = cipher.seal(command.questions(), Place.of(this, QUESTIONS));
        questionsShared = command.questionsShared();
        feedback = cipher.seal(command.feedback(), Place.of(this, FEEDBACK));
        feedbackShared = command.feedbackShared();
    }

    private boolean onlyTakesBack(WriteFeedback command, PersonCipher cipher) {
        return note(cipher).equals(command.note())
                && questions(cipher).equals(command.questions())
                && feedback(cipher).equals(command.feedback())
                && (questionsShared || !command.questionsShared())
                && (feedbackShared || !command.feedbackShared());
    }

    /** Whether writing this lets the evaluatee read what was the partner's own until now. */
    boolean wouldShareMore(WriteFeedback command) {
        return command.questionsShared() && !questionsShared || command.feedbackShared() && !feedbackShared;
    }

    /** As the evaluatee reads it now: what {@link #sharedWith} answers, of one that is at hand. Empty for nothing shared. */
    Optional<SharedFeedback> shared(PersonCipher cipher) {
        return questionsShared || feedbackShared
                ? Optional.of(
                        new Shared(id(), topic, questionsShared ? questions : null, feedbackShared ? feedback : null)
                                .opened(organisationId(), cipher))
                : Optional.empty();
    }

    int version() {
        return version;
    }

    Round round() {
        return round;
    }

    public String topic() {
        return topic;
    }

    String note(PersonCipher cipher) {
        return open(note, String.class, Place.of(this, NOTE), cipher).orElse("");
    }

    List<String> questions(PersonCipher cipher) {
        return open(questions, String[].class, Place.of(this, QUESTIONS), cipher)
                .map(List::of)
                .orElse(List.of());
    }

    boolean questionsShared() {
        return questionsShared;
    }

    String feedback(PersonCipher cipher) {
        return open(feedback, String.class, Place.of(this, FEEDBACK), cipher).orElse("");
    }

    boolean feedbackShared() {
        return feedbackShared;
    }
}
