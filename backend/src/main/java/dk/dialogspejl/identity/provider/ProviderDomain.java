package dk.dialogspejl.identity.provider;

import dk.dialogspejl.identity.LoginDirectory;
import dk.dialogspejl.platform.database.TenantEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

/** A domain of e-mail addresses that a provider may speak for. */
@Entity
class ProviderDomain extends TenantEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private IdentityProvider provider;

    private String domain;

    protected ProviderDomain() {}

    /** What comes after the last {@code @}, in lower case. */
    static String of(String email) {
        String address = LoginDirectory.normalised(email);
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
