package dk.dialogspejl.testing;

import static dk.dialogspejl.testing.Beforehand.by;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A round between Anna and Bo, told through the API up to where a test wants it. */
public final class RoundStory {

    private final Workplace at;
    private final Employee anna;
    private final Employee bo;
    private String mode = "WITHOUT_VIDEO";
    private boolean sharedEarly;
    private boolean talkPlanned;
    private List<Employee> earlierPartners = List.of();
    private UUID id;
    private final List<UUID> dialogues = new ArrayList<>();

    RoundStory(Workplace at) {
        this.at = at;
        this.anna = at.anna();
        this.bo = at.bo();
    }

    /** Another round at the same workplace. */
    public static RoundStory at(Workplace workplace) {
        return new RoundStory(workplace);
    }

    public RoundStory withVideo() {
        mode = "WITH_VIDEO";
        return this;
    }

    /** Anna shares the first topic as soon as she has written about it. */
    public RoundStory sharingEarly() {
        sharedEarly = true;
        return this;
    }

    /** Anna plans the talk when she opens it. */
    public RoundStory withTalk() {
        talkPlanned = true;
        return this;
    }

    /** Goes on with a round of Anna's that somebody else has told so far. */
    public RoundStory going(UUID round) {
        id = round;
        return this;
    }

    /** Before Bo, one partner declined and another accepted and was replaced. */
    public RoundStory triedWith(Employee declined, Employee replaced) {
        earlierPartners = List.of(declined, replaced);
        return this;
    }

    public static LocalDate inDays(int days) {
        return LocalDate.now(java.time.ZoneId.of("Europe/Copenhagen")).plusDays(days);
    }

    public RoundStory invited() {
        Employee first = earlierPartners.isEmpty() ? bo : earlierPartners.get(0);
        id = by(anna).creates("/rounds", Map.of("guideId", at.guide(), "partnerId", first.id(), "mode", mode));
        if (!earlierPartners.isEmpty()) {
            by(earlierPartners.get(0)).steps(id, "decline");
            invites(earlierPartners.get(1));
            by(earlierPartners.get(1)).steps(id, "accept");
            invites(bo);
        }
        return this;
    }

    private void invites(Employee partner) {
        Map<String, Object> agreement = agreement();
        agreement.put("partnerId", partner.id());
        by(anna).puts(path("/agreement"), agreement);
    }

    public RoundStory accepted() {
        invited();
        by(bo).steps(id, "accept");
        return this;
    }

    /** The agreement as it is to be, whole. */
    public Map<String, Object> agreement() {
        Map<String, Object> agreement = new HashMap<>(Map.of(
                "partnerId",
                bo.id(),
                "iKnowTheGuide",
                true,
                "periodFrom",
                inDays(0).toString(),
                "periodUntil",
                inDays(14).toString(),
                "numberOfDialogues",
                2,
                "mode",
                mode,
                "method",
                "Stikord lige efter hver dialog",
                "time",
                "Torsdag formiddag",
                "setting",
                "Stillerummet",
                "cooperation",
                "Vi spørger før vi råder"));
        if (mode.equals("WITH_VIDEO")) {
            agreement.put("consentMethod", "SPOKEN_ON_RECORDING");
            agreement.put("recordingDeletionDays", 14);
        }
        return agreement;
    }

    public RoundStory agreed() {
        accepted();
        by(anna).puts(path("/agreement"), agreement());
        by(bo).puts(path("/agreement"), agreement());
        return this;
    }

    public RoundStory confirmed() {
        agreed();
        by(anna).steps(id, "confirm");
        by(bo).steps(id, "confirm");
        return this;
    }

    public RoundStory conducting() {
        confirmed();
        by(anna).steps(id, "start");
        return this;
    }

    public Map<String, Object> dialogue() {
        Map<String, Object> dialogue = new HashMap<>(
                Map.of("heldAt", Instant.now().toString(), "channel", "COUNTER", "label", "Pas til barn"));
        if (mode.equals("WITH_VIDEO")) {
            dialogue.put("recording", Map.of("consented", true, "consentMethod", "SPOKEN_ON_RECORDING"));
        }
        return dialogue;
    }

    public RoundStory holds(Map<String, Object> dialogue) {
        dialogues.add(by(anna).creates(path("/dialogues"), dialogue));
        return this;
    }

    public RoundStory held() {
        conducting();
        for (int dialogue = 0; dialogue < 2; dialogue++) {
            holds(dialogue());
        }
        return this;
    }

    public RoundStory reflecting() {
        held();
        by(anna).steps(id, "finish-dialogues");
        return this;
    }

