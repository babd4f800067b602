package dk.dialogspejl.testing;

import static dk.dialogspejl.testing.Beforehand.by;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;

/**
 * An organisation with the people a story needs: Anna, whose dialogues it is about, Bo, her partner, from another
 * team, Cecilie, a colleague, Dorte, who leads Anna's team, Erik, the administrator, and the HR system.
 */
public record Workplace(
        UUID organisation,
        UUID guide,
        Employee anna,
        Employee bo,
        Employee cecilie,
        Employee dorte,
        Employee erik,
        Employee hr) {

    /** Everybody a matrix asks about, seen from a round between Anna and Bo. */
    public static final List<String> READERS = List.of(
            "nobody",
            "evaluatee",
            "partner",
            "colleague",
            "leader",
            "administrator",
            "other organisation",
            "HR system");

    /** The one who is meant; some other workplace's Anna for the other organisation. */
    public Employee reader(String reader, Workplace elsewhere) {
        return switch (reader) {
            case "nobody" -> Employee.NOBODY;
            case "evaluatee" -> anna;
            case "partner" -> bo;
            case "colleague" -> cecilie;
            case "leader" -> dorte;
            case "administrator" -> erik;
            case "other organisation" -> elsewhere.anna();
            case "HR system" -> hr;
            default -> throw new IllegalArgumentException(reader);
        };
    }

    /** Chooses one of the organisation's rules anew, and leaves the others as they are. */
    public void chooses(String rule, Object value) {
        ObjectNode rules = (ObjectNode) by(erik).reads("/organisation/rules");
        rules.remove("version");
        rules.putPOJO(rule, value);
        by(erik).puts("/organisation/rules", rules);
    }
}
