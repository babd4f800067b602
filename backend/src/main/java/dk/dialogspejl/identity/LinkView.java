package dk.dialogspejl.identity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom a one-time link was mailed to, and what for. */
@Schema(
        requiredProperties = {"kind", "name", "email"},
        example = "{\"kind\": \"RESET\", \"name\": \"Anna Holm\", \"email\": \"anna@fjordby.example\"}")
public record LinkView(Kind kind, String name, String email) {

    /** What the link is for. */
    public enum Kind {
        INVITATION,
        RESET
    }

    static LinkView of(Account account) {
        return new LinkView(
                account.isInvited() ? Kind.INVITATION : Kind.RESET,
                account.person().name(),
                account.login());
    }
}
