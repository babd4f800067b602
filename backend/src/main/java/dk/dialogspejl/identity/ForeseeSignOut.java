package dk.dialogspejl.identity;

import dk.dialogspejl.organisation.Effect;
import dk.dialogspejl.organisation.Foresees;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;

/** Whoever is deactivated is signed out everywhere. */
@ApplicationScoped
class ForeseeSignOut implements Foresees {

    @Inject
    Clock clock;

    @Override
    public Stream<Effect> ofLeaving(UUID personId) {
        return Stream.of(new Effect(Effect.Kind.SIGNED_OUT, Session.countOpenOf(personId, clock.instant())));
    }
}
