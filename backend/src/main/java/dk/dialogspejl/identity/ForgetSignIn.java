package dk.dialogspejl.identity;

import dk.dialogspejl.organisation.PersonErased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/** Who is erased can sign in no more, and the address they did it with is nowhere. */
@ApplicationScoped
class ForgetSignIn {

    @Inject
    SignInData signIn;

    void forget(@Observes PersonErased erased) {
        signIn.remove(List.of(erased.personId()));
    }
}
