package dk.dialogspejl.organisation;

import dk.dialogspejl.platform.database.TenantEntity;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.text.Language;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Generated;
import org.hibernate.generator.EventType;

/** Someone with a place in the organisation. Always an {@link Role#EMPLOYEE}, maybe more. */
@Entity
public class Person extends TenantEntity {

    /** What others see in the place of a name that has been erased. */
    static final String ANONYMOUS = "Anonym kollega";

    /** In queries, of a person {@code p}: they have neither been erased nor given up by the system that people come from. */
    public static final String IN_DIRECTORY = "p.erasedAt is null and p.removedAt is null";

    /** What may stand in the way of letting somebody go, or taking a role from them. */
    public enum Condition {
        LAST_ADMINISTRATOR
    }

    private String name;
    private String givenName;
    private String familyName;
    private String jobTitle;

    /** What the system that people come from calls the person; null for who came otherwise. */
    private String externalId;

    /** The person's number in the HR system; null when there is none. */
    private String employeeNumber;

    @ManyToOne(fetch = FetchType.LAZY)
    private Team team;

    @Enumerated(EnumType.STRING)
    private List<Role> roles;

    /** To write to them in; null for who has not said, and whom nobody has said it for. */
    @Enumerated(EnumType.STRING)
    private Language language;

    private boolean active;

    /** The API client of the system that took the person in or changed them last; null where none has. */
    private UUID provisionedBy;

    /** When the system that people come from gave the person up; null for everyone it has not. */
    private Instant removedAt;

    /** Null for everyone who has not been. */
    private Instant erasedAt;

    @Generated(event = EventType.INSERT)
    @Column(insertable = false, updatable = false)
    private Instant createdAt;

    /** Noted by the database, whoever changed what; each change has a later one. */
    @Generated(event = {EventType.INSERT, EventType.UPDATE})
    @Column(insertable = false, updatable = false)
    private Instant changedAt;

    /** Counts changes; the database does, whoever makes them. */
    @Generated(event = {EventType.INSERT, EventType.UPDATE})
    @Column(insertable = false, updatable = false)
    private int version;

    protected Person() {}

    public Person(String name, String jobTitle, String employeeNumber, Team team, Set<Role> roles) {
        this.name = name;
        this.jobTitle = jobTitle;
        this.employeeNumber = employeeNumber;
        this.team = team;
        EnumSet<Role> all = EnumSet.of(Role.EMPLOYEE);
        all.addAll(roles);
        this.roles = List.copyOf(all);
        this.active = true;
    }

    /** Colleagues whose name holds the text, the person asking left out, by name. */
    static List<Person> colleaguesOf(UUID personId, String text, int most) {
        return Person.<Person>find(
                        "from Person p left join fetch p.team"
                                + " where p.active and p.id <> ?1 and lower(p.name) like ?2 escape '\\'"
                                + " order by p.name, p.id",
                        personId,
                        holding(text))
                .page(0, most)
                .list();
    }

    /** A pattern for {@code like … escape '\\'} of what holds the text, in lower case. */
    public static String holding(String text) {
        return "%" + text.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    public static Optional<Person> activeById(UUID id) {
        return find("id = ?1 and active", id).firstResultOptional();
    }

    /** Somebody who is in the directory. */
    public static Optional<Person> inDirectory(UUID id) {
        return byId(id).firstResultOptional();
    }

    private static PanacheQuery<Person> byId(UUID id) {
        return find("from Person p where p.id = ?1 and " + IN_DIRECTORY, id);
    }

    /**
     * To erase somebody who has not been yet: no administrator comes or goes meanwhile, so that the last one is
     * noticed.
     */
    public static Optional<Person> forErasure(UUID id) {
        lockWithAdministrators(Set.of(id));
        return find("id = ?1 and erasedAt is null", id).firstResultOptional();
    }

    /** As {@link #forErasure}, to change somebody who is in the directory. */
    public static Optional<Person> forChange(UUID id) {
        lockWithAdministrators(Set.of(id));
        return byId(id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** Whoever means to change people after this waits until this transaction ends, where there is an administrator. */
    public static void lockWithAdministrators(Collection<UUID> ids) {
        getEntityManager()
                .createNativeQuery(
                        "select id from person where id = any (:ids) or 'ADMINISTRATOR' = any (roles) and active"
                                + " order by id for no key update")
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
    }

    /** @throws ProblemException 409 for the last administrator, who stays one */
    public void mustNotBeLastAdministrator() {
        if (isLastAdministrator()) {
            throw ProblemException.stepNotPossible(Set.of(Condition.LAST_ADMINISTRATOR));
        }
    }

    /** As far as what has been written to the database goes. */
    public boolean isLastAdministrator() {
        return active
                && roles.contains(Role.ADMINISTRATOR)
                && (boolean) getEntityManager()
                        .createNativeQuery("select count(*) = 0 from person"
                                + " where active and 'ADMINISTRATOR' = any (roles) and id <> :id")
                        .setParameter("id", id())
                        .getSingleResult();
    }

    /**
     * As the system that people come from knows them; null for what it does not.
     *
     * @param name what others see
     * @param givenName and {@code familyName} are kept for that system alone
     */
    public void describe(
            String name,
            String givenName,
            String familyName,
            String jobTitle,
            String employeeNumber,
            String externalId,
            Language language) {
        this.name = name;
        this.givenName = givenName;
        this.familyName = familyName;
        this.jobTitle = jobTitle;
        this.employeeNumber = employeeNumber;
        this.externalId = externalId;
        this.language = language;
    }

    /** @param team null for none */
    public void moveTo(Team team) {
        this.team = team;
    }

    /** These roles and no others, besides the one that everyone has. */
    public void have(Set<Role> roles) {
        EnumSet<Role> all = EnumSet.of(Role.EMPLOYEE);
        all.addAll(roles);
        if (!all.equals(roles())) {
            this.roles = List.copyOf(all);
        }
    }

    /** Whoever is not active can do nothing here, from the next request on. */
    public void beActive(boolean active) {
        this.active = active;
    }

    /** @param client of the system that speaks of them */
    public void beProvisionedBy(UUID client) {
        provisionedBy = client;
    }

    /** Leaves the directory for good, without what the next person to be taken in may need. What they wrote stays. */
    public void leave(Instant now) {
        employeeNumber = null;
        externalId = null;
        provisionedBy = null;
        team = null;
        active = false;
        removedAt = now;
    }

    /** Forgets who it was. The row stays, because others' words hang on it. */
    public void erase(Instant now) {
        name = ANONYMOUS;
        givenName = null;
        familyName = null;
        jobTitle = null;
        employeeNumber = null;
        externalId = null;
        provisionedBy = null;
        language = null;
        team = null;
        roles = List.of(Role.EMPLOYEE);
        active = false;
        erasedAt = now;
    }

    public String name() {
        return name;
    }

    public String givenName() {
        return givenName;
    }

    public String familyName() {
        return familyName;
    }

    public String jobTitle() {
        return jobTitle;
    }

    public String externalId() {
        return externalId;
    }

    public String employeeNumber() {
        return employeeNumber;
    }

    public Team team() {
        return team;
    }

    public Set<Role> roles() {
        return EnumSet.copyOf(roles);
    }

    public Language language() {
        return language;
    }

    public boolean active() {
        return active;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Tells one version of the person from another. */
    public Instant changedAt() {
        return changedAt;
    }

    public int version() {
        return version;
    }

    /** Whether another system says who this is: what is changed here may be changed back there. */
    public boolean isProvisioned() {
        return provisionedBy != null || externalId != null;
    }
}
