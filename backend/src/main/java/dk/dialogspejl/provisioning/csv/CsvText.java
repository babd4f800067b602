package dk.dialogspejl.provisioning.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The text of a file as spreadsheets and HR systems write it, and what stands between its fields. */
record CsvText(String text, char separator) {

    private static final char[] SEPARATORS = {';', ',', '\t'};

    /** What Danish Windows writes; it reads any bytes, so it is tried last. */
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final String MARK = "\uFEFF";

    /** UTF-8 and UTF-16 with their marks, else UTF-8 where it is, else Windows-1252. */
    static CsvText of(byte[] file) {
        Charset marked = Map.of("FEFF", StandardCharsets.UTF_16BE, "FFFE", StandardCharsets.UTF_16LE)
                .get(file.length < 2 ? "" : "%02X%02X".formatted(file[0], file[1]));
        String text = marked != null ? new String(file, marked) : decoded(file);
        text = text.startsWith(MARK) ? text.substring(1) : text;
        return new CsvText(text, separator(text));
    }

    private static String decoded(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(file, WINDOWS);
        }
    }

    /** The one that is most often in the heading, outside quotes. */
    private static char separator(String text) {
        String heading = text.lines().findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
        char most = SEPARATORS[0];
        for (char candidate : SEPARATORS) {
            if (count(heading, candidate) > count(heading, most)) {
                most = candidate;
            }
        }
        return most;
    }

    private static long count(String text, char sought) {
        return text.chars().filter(each -> each == sought).count();
    }

    /** Never what is in it. */
    @Override
    public String toString() {
        return "CsvText";
    }
}
