package dk.dialogspejl.organisation;

import dk.dialogspejl.platform.database.TenantEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Someone with a place in the organisation. Always an {@link Role#EMPLOYEE}, maybe more. */
@Entity
public class Person extends TenantEntity {

    /** What others see in the place of a name that has been erased. */
    static final String ANONYMOUS = "Anonym kollega";

    private String name;
    private String jobTitle;

    /** The person's number in the HR system; null when there is none. */
    private String employeeNumber;

    @ManyToOne(fetch = FetchType.LAZY)
    private Team team;

    @Enumerated(EnumType.STRING)
    private List<Role> roles;

    private boolean active;

    /** Null for everyone who has not been. */
    private Instant erasedAt;

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
        String pattern = "%" + text.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return Person.<Person>find(
                        "from Person p left join fetch p.team"
                                + " where p.active and p.id <> ?1 and lower(p.name) like ?2 escape '\\'"
                                + " order by p.name, p.id",
                        personId,
                        pattern)
                .page(0, most)
                .list();
    }

    public static Optional<Person> activeById(UUID id) {
        return find("id = ?1 and active", id).firstResultOptional();
    }

    /**
     * To erase somebody who has not been yet: no administrator comes or goes meanwhile, so that the last one is
     * noticed.
     */
    public static Optional<Person> forErasure(UUID id) {
        getEntityManager()
                .createNativeQuery(
                        "select id from person where id = :id or 'ADMINISTRATOR' = any (roles) and active"
                                + " order by id for no key update",
                        UUID.class)
                .setParameter("id", id)
                .getResultList();
        return find("id = ?1 and erasedAt is null", id).firstResultOptional();
    }

    public boolean isLastAdministrator() {
        return active
                && roles.contains(Role.ADMINISTRATOR)
                && (boolean) getEntityManager()
                        .createNativeQuery(
                                "select count(*) = 0 from person"
                                        + " where active and 'ADMINISTRATOR' = any (roles) and id <> :id",
                                Boolean.class)
                        .setParameter("id", id())
                        .getSingleResult();
    }

    /** Forgets who it was. The row stays, because others' words hang on it. */
    public void erase(Instant now) {
        name = ANONYMOUS;
        jobTitle = null;
        employeeNumber = null;
        team = null;
        roles = List.of(Role.EMPLOYEE);
        active = false;
        erasedAt = now;
    }

    public String name() {
        return name;
    }

    public String jobTitle() {
        return jobTitle;
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

    public boolean active() {
        return active;
    }
}
