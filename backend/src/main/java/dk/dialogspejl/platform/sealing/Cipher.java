package dk.dialogspejl.platform.sealing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import java.io.IOException;
import java.security.GeneralSecurityException;

/** Seals and opens with one key: AES-256-GCM with a new nonce each time, over the JSON of what is sealed. */
public abstract sealed class Cipher permits PersonCipher, OrganisationCipher {

    private static final JsonMapper JSON = new JsonMapper();

    private final Aead aead;

    /** @param key null where there is none: it opens nothing */
    Cipher(KeysetHandle key) throws GeneralSecurityException {
        this.aead = key == null ? null : key.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    public Sealed seal(Object words, Place place) {
        try {
            return new Sealed(aead.encrypt(JSON.writeValueAsBytes(words), place.bound()));
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws Unreadable for another's words, for words of another place, and when the key is gone */
    public <T> T open(Sealed words, Class<T> type, Place place) {
        if (aead == null) {
            throw new Unreadable();
        }
        try {
            return JSON.readValue(aead.decrypt(words.bytes(), place.bound()), type);
        } catch (GeneralSecurityException notOurs) {
            throw new Unreadable();
        } catch (IOException e) {
            throw new IllegalStateException("Sealed words are not " + type.getSimpleName());
        }
    }

    /** What is there does not open with this key in this place. */
    public static final class Unreadable extends RuntimeException {

        Unreadable() {
            super("Sealed words cannot be opened");
        }
    }
}
