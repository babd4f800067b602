package dk.dialogspejl.platform.text;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.platform.text.DanishCorpus.Note;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How much of what is personal the guard finds, and how often it is wrong, in figures that are printed. */
class DanishCorpusTest {

    private static final int EACH = 2_000;

    private static final class Shares {
        private int notes;
        private int refused;
        private int warned;

        private void count(Set<PersonalData> found) {
            notes++;
            if (found.contains(PersonalData.CPR_NUMBER)) {
                refused++;
            } else if (!found.isEmpty()) {
                warned++;
            }
        }

        private double ofRefused() {
            return (double) refused / notes;
        }

        private double ofFound() {
            return (double) (refused + warned) / notes;
        }
    }

    @Test
    void every_way_to_write_a_number_is_found_and_those_that_are_certain_are_refused() {
        Map<String, Shares> shares = measured("Recall of CPR numbers", DanishCorpus.cprNumbers(EACH));
        Set<String> open = Set.of("DDMMYYNNNN", "DD.MM.YY NNNN", "DDMMYYYY-NNNN", "DD MM YY NN NN");
        shares.forEach((kind, share) -> {
            // Nothing written as a CPR number passes unseen: each way is a rule, and rules have no exceptions.
            assertTrue(share.ofFound() == 1, kind);
            assertTrue(open.contains(kind) || share.ofRefused() == 1, kind);
        });
    }

    @Test
    void telephone_numbers_and_addresses_are_warned_of() {
        // A number that reads as a day of this century (20261202) is left alone: it is a date more often.
        measured("Recall of contacts", DanishCorpus.contacts(EACH))
                .forEach((kind, share) -> assertTrue(share.ofFound() >= 0.99, kind));
    }

    @Test
    void what_is_harmless_is_seldom_refused_and_seldom_warned_of() {
        Map<String, Shares> shares = measured("False alarms", DanishCorpus.harmless(EACH));
        Shares tenDigits = shares.remove("ten digits");
        Shares dateAndTime = shares.remove("date and time");
        // Of ten random digits 3.7 % begin with a date, and a tenth of these satisfy modulus 11 or begin 0101.
        assertTrue(tenDigits.ofRefused() < 0.01 && tenDigits.ofFound() < 0.06, "ten digits");
        // A compact date and a compact time with a space between (021226 1430) are a CPR number to any reader.
        assertTrue(dateAndTime.ofRefused() < 0.08 && dateAndTime.ofFound() < 0.15, "date and time");
        shares.forEach((kind, share) -> {
            assertTrue(share.ofRefused() == 0, kind);
            assertTrue(share.ofFound() <= 0.01, kind);
        });
    }

    private static Map<String, Shares> measured(String title, List<Note> notes) {
        Map<String, Shares> shares = new LinkedHashMap<>();
        notes.forEach(note ->
                shares.computeIfAbsent(note.kind(), kind -> new Shares()).count(PersonalData.in(note.text())));
        int widest = shares.keySet().stream()
                .map(String::length)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        StringBuilder table = new StringBuilder("%s (%d notes each)%n".formatted(title, EACH));
        shares.forEach((kind, share) -> table.append(String.format(
                Locale.ROOT,
                "  %-" + widest + "s  refused %6.2f %%  warned %6.2f %%%n",
                kind,
                100 * share.ofRefused(),
                100 * (share.ofFound() - share.ofRefused()))));
        System.out.println(table);
        return shares;
    }
}
