package dk.dialogspejl.platform.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.AesGcmParameters.Variant;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.util.SecretBytes;
import dk.dialogspejl.platform.DataFolder;
import dk.dialogspejl.platform.NotReady;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The key that wraps people's and organisations' keys (AES-256-GCM). It comes from {@code DIALOGSPEJL_MASTER_KEY} and is in no database.
 * While it is being replaced there is another beside it, which opens what it has wrapped and wraps nothing.
 */
@ApplicationScoped
public class MasterKey {

    public static final String SETTING = "dialogspejl.master-key";

    private static final String VARIABLE = "DIALOGSPEJL_MASTER_KEY";
    private static final int BYTES = 32;

    private final String id;
    private final Set<String> known = new TreeSet<>();
    private final Aead aead;

    /**
     * @param present 32 bytes in Base64
     * @param other the one beside it while it is being replaced
     * @throws NotReady when one of them is no such key
     */
    public MasterKey(
            @ConfigProperty(name = SETTING) String present,
            @ConfigProperty(name = "dialogspejl.master-key-other") Optional<String> other)
            throws GeneralSecurityException {
        AeadConfig.register();
        byte[] key = parse(VARIABLE, present);
        id = idOf(key);
        known.add(id);
        KeysetHandle.Builder keys =
                KeysetHandle.newBuilder().addEntry(entry(key).makePrimary());
        if (other.isPresent()) {
            byte[] otherKey = parse(VARIABLE + "_OTHER", other.get());
            if (known.add(idOf(otherKey))) {
                keys.addEntry(entry(otherKey));
            }
        }
        aead = keys.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /**
     * Hands the master key to Quarkus. To try the product out, one is made and kept beside the embedded database; where
     * real people are, whoever runs it keeps it.
     *
     * @throws NotReady when there is none, or it is not 32 bytes in Base64
     */
    public static void prepare() {
        String given = System.getenv().getOrDefault(VARIABLE, "");
        if (!given.isBlank()) {
            parse(VARIABLE, given);
            return;
        }
        boolean trying = Boolean.parseBoolean(System.getenv().getOrDefault("DIALOGSPEJL_DEMO", "false"));
        if (!trying || !System.getenv().getOrDefault("DATABASE_URL", "").isBlank()) {
            throw new NotReady(
                    "Set " + VARIABLE
                            + " to the key that wraps people's keys: the same as before if there was one, else"
                            + " what `openssl rand -base64 32` prints. Keep it where you keep secrets, apart from"
                            + " backups: what people have written cannot be read without it.",
                    null);
        }
        System.setProperty(
                SETTING,
                DataFolder.secret(DataFolder.path().resolve("master-key"), BYTES, Base64.getEncoder()::encodeToString));
    }

    private static byte[] parse(String variable, String key) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(key.strip());
        } catch (IllegalArgumentException notBase64) {
            bytes = new byte[0];
        }
        if (bytes.length != BYTES) {
            throw new NotReady(
                    variable + " must be 32 random bytes in Base64, as `openssl rand -base64 32` prints.", null);
        }
        return bytes;
    }

    /** Tells keys apart and nothing else: a few bytes of a hash of 256 random bits. */
    private static String idOf(byte[] key) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
        return HexFormat.of().formatHex(digest, 0, Integer.BYTES);
    }

    private static KeysetHandle.Builder.Entry entry(byte[] key) throws GeneralSecurityException {
        int number = ByteBuffer.wrap(HexFormat.of().parseHex(idOf(key))).getInt();
        AesGcmParameters parameters = AesGcmParameters.builder()
                .setKeySizeBytes(BYTES)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(Variant.TINK)
                .build();
        return KeysetHandle.importKey(AesGcmKey.builder()
                        .setParameters(parameters)
                        .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                        .setIdRequirement(number)
                        .build())
                .withFixedId(number);
    }

    /** Names the key that wraps. */
    public String id() {
        return id;
    }

    /** The names of all keys that open. */
    Set<String> known() {
        return known;
    }

    /** A new key for a person, wrapped. */
    public byte[] newKey(UUID organisationId, UUID personId) throws GeneralSecurityException {
        return wrap(newKey(), bound(organisationId, personId));
    }

    /** A new key for an organisation, wrapped. */
    byte[] newKey(UUID organisationId) throws GeneralSecurityException {
        return wrap(newKey(), bound(organisationId));
    }

    /** The same key wrapped by the present master key. */
    byte[] rewrap(byte[] wrapped, UUID organisationId, UUID personId) throws GeneralSecurityException {
        byte[] bound = bound(organisationId, personId);
        return wrap(unwrap(wrapped, bound), bound);
    }

    /** The same for an organisation's key. */
    byte[] rewrap(byte[] wrapped, UUID organisationId) throws GeneralSecurityException {
        byte[] bound = bound(organisationId);
        return wrap(unwrap(wrapped, bound), bound);
    }

    public PersonCipher cipher(byte[] wrapped, UUID organisationId, UUID personId) throws GeneralSecurityException {
        return new PersonCipher(unwrap(wrapped, bound(organisationId, personId)));
    }

    OrganisationCipher cipher(byte[] wrapped, UUID organisationId) throws GeneralSecurityException {
        return new OrganisationCipher(unwrap(wrapped, bound(organisationId)));
    }

    private static KeysetHandle newKey() throws GeneralSecurityException {
        return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    }

    private byte[] wrap(KeysetHandle key, byte[] bound) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeEncryptedKeyset(key, aead, bound);
    }

    private KeysetHandle unwrap(byte[] wrapped, byte[] bound) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, aead, bound);
    }

    /** A key put in another person's or another organisation's row does not unwrap. */
    private static byte[] bound(UUID... owner) {
        return Arrays.stream(owner)
                .map(UUID::toString)
                .collect(Collectors.joining(" "))
                .getBytes(StandardCharsets.UTF_8);
    }
}
