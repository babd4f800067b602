package dk.dialogspejl.privacy;

import dk.dialogspejl.platform.database.TenantEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Map;

/** How long an organisation keeps what, in months; see {@link RetentionView} for from when each counts. */
@Entity
public class RetentionPolicy extends TenantEntity {

    @Version
    private int version;

    private int reflectionMonths;
    private int noteMonths;
    private int summaryMonths;
    private int accountMonths;
    private int accessLogMonths;
    private int auditMonths;

    protected RetentionPolicy() {}

    /** The organisation's own, or the defaults, which are not kept until they are changed. */
    static RetentionPolicy current() {
        return RetentionPolicy.<RetentionPolicy>findAll().firstResultOptional().orElseGet(RetentionPolicy::defaults);
    }

    /** The same, to be changed: no other change of it comes in between. */
    static RetentionPolicy forChange() {
        RetentionPolicy defaults = defaults();
        getEntityManager()
                .createNativeQuery(
                        "insert into retention_policy select current_organisation(), gen_random_uuid(), 0,"
                                + " :reflections, :notes, :summaries, :accounts, :accessLog, :audit on conflict (organisation_id) do nothing")
                .setParameter("reflections", defaults.reflectionMonths)
                .setParameter("notes", defaults.noteMonths)
                .setParameter("summaries", defaults.summaryMonths)
                .setParameter("accounts", defaults.accountMonths)
                .setParameter("accessLog", defaults.accessLogMonths)
                .setParameter("audit", defaults.auditMonths)
                .executeUpdate();
        return RetentionPolicy.<RetentionPolicy>findAll()
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResult();
    }

    private static RetentionPolicy defaults() {
        RetentionPolicy defaults = new RetentionPolicy();
        defaults.change(new ChangeRetention(12, 12, 36, 6, 24, 24));
        return defaults;
    }

    void change(ChangeRetention command) {
        reflectionMonths = command.reflectionMonths();
        noteMonths = command.noteMonths();
        summaryMonths = command.summaryMonths();
        accountMonths = command.accountMonths();
        accessLogMonths = command.accessLogMonths();
        auditMonths = command.auditMonths();
    }

    /** By the name of each term the instant before which something is due, and {@code now}. */
    Map<String, Instant> instants(ZonedDateTime now) {
        return Map.of(
                "now", now.toInstant(),
                "reflections", now.minusMonths(reflectionMonths).toInstant(),
                "notes", now.minusMonths(noteMonths).toInstant(),
                "summaries", now.minusMonths(summaryMonths).toInstant(),
                "accounts", now.minusMonths(accountMonths).toInstant(),
                "accessLog", now.minusMonths(accessLogMonths).toInstant(),
                "audit", now.minusMonths(auditMonths).toInstant());
    }

    int version() {
        return version;
    }

    int reflectionMonths() {
        return reflectionMonths;
    }

    int noteMonths() {
        return noteMonths;
    }

    int summaryMonths() {
        return summaryMonths;
    }

    int accountMonths() {
        return accountMonths;
    }

    int accessLogMonths() {
        return accessLogMonths;
    }

    int auditMonths() {
        return auditMonths;
    }
}
