package dk.dialogspejl.privacy;

import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.platform.database.TenantEntity;
import dk.dialogspejl.platform.http.Cursor;
import dk.dialogspejl.rounds.Round;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One read by a person of what another shared. Written once and never changed; it holds no word of what was read. */
@Entity
@Immutable
public class AccessEntry extends TenantEntity {

    /** Whose it is, and who may see this entry. */
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Person owner;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Person reader;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Round round;

    private UUID dialogueId;

    @Enumerated(EnumType.STRING)
    private SharedContent content;

    private List<String> topics;

    private Instant readAt;

    protected AccessEntry() {}

    AccessEntry(
            Person owner,
            Person reader,
            Round round,
            UUID dialogueId,
            SharedContent content,
            List<String> topics,
            Instant readAt) {
        this.owner = owner;
        this.reader = reader;
        this.round = round;
        this.dialogueId = dialogueId;
        this.content = content;
        this.topics = List.copyOf(topics);
        this.readAt = readAt;
    }

    /**
     * A page of the reads by people of what this person shared, newest first.
     *
     * @param roundId only what belongs to this round; null for all
     * @param after where the page begins; null for the first
     */
    static List<AccessEntry> of(UUID ownerId, UUID roundId, Cursor after, int most) {
        String query = "from AccessEntry a join fetch a.reader where a.owner.id = :owner";
        if (roundId != null) {
            query += " and a.round.id = :round";
        }
        if (after != null) {
            query += " and (a.readAt < :at or a.readAt = :at and a.id < :id)";
        }
        var page = getEntityManager()
                .createQuery(query + " order by a.readAt desc, a.id desc", AccessEntry.class)
                .setParameter("owner", ownerId);
        if (roundId != null) {
            page.setParameter("round", roundId);
        }
        if (after != null) {
            page.setParameter("at", after.at()).setParameter("id", after.id());
        }
        return page.setMaxResults(most).getResultList();
    }

    /** All that this person has read of others', newest first. */
    static List<AccessEntry> by(UUID readerId) {
        return list(
                "from AccessEntry a join fetch a.reader where a.reader.id = ?1 order by a.readAt desc, a.id desc",
                readerId);
    }

    Person reader() {
        return reader;
    }

    UUID roundId() {
        return round.id();
    }

    UUID dialogueId() {
        return dialogueId;
    }

    SharedContent content() {
        return content;
    }

    List<String> topics() {
        return topics;
    }

    Instant readAt() {
        return readAt;
    }
}
