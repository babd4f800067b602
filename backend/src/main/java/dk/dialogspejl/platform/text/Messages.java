package dk.dialogspejl.platform.text;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The product's own sentences, from {@code messages_da.properties} and {@code messages_en.properties}. */
public final class Messages {

    private Messages() {}

    /** Answers the sentence with its arguments filled in; a missing key is a programming error. */
    public static String get(Language language, String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle("messages", language.locale()).getString(key);
        return new MessageFormat(pattern, language.locale()).format(arguments);
    }
}
