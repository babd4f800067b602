package dk.dialogspejl.dialogues;

import dk.dialogspejl.platform.database.TenantEntity;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.rounds.Condition;
import dk.dialogspejl.rounds.PartnerAnswer;
import dk.dialogspejl.rounds.Round;
import dk.dialogspejl.rounds.RoundStatus;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A dialogue the evaluatee has held. Never who the customer was. */
@Entity
public class Dialogue extends TenantEntity {

    /** A dialogue {@code d} whose round has the partner of parameter 2, who said yes, and has not been cancelled. */
    public static final String OF_PARTNER = "d.round.partner.id = ?2 and d.round.partnerAnswer = PartnerAnswer.ACCEPTED"
            + " and d.round.status <> RoundStatus.CANCELLED";

    private static final String SHARED_WITH = OF_PARTNER + " and array_length(d.sharedTopics) > 0";

    @Version
    private int version;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Round round;

    private Instant heldAt;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private String label;

    /** Null in a round without video. */
    @Embedded
    private Recording recording;

    /** Keys of the topics whose reflections the partner may read. */
    private List<String> sharedTopics;

    protected Dialogue() {}

    public Dialogue(Round round, Instant heldAt, Channel channel, String label, Recording recording) {
        round.requireStatus(RoundStatus.CONDUCTING);
        this.round = round;
        this.sharedTopics = List.of();
        describe(heldAt, channel, label, recording);
    }

    // --- who may see it ---

    /** Of the evaluatee's own. */
    public static Optional<Dialogue> own(UUID id, UUID evaluateeId) {
        return find(
                        "from Dialogue d join fetch d.round r join fetch r.guideVersion"
                                + " where d.id = ?1 and r.evaluatee.id = ?2",
                        id,
                        evaluateeId)
                .firstResultOptional();
    }

    /**
     * Of the evaluatee's own, to change it: no other change of it and no step of its round comes in between,
     * because both rows are locked before anything of them is read.
     */
    static Optional<Dialogue> ownForChange(UUID id, UUID evaluateeId) {
        getEntityManager()
                .createNativeQuery("select d.id from dialogue d"
                        + " join round r on r.organisation_id = d.organisation_id and r.id = d.round_id"
                        + " where d.id = ?1 and r.evaluatee_id = ?2"
                        + " for share of r for no key update of d")
                .setParameter(1, id)
                .setParameter(2, evaluateeId)
                .getResultList();
        return own(id, evaluateeId);
    }

    /** Of those that something is shared of with the partner. */
    public static Optional<Dialogue> sharedWith(UUID id, UUID partnerId) {
        return find("from Dialogue d join fetch d.round where d.id = ?1 and " + SHARED_WITH, id, partnerId)
                .firstResultOptional();
    }

    static List<Dialogue> ownOf(Round round) {
        return list("from Dialogue d where d.round = ?1 order by d.heldAt, d.id", round);
    }

    static List<Dialogue> sharedOf(Round round, UUID partnerId) {
        return list(
                "from Dialogue d where d.round = ?1 and " + SHARED_WITH + " order by d.heldAt, d.id", round, partnerId);
    }

    /** Whether the partner sees it now: what {@link #sharedWith} asks, of one that is at hand. */
    public boolean isSharedWithPartner() {
        return round.partnerAnswer() == PartnerAnswer.ACCEPTED
                && round.status() != RoundStatus.CANCELLED
                && !sharedTopics.isEmpty();
    }

    /** With a recording whose last day is one of these, the last included, and that has not been deleted. */
    public static List<Dialogue> recordingsDue(LocalDate first, LocalDate last) {
        return list(
                "from Dialogue d join fetch d.round r join fetch r.evaluatee where d.recording.consented"
                        + " and d.recording.deletedAt is null and d.recording.deleteBy between ?1 and ?2"
                        + " order by r.evaluatee.id, d.id",
                first,
                last);
    }

    static boolean hasRecordingsLeft(Round round) {
        return count("round = ?1 and recording.consented and recording.deletedAt is null", round) > 0;
    }

    // --- what can be done with it ---

    /** @throws ProblemException 409 once the round is past reflecting */
    void change(Instant heldAt, Channel channel, String label, Recording recording) {
        round.requireStatus(RoundStatus.CONDUCTING, RoundStatus.REFLECTING);
        describe(heldAt, channel, label, recording);
    }

    private void describe(Instant heldAt, Channel channel, String label, Recording recording) {
        this.heldAt = heldAt;
        this.channel = channel;
        this.label = label;
        this.recording = recording;
    }

    /** @throws ProblemException 409 when the dialogues are over, or its recording is still there */
    void requireRemovable() {
        round.requireStatus(RoundStatus.CONDUCTING);
        if (recording != null && recording.exists()) {
            throw ProblemException.stepNotPossible(Set.of(Condition.RECORDING_NOT_DELETED));
        }
    }

    /** Notes that the recording is gone. Confirming twice keeps the first time. */
    public void confirmRecordingDeleted(Instant at) {
        if (recording != null && recording.exists()) {
            recording = recording.deleted(at);
        }
    }

    /**
     * The customer has taken the yes to the recording back.
     *
     * @throws ProblemException 409 when there is no recording, or none any more
     */
    void withdrawConsent(Instant at) {
        if (recording == null || !recording.exists()) {
            throw ProblemException.stepNotPossible(Set.of(Condition.NO_RECORDING));
        }
        recording = recording.withdrawn(at);
    }

    /**
     * Sets which topics the partner may read. Less is always possible; more only until the round is concluded.
     *
     * @throws ProblemException 409 when it would be more, and too late
     */
    public void share(Set<String> topics) {
        if (!sharedTopics.containsAll(topics)) {
            round.requireStatus(RoundStatus.CONDUCTING, RoundStatus.REFLECTING, RoundStatus.DISCUSSING);
        }
        Set<String> inGuideOrder = new LinkedHashSet<>(round.guideVersion().topics());
        inGuideOrder.retainAll(topics);
        sharedTopics = List.copyOf(inGuideOrder);
    }

    // --- what it says ---

    int version() {
        return version;
    }

    public Round round() {
        return round;
    }

    Instant heldAt() {
        return heldAt;
    }

    Channel channel() {
        return channel;
    }

    String label() {
        return label;
    }

    Recording recording() {
        return recording;
    }

    /** The last day of its recording, which it has. */
    public LocalDate deleteBy() {
        return recording.deleteBy();
    }

    /** Whether there is or was a recording: the round is with video, and the customer agreed. */
    public boolean isRecorded() {
        return recording != null && recording.consented();
    }

    public List<String> sharedTopics() {
        return sharedTopics;
    }
}
