package dk.dialogspejl.privacy;

import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.organisation.PersonErased;
import dk.dialogspejl.organisation.TeamLeadership;
import dk.dialogspejl.platform.http.ProblemException;
import dk.dialogspejl.platform.sealing.PersonKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Erases a person: their key and all they wrote, who they were and how they signed in. Others' words stay. */
@ApplicationScoped
class ErasePerson {

    @Inject
    PersonKeys keys;

    @Inject
    ErasureLedger ledger;

    @Inject
    Event<PersonErased> erased;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /** @throws ProblemException 404 for nobody, or somebody erased already; 409 with everything in its way */
    void erase(UUID personId) {
        Person person = Person.forErasure(personId).orElseThrow(ProblemException::notFound);
        List<Enum<?>> unmet = new ArrayList<>();
        if (person.active() && ErasureRequest.of(personId).isEmpty()) {
            unmet.add(ErasureCondition.ERASURE_NOT_ASKED_FOR);
        }
        if (person.isLastAdministrator()) {
            unmet.add(Person.Condition.LAST_ADMINISTRATOR);
        }
        if (!unmet.isEmpty()) {
            throw ProblemException.stepNotPossible(unmet);
        }
        Erasure done = carryOut(person, clock.instant());
        // Last, and before it is committed: were it lost instead, a restore would bring the person back.
        ledger.append(done.entry());
    }

    /** Once more, in a database that has been put back; nothing for somebody whom it has forgotten or never known. */
    boolean again(ErasureLedger.Entry entry) {
        return Person.forErasure(entry.person())
                .map(person -> carryOut(person, entry.erasedAt()))
                .isPresent();
    }

    private Erasure carryOut(Person person, Instant at) {
        UUID id = person.id();
        // First, because it waits for whoever is writing in the person's rounds, and they may wait for the person.
        erased.fire(new PersonErased(id));
        person.erase(at);
        TeamLeadership.endAllOf(id);
        Erasure done = new Erasure(id, at);
        done.persist();
        entities.flush();
        keys.destroy(id);
        ErasureRequest.withdraw(id);
        run("call forget_access_log_of(:person)", id);
        // Answers that are kept for a day name those they are about, whoever asked.
        run(
                "delete from idempotent_answer where person_id = :person"
                        + " or position(cast(cast(:person as uuid) as text) in answer) > 0",
                id);
        return done;
    }

    private void run(String statement, UUID person) {
        entities.createNativeQuery(statement).setParameter("person", person).executeUpdate();
    }
}
