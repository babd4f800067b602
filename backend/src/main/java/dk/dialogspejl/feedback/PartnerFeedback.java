package dk.dialogspejl.feedback;

import dk.dialogspejl.platform.database.TenantEntity;
import dk.dialogspejl.platform.http.ProblemException;
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

    @Version
    private int version;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Round round;

    private String topic;
    private String note;
    private List<String> questions;
    private boolean questionsShared;
    private String feedback;
    private boolean feedbackShared;

    protected PartnerFeedback() {}

    PartnerFeedback(Round round, String topic) {
        this.round = round;
        this.topic = topic;
        this.note = "";
        this.questions = List.of();
        this.feedback = "";
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
                .createNativeQuery(
                        "select f.id from partner_feedback f"
                                + " join round r on r.organisation_id = f.organisation_id and r.id = f.round_id"
                                + " where r.id = ?1 and f.topic = ?2 and r.partner_id = ?3"
                                + " for share of r for no key update of f",
                        UUID.class)
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

    /** Only what the partner has shared, and never a note: the query does not read it. */
    static List<SharedFeedback> sharedWith(UUID evaluateeId, Round round) {
        return getEntityManager()
                .createQuery(
                        "select new dk.dialogspejl.feedback.SharedFeedback(f.topic,"
                                + " case when f.questionsShared then f.questions end,"
                                + " case when f.feedbackShared then f.feedback end)"
                                + " from PartnerFeedback f where f.round = :round and f.round.evaluatee.id = :evaluatee"
                                + " and (f.questionsShared or f.feedbackShared)",
                        SharedFeedback.class)
                .setParameter("round", round)
                .setParameter("evaluatee", evaluateeId)
                .getResultList();
    }

    /**
     * Writes anew. Taking back what was shared is always possible; the rest until the round is followed up.
     *
     * @throws ProblemException 409 when it would be more, and too late
     */
    public void write(WriteFeedback command) {
        if (!onlyTakesBack(command)) {
            round.requireStatus(
                    RoundStatus.CONDUCTING, RoundStatus.REFLECTING, RoundStatus.DISCUSSING, RoundStatus.CONCLUDED);
        }
        note = command.note();
        questions = List.copyOf(command.questions());
        questionsShared = command.questionsShared();
        feedback = command.feedback();
        feedbackShared = command.feedbackShared();
    }

    private boolean onlyTakesBack(WriteFeedback command) {
        return note.equals(command.note())
                && questions.equals(command.questions())
                && feedback.equals(command.feedback())
                && (questionsShared || !command.questionsShared())
                && (feedbackShared || !command.feedbackShared());
    }

    /** As the evaluatee reads it now: what {@link #sharedWith} answers, of one that is at hand. Empty for nothing shared. */
    Optional<SharedFeedback> shared() {
        return questionsShared || feedbackShared
                ? Optional.of(
                        new SharedFeedback(topic, questionsShared ? questions : null, feedbackShared ? feedback : null))
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

    String note() {
        return note;
    }

    List<String> questions() {
        return questions;
    }

    boolean questionsShared() {
        return questionsShared;
    }

    String feedback() {
        return feedback;
    }

    boolean feedbackShared() {
        return feedbackShared;
    }
}
