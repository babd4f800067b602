package dk.dialogspejl.platform.sealing;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Base64;
import org.hibernate.annotations.Immutable;

/** Words as they are kept: nothing can be read from them but their length without their author's cipher. */
@Immutable
public final class Sealed {

    private final byte[] bytes;

    Sealed(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    /**
     * From {@link #toText}.
     *
     * @throws IllegalArgumentException for what cannot be from there
     */
    public static Sealed ofText(String text) {
        return new Sealed(Base64.getUrlDecoder().decode(text));
    }

    /** For an address: letters, digits, hyphens and underscores. */
    public String toText() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sealed sealed && Arrays.equals(bytes, sealed.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** To and from its column. It opens nothing: a converter does not know whose words they are. */
    @Converter(autoApply = true)
    static class Column implements AttributeConverter<Sealed, byte[]> {

        @Override
        public byte[] convertToDatabaseColumn(Sealed sealed) {
            return sealed == null ? null : sealed.bytes;
        }

        @Override
        public Sealed convertToEntityAttribute(byte[] bytes) {
            return bytes == null ? null : new Sealed(bytes);
        }
    }
}
