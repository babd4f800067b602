package dk.dialogspejl.audit;

import static dk.dialogspejl.audit.AuditedType.API_CLIENT;
import static dk.dialogspejl.audit.AuditedType.GUIDE;
import static dk.dialogspejl.audit.AuditedType.PERSON;
import static dk.dialogspejl.audit.AuditedType.TEAM;
import static dk.dialogspejl.audit.AuditedType.WEBHOOK;

/** What is written down. A name stays what it means: it is in the database and in the contract. */
public enum AuditKind {
    PERSON_INVITED(PERSON),
    PERSON_ADDED(PERSON),
    PERSON_CHANGED(PERSON),
    PERSON_MOVED(PERSON),
    ROLES_CHANGED(PERSON),
    LEADING_CHANGED(PERSON),
    PERSON_DEACTIVATED(PERSON),
    PERSON_REACTIVATED(PERSON),
    PERSON_REMOVED(PERSON),
    PERSON_ERASED(PERSON),
    PEOPLE_IMPORTED(null),

    TEAM_ADDED(TEAM),
    TEAM_CHANGED(TEAM),
    TEAM_REMOVED(TEAM),

    GUIDE_COPIED(GUIDE),
    GUIDE_IMPORTED(GUIDE),

    /** Once for each hour that somebody writes in it. */
    GUIDE_CHANGED(GUIDE),

    GUIDE_PUBLISHED(GUIDE),
    GUIDE_RETIRED(GUIDE),
    GUIDE_RESTORED(GUIDE),

    RULES_CHANGED(null),
    RETENTION_CHANGED(null),

    API_CLIENT_CREATED(API_CLIENT),
    API_CLIENT_CHANGED(API_CLIENT),
    API_CLIENT_SECRET_ADDED(API_CLIENT),
    API_CLIENT_SECRET_REVOKED(API_CLIENT),
    API_CLIENT_REVOKED(API_CLIENT),

    WEBHOOK_CREATED(WEBHOOK),
    WEBHOOK_CHANGED(WEBHOOK),
    WEBHOOK_SECRET_ADDED(WEBHOOK),
    WEBHOOK_SECRET_REMOVED(WEBHOOK),
    WEBHOOK_ENABLED(WEBHOOK),
    WEBHOOK_DISABLED(WEBHOOK),
    WEBHOOK_TESTED(WEBHOOK),
    WEBHOOK_REPLAYED(WEBHOOK),
    WEBHOOK_DELETED(WEBHOOK),

    /** A wrong password, code or secret, at an account or API client that there is. Of people it does not say whom. */
    SIGN_IN_FAILED(null),

    /** A sign-in that somebody else may have got hold of, which ended it. */
    SESSION_COPIED(null),

    NOT_ALLOWED(null),
    NOT_FOUND(null),
    TOO_OFTEN(null);

    private final AuditedType about;

    AuditKind(AuditedType about) {
        this.about = about;
    }

    /** What such an entry is about; null for nothing but who it is by. */
    AuditedType about() {
        return about;
    }
}
