package dk.dialogspejl.platform.text;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/** The languages of the product, Danish first. */
public enum Language {
    DA,
    EN;

    private static final List<Locale> LOCALES = List.of(DA.locale(), EN.locale());

    public Locale locale() {
        return Locale.forLanguageTag(tag());
    }

    /** The BCP 47 tag. */
    @JsonValue
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Picks by an {@code Accept-Language} value (RFC 4647 lookup); Danish when it is absent, other or malformed. */
    public static Language preferredBy(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return DA;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LOCALES);
            return best != null && best.getLanguage().equals(EN.tag()) ? EN : DA;
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            return DA;
        }
    }
}
