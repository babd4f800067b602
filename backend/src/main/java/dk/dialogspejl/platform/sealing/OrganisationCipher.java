package dk.dialogspejl.platform.sealing;

import com.google.crypto.tink.KeysetHandle;
import java.security.GeneralSecurityException;

/** Seals and opens what an organisation keeps secret, which is no one person's. */
public final class OrganisationCipher extends Cipher {

    OrganisationCipher(KeysetHandle key) throws GeneralSecurityException {
        super(key);
    }
}
