package dk.dialogspejl.demo;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dk.dialogspejl.dialogues.Channel;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.reflections.Moment;
import dk.dialogspejl.rounds.ConsentMethod;
import dk.dialogspejl.rounds.Participant;
import dk.dialogspejl.rounds.PartnerAnswer;
import dk.dialogspejl.rounds.RoundMode;
import dk.dialogspejl.rounds.RoundStatus;
import dk.dialogspejl.summaries.FocusPointStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A fictional organisation as written in {@code resources/demo}. Days count from the day it is loaded. */
record DemoOrganisation(String name, List<DemoTeam> teams, List<DemoPerson> people, List<DemoRound> rounds) {

    record DemoTeam(String key, String name, List<String> leaders) {}

    record DemoPerson(
            String key,
            String name,
            String email,
            String employeeNumber,
            String jobTitle,
            String team,
            Set<Role> roles) {}

    record DemoRound(
            String key,
            String evaluatee,
            String partner,
            String guide,
            RoundStatus status,
            int createdDay,
            PartnerAnswer partnerAnswer,
            Set<Participant> confirmedBy,
            DemoAgreement agreement,
            String fewerDialoguesReason,
            List<DemoDialogue> dialogues,
            Map<String, DemoFeedback> partnerFeedback,
            DemoSummary summary,
            List<DemoOutcome> followUp,
            String continues,
            String cancelledBecause) {}

    record DemoAgreement(
            Set<Participant> guideGoneThrough,
            Integer periodFromDay,
            Integer periodUntilDay,
            Integer numberOfDialogues,
            RoundMode mode,
            ConsentMethod consentMethod,
            Integer recordingDeletionDays,
            String method,
            String time,
            String setting,
            String cooperation) {}

    record DemoDialogue(
            int day,
            String time,
            Channel channel,
            String label,
            DemoRecording recording,
            Set<String> shared,
            Map<String, DemoReflection> reflections) {}

    record DemoRecording(ConsentMethod consent, boolean deleted) {}

    record DemoReflection(String text, List<Moment> moments) {}

    record DemoFeedback(
            String note, List<String> questions, boolean questionsShared, String feedback, boolean feedbackShared) {}

    record DemoSummary(
            String workedWell,
            List<String> focusPoints,
            List<String> topics,
            String learning,
            String followUpHow,
            Integer followUpDay,
            Set<Participant> approvedBy,
            boolean sharedWithHr) {}

    record DemoOutcome(FocusPointStatus status, String note) {}

    static DemoOrganisation read(String name) {
        YAMLMapper yaml = YAMLMapper.builder()
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (InputStream file = DemoOrganisation.class.getResourceAsStream("/demo/" + name + ".yaml")) {
            return yaml.readValue(file, DemoOrganisation.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the demo data " + name, e);
        }
    }
}
