package dk.dialogspejl.platform.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

/** Notes as they could be written at a counter, with something of one kind in each. The same ones at each run. */
final class DanishCorpus {

    /** @param kind of what is in the text, such as {@code case number} */
    record Note(String kind, String text) {}

    private static final String[] SENTENCES = {
        "Borgeren kom om %s og virkede rolig.",
        "Jeg noterede %s og så op igen.",
        "Hun spurgte til %s, og jeg forklarede hvorfor.",
        "%s – det tog tid at finde frem.",
        "Vi talte om (%s) i ti minutter.",
        "Til sidst gentog jeg %s",
        "Stikord: ro, øjenkontakt, %s, pause."
    };

    private final Random random = new Random(2026);
    private final List<Note> notes = new ArrayList<>();

    private DanishCorpus() {}

    /** So many notes of each harmless kind. */
    static List<Note> harmless(int each) {
        DanishCorpus corpus = new DanishCorpus();
        corpus.add(each, "case number", corpus::caseNumber);
        corpus.add(each, "price", corpus::price);
        corpus.add(each, "date", corpus::date);
        corpus.add(each, "date and time", () -> corpus.date() + corpus.one(" kl. ", " ") + corpus.time());
        corpus.add(each, "time", corpus::time);
        corpus.add(each, "ATC code", corpus::atc);
        corpus.add(each, "medicine", corpus::medicine);
        corpus.add(each, "CVR number", () -> corpus.one("CVR ", "CVR-nr. ", "CVR: ") + corpus.digits(8));
        corpus.add(
                each, "postcode", () -> (1000 + corpus.random.nextInt(9000)) + " " + corpus.one("Fjordby", "Aarhus C"));
        corpus.add(each, "EAN", () -> "5798" + corpus.digits(9));
        corpus.add(each, "ten digits", () -> corpus.digits(10));
        return corpus.notes;
    }

    /** So many notes of each way to write a CPR number that has a valid modulus 11, or not. */
    static List<Note> cprNumbers(int each) {
        DanishCorpus corpus = new DanishCorpus();
        corpus.add(each, "DDMMYY-NNNN", () -> corpus.cpr("%s%s%s-%s"));
        corpus.add(each, "DDMMYY NNNN", () -> corpus.cpr("%s%s%s %s"));
        corpus.add(each, "DDMMYY – NNNN", () -> corpus.cpr("%s%s%s – %s"));
        corpus.add(each, "DD MM YY NNNN", () -> corpus.cpr("%s %s %s %s"));
        corpus.add(each, "DD.MM.YY-NNNN", () -> corpus.cpr("%s.%s.%s-%s"));
        corpus.add(each, "DDMMYY, new line, NNNN", () -> corpus.cpr("%s%s%s\n%s"));
        corpus.add(each, "full width", () -> corpus.wide(corpus.cpr("%s%s%s-%s")));
        corpus.add(each, "DDMMYYNNNN", () -> corpus.cpr("%s%s%s%s"));
        corpus.add(each, "DDMMYYNNNN, modulus 11", corpus::validCpr);
        corpus.add(each, "0101YYNNNN", () -> "0101" + corpus.digits(6));
        corpus.add(each, "DD.MM.YY NNNN", () -> corpus.cpr("%s.%s.%s %s"));
        corpus.add(each, "DDMMYYYY-NNNN", () -> corpus.cpr("%s%s19%s-%s"));
        corpus.add(each, "DD MM YY NN NN", () -> corpus.cpr("%s %s %s %s").replaceAll("(..)$", " $1"));
        return corpus.notes;
    }

    /** So many notes with telephone numbers and as many with addresses. */
    static List<Note> contacts(int each) {
        DanishCorpus corpus = new DanishCorpus();
        corpus.add(each, "phone", () -> corpus.phone());
        corpus.add(
                each,
                "e-mail",
                () -> corpus.one("anna", "bo.lund", "c-holm", "øst") + "@"
                        + corpus.one("fjordby.example", "post.svane.example"));
        return corpus.notes;
    }

