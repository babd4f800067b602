package dk.dialogspejl.platform.sealing;

import dk.dialogspejl.platform.database.CurrentOrganisation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;

/** The key of the current organisation, in the table {@code organisation_key}. It is kept in no memory. */
@ApplicationScoped
public class OrganisationKeys {

    @Inject
    MasterKey master;

    @Inject
    CurrentOrganisation organisation;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /** To open what the organisation has sealed, or to seal: the key is made when it is first needed. */
    public OrganisationCipher cipher() {
        List<byte[]> wrapped = wrapped();
        if (wrapped.isEmpty()) {
            make();
            wrapped = wrapped();
        }
        try {
            return master.cipher(wrapped.get(0), organisation.id());
        } catch (GeneralSecurityException e) {
            throw new Cipher.Unreadable();
        }
    }

    /** Wraps it by the present master key. Answers how many keys that were: one or none. */
    int rewrap(MasterKey present) {
        int rewrapped = 0;
        for (byte[] wrapped : keysNotOf(present)) {
            try {
                rewrapped += entities.createNativeQuery(
                                "update organisation_key set wrapped = :anew, master_key_id = :master"
                                        + " where organisation_id = :organisation and wrapped = :wrapped")
                        .setParameter("anew", present.rewrap(wrapped, organisation.id()))
                        .setParameter("master", present.id())
                        .setParameter("organisation", organisation.id())
                        .setParameter("wrapped", wrapped)
                        .executeUpdate();
            } catch (GeneralSecurityException e) {
                throw new Cipher.Unreadable();
            }
        }
        return rewrapped;
    }

    @SuppressWarnings("unchecked")
    private List<byte[]> keysNotOf(MasterKey present) {
        return entities.createNativeQuery("select wrapped from organisation_key"
                        + " where organisation_id = :organisation and master_key_id <> :present")
                .setParameter("organisation", organisation.id())
                .setParameter("present", present.id())
                .getResultList();
    }

    @SuppressWarnings("unchecked")
    private List<byte[]> wrapped() {
        return entities.createNativeQuery("select wrapped from organisation_key where organisation_id = :organisation")
                .setParameter("organisation", organisation.id())
                .getResultList();
    }

    /** Of several at once one makes it, and the others get that. */
    private void make() {
        try {
            entities.createNativeQuery("insert into organisation_key (organisation_id, wrapped, master_key_id, made_at)"
                            + " values (:organisation, :wrapped, :master, :now)"
                            + " on conflict (organisation_id) do nothing")
                    .setParameter("organisation", organisation.id())
                    .setParameter("wrapped", master.newKey(organisation.id()))
                    .setParameter("master", master.id())
                    .setParameter("now", clock.instant())
                    .executeUpdate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
