package dk.dialogspejl.platform.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What tells who somebody is, as the guard finds it in free text. The patterns are in {@code personal-data/rules.json},
 * which the web app reads too; {@code personal-data/vectors.json} holds both to the same answers.
 *
 * <p>A CPR number is ten digits of which the first six are a real date, DDMMYY. It is certain, and refused, when its two
 * parts are written apart (by a hyphen, a space, a line break …), when it satisfies modulus 11, or when its date is the
 * first of January, which numbers without modulus 11 were first given for. Without any of these it is possible only,
 * because ten digits in a row may be anything, and numbers have been given out without modulus 11 since 2007. Where the
 * parts are apart but the writing says something else too, only the latter two make it certain: a date with its
 * punctuation and then a number after a space ({@code 12.05.26 1430}), a year with its century, and four last digits that
 * are themselves apart. Replacement numbers (day + 60) are no real dates and are not looked for.
 *
 * <p>Nothing here tells what was found, only of what kind. Source of the numbers' form: CPR-kontoret,
 * <cite>Personnummeret i CPR</cite>; of this reading: docs/adr/0009.
 */
public enum PersonalData {
    /** Refused. */
    CPR_NUMBER,
    /** A warning, as are all that follow: the writer may keep it. */
    POSSIBLE_CPR_NUMBER,
    PHONE_NUMBER,
    EMAIL_ADDRESS;

    private static final JsonNode RULES = read();
    private static final Pattern IGNORED = pattern("ignored");
    private static final Pattern CPR = pattern("cpr");
    private static final Pattern PHONE = pattern("phone");
    private static final Pattern EMAIL = pattern("email");

    /** Whether the writer may keep it. */
    public boolean mayBeKept() {
        return this != CPR_NUMBER;
    }

    /** The kinds that are in a text, in time linear in its length. Characters that only look different count alike. */
    public static Set<PersonalData> in(String text) {
        String plain = IGNORED.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
        Set<PersonalData> found = EnumSet.noneOf(PersonalData.class);
        Matcher cpr = CPR.matcher(plain);
        for (int from = 0; cpr.find(from); from = cpr.start() + 1) { // one may begin inside another
            if (isNumber(cpr)) {
                found.add(isCertain(cpr) ? CPR_NUMBER : POSSIBLE_CPR_NUMBER);
            }
        }
        if (PHONE.matcher(plain).find()) {
            found.add(PHONE_NUMBER);
        }
        if (EMAIL.matcher(plain).find()) {
            found.add(EMAIL_ADDRESS);
        }
        return found;
    }

    private static boolean isNumber(Matcher cpr) {
        if (cpr.group("century") != null && cpr.group("between").isEmpty()) {
            return false;
        }
        int day = Integer.parseInt(cpr.group("day"));
        int month = Integer.parseInt(cpr.group("month"));
        int year = Integer.parseInt(cpr.group("year"));
        int last = month == 2 ? year % 4 == 0 ? 29 : 28 : Set.of(4, 6, 9, 11).contains(month) ? 30 : 31;
        return month >= 1 && month <= 12 && day >= 1 && day <= last;
    }

    private static boolean isCertain(Matcher cpr) {
        String within = cpr.group("within");
        String between = cpr.group("between");
        boolean readsAsDate = !within.isBlank() && between.isBlank();
        boolean apart = !between.isEmpty()
                && !readsAsDate
                && cpr.group("century") == null
                && cpr.group("split").isEmpty();
        String date = cpr.group("day") + cpr.group("month");
        return apart
                || date.equals("0101")
                || isModulus11(date + cpr.group("year") + cpr.group("third") + cpr.group("fourth"));
    }

    private static boolean isModulus11(String digits) {
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            sum += RULES.get("weights").get(place).intValue() * (digits.charAt(place) - '0');
        }
        return sum % 11 == 0;
    }

    private static Pattern pattern(String name) {
        return Pattern.compile(RULES.get(name).textValue());
    }

    private static JsonNode read() {
        try (InputStream rules = PersonalData.class.getResourceAsStream("/personal-data/rules.json")) {
            return new ObjectMapper().readTree(rules);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
