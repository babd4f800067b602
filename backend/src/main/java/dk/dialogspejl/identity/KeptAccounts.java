package dk.dialogspejl.identity;

import dk.dialogspejl.platform.retention.Kept;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The sign-in of who has left. The person stays, as a name in what others keep. */
@ApplicationScoped
class KeptAccounts implements Kept {

    @Inject
    SignInData signIn;

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public String due() {
        return "select k.id from person k where not k.active and k.inactive_since < :accounts and ("
                + SignInData.TABLES.stream()
                        .map(table -> "exists (select from " + table + " s"
                                + " where s.organisation_id = k.organisation_id and s.person_id = k.id)")
                        .collect(Collectors.joining(" or "))
                + ")";
    }

    @Override
    public void remove(List<UUID> ids) {
        signIn.remove(ids);
    }
}
