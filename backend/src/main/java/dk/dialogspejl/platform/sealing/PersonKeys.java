package dk.dialogspejl.platform.sealing;

import dk.dialogspejl.platform.database.CurrentOrganisation;
import dk.dialogspejl.platform.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** The ciphers of the people of the current organisation. No key is kept in memory: one that is gone is gone at once. */
@ApplicationScoped
public class PersonKeys {

    @Inject
    MasterKey master;

    @Inject
    CurrentOrganisation organisation;

    @Inject
    Clock clock;

    /** To read what this person has written. One statement. */
    public PersonCipher toOpen(UUID authorId) {
        return PersonKey.of(authorId).map(this::cipher).orElseGet(PersonCipher::withoutKey);
    }

    /**
     * To write as this person, whose key is made when it is first needed. Of several at once one makes it, and the
     * others get that.
     *
     * @throws ProblemException 404 for someone who has been erased: a request of theirs that was still under way
     */
    public PersonCipher toSeal(UUID authorId) {
        Optional<PersonKey> key = PersonKey.of(authorId);
        if (key.isEmpty()) {
            make(authorId);
            key = PersonKey.of(authorId);
        }
        return key.map(this::cipher).orElseThrow(ProblemException::notFound);
    }

    private void make(UUID personId) {
        byte[] wrapped;
        try {
            wrapped = master.newKey(organisation.id(), personId);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        PersonKey.getEntityManager()
                .createNativeQuery(
                        "insert into person_key (organisation_id, person_id, wrapped, master_key_id, made_at)"
                                + " select organisation_id, id, :wrapped, :master, :now from person"
                                + " where id = :person and erased_at is null"
                                + " on conflict (organisation_id, person_id) do nothing")
                .setParameter("wrapped", wrapped)
                .setParameter("master", master.id())
                .setParameter("now", clock.instant())
                .setParameter("person", personId)
                .executeUpdate();
    }

    /** Destroys the person's key: what they have sealed is unreadable from here on, wherever it lies. */
    public void destroy(UUID personId) {
        PersonKey.delete("personId", personId);
    }

    private PersonCipher cipher(PersonKey key) {
        try {
            return master.cipher(key.wrapped(), organisation.id(), key.personId());
        } catch (GeneralSecurityException e) {
            throw new Cipher.Unreadable();
        }
    }
}
