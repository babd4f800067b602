package dk.dialogspejl.identity.provider;

import java.util.Optional;

/**
 * Who a provider says that somebody is, once its token has been believed.
 *
 * @param subject the provider's own name for them, which it never gives to another
 * @param email empty unless the provider says that it has verified it
 */
record ProvenIdentity(String subject, Optional<String> email, Optional<String> name) {

    /** Never what it says. */
    @Override
    public String toString() {
        return "ProvenIdentity";
    }
}
