package dk.dialogspejl.identity;

import dk.dialogspejl.organisation.PersonRef;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who has been invited and has not come in yet. */
@Schema(
        name = "Invitation",
        requiredProperties = {"person", "email", "invitedAt", "expired"},
        example = """
                {"person": {"id": "0193c1de-7c2b-7f39-a1a5-4d5b6d8c1f00", "name": "Mette Dahl"},
                 "email": "mette@fjordby.example", "invitedAt": "2026-12-10T09:20:00Z", "expired": false}""")
public record InvitationRow(
        PersonRef person,
        String email,

        @Schema(description = "When it was last sent") Instant invitedAt,

        @Schema(description = "Whether its link no longer works")
        boolean expired) {

    /** @param byLink whether it has one, as passwords are used */
    static InvitationRow of(Account account, boolean byLink, Instant now) {
        return new InvitationRow(
                PersonRef.of(account.person()),
                account.login(),
                account.invitedAt(),
                byLink && now.isAfter(account.invitedAt().plus(OneTimeLink.INVITATION)));
    }
}
