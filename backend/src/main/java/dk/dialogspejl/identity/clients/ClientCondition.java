package dk.dialogspejl.identity.clients;

/** What may stand in the way of changing an API client. */
enum ClientCondition {
    CLIENT_REVOKED,
    TWO_SECRETS_ALREADY
}
