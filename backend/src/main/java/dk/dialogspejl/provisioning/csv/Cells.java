package dk.dialogspejl.provisioning.csv;

import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.platform.text.Language;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What people write in the cells that take one of a few words. Empty for a word that there is not. */
final class Cells {

    /** Empties a field: a cell that is empty itself leaves it as it is. */
    static final String NOTHING = "-";

    private static final Map<String, Role> ROLES = Map.ofEntries(
            Map.entry("medarbejder", Role.EMPLOYEE),
            Map.entry("employee", Role.EMPLOYEE),
            Map.entry(NOTHING, Role.EMPLOYEE),
            Map.entry("leder", Role.LEADER),
            Map.entry("leader", Role.LEADER),
            Map.entry("facilitator", Role.FACILITATOR),
            Map.entry("administrator", Role.ADMINISTRATOR));
    private static final Map<String, Language> LANGUAGES = Map.of(
            "da", Language.DA,
            "dansk", Language.DA,
            "danish", Language.DA,
            "en", Language.EN,
            "engelsk", Language.EN,
            "english", Language.EN);
    private static final Map<String, Boolean> ANSWERS = Map.of(
            "ja", true, "yes", true, "true", true, "sand", true, "1", true, "nej", false, "no", false, "false", false,
            "falsk", false, "0", false);

    private Cells() {}

    /** Several, with anything but letters between. */
    static Optional<Set<Role>> roles(String cell) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String word : cell.equals(NOTHING) ? new String[] {NOTHING} : cell.split("[^\\p{L}]+")) {
            Role role = ROLES.get(word.toLowerCase(Locale.ROOT));
            if (role == null) {
                return Optional.empty();
            }
            roles.add(role);
        }
        return Optional.of(roles);
    }

    static Optional<Language> language(String cell) {
        return Optional.ofNullable(LANGUAGES.get(cell.toLowerCase(Locale.ROOT)));
    }

    static Optional<Boolean> answer(String cell) {
        return Optional.ofNullable(ANSWERS.get(cell.toLowerCase(Locale.ROOT)));
    }
}
