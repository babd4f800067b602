package dk.dialogspejl.organisation;

import dk.dialogspejl.platform.database.TenantEntity;
import dk.dialogspejl.platform.http.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Generated;
import org.hibernate.generator.EventType;

/** People with one leader or more. */
@Entity
public class Team extends TenantEntity {

    private String name;

    /** What the system that people come from calls the team; null where it does not. */
    private String externalId;

    /** The API client of the system that made or changed the team last; null where none has. */
    private UUID provisionedBy;

    @Generated(event = EventType.INSERT)
    @Column(insertable = false, updatable = false)
    private Instant createdAt;

    /** Noted by the database, also when people come and go; each change has a later one. */
    @Generated(event = {EventType.INSERT, EventType.UPDATE})
    @Column(insertable = false, updatable = false)
    private Instant changedAt;

    /** Counts changes, of who is in the team too; the database does. */
    @Generated(event = {EventType.INSERT, EventType.UPDATE})
    @Column(insertable = false, updatable = false)
    private int version;

    protected Team() {}

    public Team(String name) {
        this.name = name;
    }

    /** To change it: other changes of it wait until this transaction ends. */
    public static Optional<Team> forChange(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /**
     * The team, for what its members and its leaders read.
     *
     * @throws ProblemException 404 where this person is neither
     */
    public static Team around(UUID teamId, UUID person) {
        return Team.<Team>find(
                        "from Team t where t.id = ?1 and (exists (select 1 from Person p where p.id = ?2 and p.team = t)"
                                + " or exists (select 1 from TeamLeadership l where l.team = t and l.leader.id = ?2))",
                        teamId,
                        person)
                .firstResultOptional()
                .orElseThrow(ProblemException::notFound);
    }

    /** @param externalId null for none */
    public void describe(String name, String externalId) {
        this.name = name;
        this.externalId = externalId;
    }

    public void rename(String name) {
        this.name = name;
    }

    /** @param client of the system that speaks of it */
    public void beProvisionedBy(UUID client) {
        provisionedBy = client;
    }

    /** Whether another system says what it is called and who is in it. */
    public boolean isProvisioned() {
        return provisionedBy != null || externalId != null;
    }

    public int version() {
        return version;
    }

    public String name() {
        return name;
    }

    public String externalId() {
        return externalId;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Tells one version of the team, and of who is in it, from another. */
    public Instant changedAt() {
        return changedAt;
    }
}
