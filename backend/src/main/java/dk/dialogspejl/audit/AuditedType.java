package dk.dialogspejl.audit;

/** What an entry can be about, or by. */
public enum AuditedType {
    PERSON,
    TEAM,
    GUIDE,
    API_CLIENT,
    WEBHOOK
}
