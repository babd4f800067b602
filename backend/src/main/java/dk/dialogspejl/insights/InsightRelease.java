package dk.dialogspejl.insights;

import dk.dialogspejl.platform.database.TenantEntity;
import dk.dialogspejl.platform.time.Quarter;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;

/** The figures of a quarter, made once for all teams together and never changed. */
@Entity
@Immutable
class InsightRelease extends TenantEntity {

    private LocalDate quarterFrom;
    private Instant releasedAt;

    protected InsightRelease() {}

    /**
     * Takes it upon itself to make the figures of a quarter; whoever else means to waits until this transaction ends.
     *
     * @return the release, without figures yet; empty where they have been made
     */
    @SuppressWarnings("unchecked")
    static Optional<InsightRelease> begin(Quarter quarter, Instant now) {
        Stream<UUID> begun = getEntityManager()
                .createNativeQuery("insert into insight_release (organisation_id, id, quarter_from, released_at)"
                        + " values (current_organisation(), gen_random_uuid(), :quarter, :now)"
                        + " on conflict (organisation_id, quarter_from) do nothing returning id")
                .setParameter("quarter", quarter.from())
                .setParameter("now", now)
                .getResultStream();
        return begun.findFirst().map(id -> InsightRelease.<InsightRelease>findById(id));
    }

    /** The quarters from this day on of which there are figures, newest first. */
    static List<Quarter> since(LocalDate day) {
        return getEntityManager()
                .createQuery(
                        "select r.quarterFrom from InsightRelease r where r.quarterFrom >= :day order by r.quarterFrom desc",
                        LocalDate.class)
                .setParameter("day", day)
                .getResultStream()
                .map(Quarter::new)
                .toList();
    }

    Quarter quarter() {
        return new Quarter(quarterFrom);
    }
}
