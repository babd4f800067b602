package dk.dialogspejl.reflections;

import dk.dialogspejl.dialogues.Dialogue;
import dk.dialogspejl.platform.database.TenantEntity;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.sealing.PersonCipher;
import dk.dialogspejl.platform.sealing.Place;
import dk.dialogspejl.platform.sealing.Sealed;
import dk.dialogspejl.rounds.RoundStatus;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the evaluatee has written about one topic of one dialogue. There from the start, empty. */
@Entity
public class Reflection extends TenantEntity {

    @Version
    private int version;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Dialogue dialogue;

    private String topic;

    /** Null until something is written. Only its author's cipher opens it. */
    private Sealed words;

    /** Whether there is nothing to talk about in it: what the steps of a round ask, without a key. */
    private boolean blank;

    /** Null until something is written. */
    private Instant writtenAt;

    protected Reflection() {}

    Reflection(Dialogue dialogue, String topic) {
        this.dialogue = dialogue;
        this.topic = topic;
        this.blank = true;
    }

    public static List<Reflection> own(UUID dialogueId, UUID authorId) {
        return list(
                "from Reflection f join fetch f.dialogue d join fetch d.round r join fetch r.guideVersion"
                        + " where d.id = ?1 and r.evaluatee.id = ?2",
                dialogueId,
                authorId);
    }

    /** To write it: no other writing of it and no step of its round comes in between. */
    static Optional<Reflection> ownForWriting(UUID dialogueId, String topic, UUID authorId) {
        getEntityManager()
                .createNativeQuery("select f.id from reflection f"
                        + " join dialogue d on d.organisation_id = f.organisation_id and d.id = f.dialogue_id"
                        + " join round r on r.organisation_id = d.organisation_id and r.id = d.round_id"
                        + " where d.id = ?1 and f.topic = ?2 and r.evaluatee_id = ?3"
                        + " for share of r for no key update of f")
                .setParameter(1, dialogueId)
                .setParameter(2, topic)
                .setParameter(3, authorId)
                .getResultList();
        return find(
                        "from Reflection f join fetch f.dialogue d join fetch d.round r"
                                + " where d.id = ?1 and f.topic = ?2 and r.evaluatee.id = ?3",
                        dialogueId,
                        topic,
                        authorId)
                .firstResultOptional();
    }

    /** Only the topics that the author has shared, with the partner who said yes, while the round lives. */
    static List<Reflection> sharedWith(UUID dialogueId, UUID partnerId) {
        return list(
                "from Reflection f join fetch f.dialogue d join fetch d.round r join fetch r.guideVersion"
                        + " where d.id = ?1 and " + Dialogue.OF_PARTNER
                        + " and array_position(d.sharedTopics, f.topic) > 0",
                dialogueId,
                partnerId);
    }

    /** Whether the partner reads it now: what {@link #sharedWith} asks, of one that is at hand. */
    boolean isSharedWithPartner() {
        return dialogue.isSharedWithPartner() && dialogue.sharedTopics().contains(topic);
    }

    /**
     * Writes anew.
     *
     * @param cipher its author's
     * @throws ProblemException 409 before the round has started and once it is over
     */
    public void write(String text, List<Moment> moments, PersonCipher cipher, Instant now) {
        dialogue.round().requireStatus(RoundStatus.CONDUCTING, RoundStatus.REFLECTING, RoundStatus.DISCUSSING);
        Words written = new Words(text, List.copyOf(moments));
        this.words = cipher.seal(written, place());
        this.blank = written.isBlank();
        this.writtenAt = now;
    }

    int version() {
        return version;
    }

    Dialogue dialogue() {
        return dialogue;
    }

    public String topic() {
        return topic;
    }

    /** @param cipher its author's, whoever reads */
    Words words(PersonCipher cipher) {
        return words == null ? Words.NONE : cipher.open(words, Words.class, place());
    }

    private Place place() {
        return Place.of(this, Words.COLUMN);
    }

    Instant writtenAt() {
        return writtenAt;
    }
}
