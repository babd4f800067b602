package dk.dialogspejl.platform.sealing;

import com.google.crypto.tink.KeysetHandle;
import java.security.GeneralSecurityException;

/** Seals and opens the words of one person. */
public final class PersonCipher extends Cipher {

    PersonCipher(KeysetHandle key) throws GeneralSecurityException {
        super(key);
    }

    /** Of a person who has sealed nothing, or who has been erased. */
    static PersonCipher withoutKey() {
        try {
            return new PersonCipher(null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
