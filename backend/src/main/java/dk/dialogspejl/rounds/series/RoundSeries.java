package dk.dialogspejl.rounds.series;

import dk.dialogspejl.guides.GuideVersion;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.organisation.Team;
import dk.dialogspejl.platform.database.TenantEntity;
import dk.dialogspejl.platform.http.Cursor;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.rounds.RoundMode;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Rounds that a leader started for a team at once, and what they all began with. */
@Entity
public class RoundSeries extends TenantEntity {

    /** Who leads the team now, whoever started it. */
    private static final String LED = "from RoundSeries s join fetch s.team t join fetch s.startedBy"
            + " join fetch s.guideVersion v join fetch v.guide"
            + " where t.id in (select l.team.id from TeamLeadership l where l.leader.id = :leader)";

    /** Null when the team is no more. */
    @ManyToOne(fetch = FetchType.LAZY)
    private Team team;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Person startedBy;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private GuideVersion guideVersion;

    @Enumerated(EnumType.STRING)
    private PairedBy pairing;

    @Enumerated(EnumType.STRING)
    private RoundMode mode;

    private LocalDate periodFrom;

    /** The day after the last. */
    private LocalDate periodUntil;

    private int numberOfDialogues;

    /** From the leader to those whose rounds they are; null for none. */
    private String message;

    private Instant startedAt;

    protected RoundSeries() {}

    RoundSeries(Team team, Person startedBy, GuideVersion guideVersion, CreateSeries settings, Instant now) {
        this.team = team;
        this.startedBy = startedBy;
        this.guideVersion = guideVersion;
        this.pairing = settings.pairing();
        this.mode = settings.mode();
        this.periodFrom = settings.periodFrom();
        this.periodUntil = settings.periodUntil();
        this.numberOfDialogues = settings.numberOfDialogues();
        this.message = settings.words();
        this.startedAt = now;
    }

    /** Whether the team has had one of the same guide in the same period. */
    static boolean isStarted(Team team, GuideVersion guideVersion, CreateSeries settings) {
        return count(
                        "team = ?1 and guideVersion = ?2 and periodFrom = ?3 and periodUntil = ?4",
                        team,
                        guideVersion,
                        settings.periodFrom(),
                        settings.periodUntil())
                > 0;
    }

    /** A page of those of the teams that this person leads, newest first. */
    static List<RoundSeries> ledBy(UUID leader, Cursor after, int most) {
        String query = after == null ? LED : LED + " and (s.startedAt < :at or s.startedAt = :at and s.id < :id)";
        var page = getEntityManager()
                .createQuery(query + " order by s.startedAt desc, s.id desc", RoundSeries.class)
                .setParameter("leader", leader);
        if (after != null) {
            page.setParameter("at", after.at()).setParameter("id", after.id());
        }
        return page.setMaxResults(most).getResultList();
    }

    /** @throws ProblemException 404 where this person does not lead the team */
    static RoundSeries ledBy(UUID leader, UUID id) {
        return getEntityManager()
                .createQuery(LED + " and s.id = :id", RoundSeries.class)
                .setParameter("leader", leader)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    /** Those that a person has started, newest first. */
    public static List<RoundSeries> startedBy(UUID person) {
        return list(
                "from RoundSeries s left join fetch s.team where s.startedBy.id = ?1 order by s.startedAt desc",
                person);
    }

    /** Null when it is no more. */
    public Team team() {
        return team;
    }

    public Person startedBy() {
        return startedBy;
    }

    GuideVersion guideVersion() {
        return guideVersion;
    }

    PairedBy pairing() {
        return pairing;
    }

    RoundMode mode() {
        return mode;
    }

    LocalDate periodFrom() {
        return periodFrom;
    }

    LocalDate periodUntil() {
        return periodUntil;
    }

    int numberOfDialogues() {
        return numberOfDialogues;
    }

    public String message() {
        return message;
    }

    public Instant startedAt() {
        return startedAt;
    }
}