    public RoundStory reflected() {
        reflecting();
        writes("welcome", "Jeg så op før borgeren nåede skranken.");
        return sharedEarly ? shares("welcome") : this;
    }

    /** Anna writes about a topic of the first dialogue. */
    public RoundStory writes(String topic, String text) {
        String sheet = "/dialogues/" + dialogue(0) + "/reflections";
        JsonNode before = by(anna).reads(sheet)
                .required("reflections")
                .valueStream()
                .filter(reflection -> reflection.required("topic").asText().equals(topic))
                .findFirst()
                .orElseThrow();
        by(anna).puts(sheet + "/" + topic, "\"" + before.required("version") + "\"", Map.of("text", text));
        return this;
    }

    /** Anna shares these topics of the first dialogue, and no others. */
    public RoundStory shares(String... topics) {
        String sharing = "/dialogues/" + dialogue(0) + "/sharing";
        by(anna).puts(sharing, Map.of("topics", List.of(topics)));
        return this;
    }

    /** A talk a week from now. */
    public Map<String, Object> talk() {
        return new HashMap<>(Map.of(
                "at",
                Instant.now()
                        .plusSeconds(7 * 24 * 60 * 60)
                        .truncatedTo(java.time.temporal.ChronoUnit.HOURS)
                        .toString(),
                "minutes",
                45,
                "place",
                "Mødelokale 2"));
    }

    public RoundStory discussing() {
        reflected();
        Map<String, Object> talk =
                talkPlanned ? Map.of("talkAt", talk().get("at"), "talkPlace", "Mødelokale 2") : Map.of();
        by(anna).steps(id, "open-discussion", talk);
        return this;
    }

    public Map<String, Object> summary() {
        return new HashMap<>(Map.of(
                "workedWell",
                "Roen og øjenkontakten",
                "focusPoints",
                List.of("Slip skærmen", "Lad borgeren opsummere"),
                "focusPointTopics",
                List.of("welcome", ""),
                "learning",
                "Pausen prøves af på teammødet",
                "followUpHow",
                "En kop kaffe",
                "followUpOn",
                inDays(30).toString()));
    }

    public RoundStory summarised() {
        discussing();
        by(bo).puts(path("/summary"), summary());
        return this;
    }

    public RoundStory concluded() {
        summarised();
        by(anna).sends("PUT", path("/summary/approval"), path("/summary"), null);
        by(bo).sends("PUT", path("/summary/approval"), path("/summary"), null);
        return this;
    }

    /** Anna lets HR read it. */
    public RoundStory shared() {
        concluded();
        shares(true);
        return this;
    }

    /** Lets HR read the concluded summary, or no longer. */
    public void shares(boolean withHr) {
        by(anna).sends(withHr ? "PUT" : "DELETE", path("/summary/sharing"), path("/summary"), null);
    }

    public RoundStory outcomes() {
        concluded();
        deletesRecordings();
        by(anna).puts(path("/follow-up"), followUp());
        return this;
    }

    private void deletesRecordings() {
        if (mode.equals("WITH_VIDEO")) {
            for (UUID dialogue : dialogues) {
                String path = "/dialogues/" + dialogue;
                by(anna).sends("POST", path + "/confirm-deletion", path, null);
            }
        }
    }

    public Map<String, Object> followUp() {
        return Map.of(
                "outcomes",
                List.of(
                        Map.of("status", "KEPT_GOING", "note", "Skærmen er drejet"),
                        Map.of("status", "LET_GO", "note", "")));
    }

    public RoundStory followedUp() {
        outcomes();
        by(anna).steps(id, "close");
        return this;
    }

    public RoundStory cancelled() {
        reflected();
        shares("welcome");
        by(anna).steps(id, "cancel", Map.of("reason", "Vi tager den efter nytår"));
        return this;
    }

    /** An agreement with Anna's words in it, and an end that she gives a reason for. */
    public RoundStory cancelledBecause(String reason) {
        accepted();
        Map<String, Object> agreement = agreement();
        agreement.put("cooperation", reason);
        by(anna).puts(path("/agreement"), agreement);
        by(anna).steps(id, "cancel", Map.of("reason", reason));
        return this;
    }

    public Workplace workplace() {
        return at;
    }

    public Employee anna() {
        return anna;
    }

    public Employee bo() {
        return bo;
    }

    public UUID id() {
        return id;
    }

    public UUID dialogue(int index) {
        return dialogues.get(index);
    }

    /** A path below the round. */
    public String path(String below) {
        return "/rounds/" + id + below;
    }
}