    private void add(int count, String kind, Supplier<String> thing) {
        for (int note = 0; note < count; note++) {
            notes.add(new Note(kind, SENTENCES[random.nextInt(SENTENCES.length)].formatted(thing.get())));
        }
    }

    private String caseNumber() {
        int year = 2018 + random.nextInt(9);
        return switch (random.nextInt(5)) {
            case 0 -> "sag " + year % 100 + "/" + digits(5);
            case 1 -> year + "-" + digits(4);
            case 2 -> "S" + year + "-" + digits(6);
            case 3 ->
                "27.%02d.%02d-G01-%d-%d"
                        .formatted(random.nextInt(100), random.nextInt(100), random.nextInt(99), year % 100);
            default -> "journalnr. " + year + "-" + digits(2) + "-" + digits(4);
        };
    }

    private String price() {
        int kroner = 1 + random.nextInt(2_000_000);
        String grouped = String.format(Locale.GERMANY, "%,d", kroner);
        return one(grouped + " kr.", grouped + ",50 kr.", kroner + " kr", "kr. " + grouped + ",-");
    }

    private LocalDate day() {
        return LocalDate.of(1925, 1, 1).plusDays(random.nextInt(36_890));
    }

    private String date() {
        LocalDate day = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(730));
        int year = day.getYear();
        return one(
                "%d.%d.%d".formatted(day.getDayOfMonth(), day.getMonthValue(), year),
                "%02d.%02d.%d".formatted(day.getDayOfMonth(), day.getMonthValue(), year % 100),
                "%02d-%02d-%d".formatted(day.getDayOfMonth(), day.getMonthValue(), year),
                "%d/%d-%d".formatted(day.getDayOfMonth(), day.getMonthValue(), year % 100),
                day.toString(),
                "%02d%02d%02d".formatted(day.getDayOfMonth(), day.getMonthValue(), year % 100));
    }

    private String time() {
        int hour = 8 + random.nextInt(10);
        int minute = random.nextInt(60);
        return one("%02d.%02d", "%d:%02d", "%02d%02d").formatted(hour, minute);
    }

    private String atc() {
        return "%c%02d%c%c%02d".formatted(letter(), random.nextInt(20), letter(), letter(), random.nextInt(100));
    }

    private String medicine() {
        return one("Panodil ", "metformin ", "Marevan ")
                + one("500 mg", "1.000 mg", "2,5 mg", "10 mg/ml", "100 stk. 1000 mg", "vnr. " + digits(6));
    }

    private String phone() {
        String eight = (2 + random.nextInt(8)) + digits(7);
        String pairs = eight.replaceAll("(..)(?=.)", "$1 ");
        return one(
                eight,
                pairs,
                eight.substring(0, 4) + " " + eight.substring(4),
                "+45 " + pairs,
                "+45" + eight,
                "tlf. " + eight);
    }

    private String cpr(String form) {
        LocalDate day = day();
        return form.formatted(
                "%02d".formatted(day.getDayOfMonth()),
                "%02d".formatted(day.getMonthValue()),
                "%02d".formatted(day.getYear() % 100),
                digits(4));
    }

    private String validCpr() {
        int[] weights = {4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
        while (true) {
            String number = cpr("%s%s%s%s");
            int sum = 0;
            for (int place = 0; place < 10; place++) {
                sum += weights[place] * (number.charAt(place) - '0');
            }
            if (sum % 11 == 0) {
                return number;
            }
        }
    }

    private String wide(String text) {
        return text.codePoints()
                .map(point -> point >= '0' && point <= '9' ? point - '0' + '０' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int place = 0; place < count; place++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private char letter() {
        return "ABCDGHJLMNPRSV".charAt(random.nextInt(14));
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }
}
