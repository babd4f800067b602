package dk.dialogspejl.reflections;

import dk.dialogspejl.dialogues.DialogueNoted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Lays out an empty reflection for each topic of the guide as soon as a dialogue is noted. */
@ApplicationScoped
class BlankReflections {

    void layOut(@Observes DialogueNoted noted) {
        noted.dialogue()
                .round()
                .guideVersion()
                .topics()
                .forEach(topic -> new Reflection(noted.dialogue(), topic).persist());
    }
}
